import { useState } from 'react';
import type { TamperedRow, VerifyAnswer } from '../../../../core/audit/answers.ts';
import { api } from '../../../http/api.ts';
import type { Answer } from '../../../http/failure.ts';
import { useAction } from '../../../http/useAction.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import type { PlainKey } from '../../../texts/dictionary.ts';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { typeWords } from './types.ts';

const WHAT: Readonly<Record<string, PlainKey>> = {
  changed: 'journal.brokenChanged',
  missing: 'journal.brokenMissing',
  head: 'journal.brokenHead',
  anchor: 'journal.brokenAnchor',
};

const aboutWords = (row: TamperedRow): string =>
  [row.unitName, row.campaignTitle].filter((name) => name !== null).join(', ') ||
  (row.chain === 'directory' ? t('journal.chainDirectory') : row.chain);

const saidWords = (row: TamperedRow): string =>
  [
    row.type === null ? undefined : typeWords(row.type),
    row.at === null ? undefined : moment(row.at, true),
    row.actorName ?? undefined,
  ]
    .filter((words) => words !== undefined)
    .join(', ');

type Walked = Omit<VerifyAnswer, 'next'>;

/** The whole journal, a stretch a question, so that years of it neither run out of time nor look stuck. */
const walk = async (told: (so: Walked) => void): Promise<Answer<Walked>> => {
  let so: Walked = { facts: 0, total: 0, chains: 0, found: [] };
  let asked = '';
  for (;;) {
    const answer = await api.get<VerifyAnswer>(`/api/journal/verify${asked}`);
    if (!answer.ok) return answer;
    const { facts, total, chains, found, next } = answer.data;
    so = { facts: so.facts + facts, total, chains, found: [...so.found, ...found] };
    told(so);
    if (next === null) return { ok: true, data: so };
    asked = `?${new URLSearchParams({ chain: next.chain, seq: String(next.seq) })}`;
  }
};

const Broken = ({ answer }: { answer: Walked }) => (
  <>
    <div className="pad">
      <Banner
        tone="err"
        title={t('journal.verifyBroken', {
          found: answer.found.length,
          facts: answer.facts,
          chains: answer.chains,
        })}
      >
        {t('journal.verifyTodo')}
      </Banner>
    </div>
    <Table caption={t('journal.verify')} className="edge fold">
      <thead>
        <tr>
          <th scope="col">{t('journal.brokenAbout')}</th>
          <th scope="col">{t('journal.brokenRow')}</th>
          <th scope="col">{t('journal.brokenWhat')}</th>
          <th scope="col">{t('journal.brokenSaid')}</th>
        </tr>
      </thead>
      <tbody>
        {answer.found.map((row) => (
          <tr key={`${row.chain} ${row.seq} ${row.what}`}>
            <th scope="row">{aboutWords(row)}</th>
            <td>{t('journal.rowOf', { seq: String(row.seq) })}</td>
            <td className="t-err" data-l={t('journal.brokenWhat')}>
              {t(WHAT[row.what] ?? 'journal.brokenOther')}
            </td>
            <td className="s13" data-l={t('journal.brokenSaid')}>
              {saidWords(row)}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  </>
);

/** Reads every chain again: each row carries the hash of the one before it. */
export const VerifyPart = () => {
  const [answer, setAnswer] = useState<Walked | undefined>(undefined);
  const verify = useAction<Record<string, never>, Walked>(() => walk(setAnswer));
  const done = verify.busy || verify.failure ? undefined : answer;
  return (
    <Sheet
      title={t('journal.chains')}
      note={t('journal.verifyNote')}
      className="verify"
      actions={
        <Btn
          icon="shield-check"
          busy={verify.busy}
          onClick={() => {
            setAnswer(undefined);
            void verify.run({});
          }}
        >
          {t('journal.verify')}
        </Btn>
      }
    >
      <div role="status">
        {verify.busy && <p className="pad sec">{t('journal.verifying')}</p>}
        {done?.found.length === 0 && (
          <p className="pad t-ok b">{t('journal.verifyWhole', { facts: done.facts, chains: done.chains })}</p>
        )}
      </div>
      {verify.busy && answer && (
        <p className="pad walk">
          <progress max={answer.total} value={answer.facts} aria-label={t('journal.verifying')} />{' '}
          <span className="s13 sec num">
            {t('journal.verified', { facts: answer.facts, total: answer.total })}
          </span>
        </p>
      )}
      {done && done.found.length > 0 && <Broken answer={done} />}
      <FailureNote failure={verify.failure} />
    </Sheet>
  );
};
