import { useState } from 'react';
import type { TamperedRow, VerifyAnswer } from '../../../../core/audit/answers.ts';
import { api } from '../../../http/api.ts';
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

const Broken = ({ answer }: { answer: VerifyAnswer }) => (
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
  const [answer, setAnswer] = useState<VerifyAnswer | undefined>(undefined);
  const verify = useAction<Record<string, never>, VerifyAnswer>(() => api.get('/api/journal/verify'));
  return (
    <Sheet
      title={t('journal.chains')}
      note={t('journal.verifyNote')}
      className="verify"
      actions={
        <Btn
          icon="shield-check"
          busy={verify.busy}
          onClick={() =>
            void verify.run({}).then((result) => {
              if (result.ok) setAnswer(result.data);
            })
          }
        >
          {t('journal.verify')}
        </Btn>
      }
    >
      <div role="status">
        {verify.busy && <p className="pad sec">{t('journal.verifying')}</p>}
        {!verify.busy && answer?.found.length === 0 && (
          <p className="pad t-ok b">
            {t('journal.verifyWhole', { facts: answer.facts, chains: answer.chains })}
          </p>
        )}
      </div>
      {!verify.busy && answer && answer.found.length > 0 && <Broken answer={answer} />}
      <FailureNote failure={verify.failure} />
    </Sheet>
  );
};
