import { type FormEvent, useState } from 'react';
import type { FrozenAnswer } from '../../../core/consolidation/frozenAnswers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Field } from '../../kit/Field.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { FailureNote } from '../../kit/places.tsx';
import type { PlainKey } from '../../texts/dictionary.ts';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { differenceWords } from './cell-words.ts';
import { beforeAfter } from './frozen-words.ts';

type Moved = NonNullable<FrozenAnswer['moved']>;
type Choice = 'reissue' | 'erratum' | 'next-period';

const whatWords = (unit: Moved['units'][number]): string =>
  unit.what === 'changed'
    ? t('frozen.unitChanged', { n: unit.cells.length })
    : t(unit.what === 'came' ? 'frozen.unitCame' : 'frozen.unitLeft');
export const CHOICE_WORDS: Readonly<Record<Choice, PlainKey>> = {
  reissue: 'frozen.reissue',
  erratum: 'frozen.erratum',
  'next-period': 'frozen.nextPeriod',
};
const CHOICE_NOTE: Readonly<Record<Choice, PlainKey>> = {
  reissue: 'frozen.reissueNote',
  erratum: 'frozen.erratumNote',
  'next-period': 'frozen.nextPeriodNote',
};

const FEW = 8;

const Decide = ({
  campaignId,
  number,
  basis,
  seen,
  choice,
  onClose,
}: {
  campaignId: string;
  number: number;
  basis: 'received' | 'sent';
  seen: string;
  choice: Choice;
  onClose: () => void;
}) => {
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useAction((words: string, key) =>
    choice === 'reissue'
      ? api.post(`/api/campaigns/${campaignId}/frozen`, { basis, note: words }, { key })
      : api.post(
          `/api/campaigns/${campaignId}/frozen/${number}/decide`,
          { choice, note: words, seen },
          { key },
        ),
  );
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (note.trim().length < 5 || !(await decide.run(note.trim())).ok) return;
    reloadAll(`/api/campaigns/${campaignId}`);
    onClose();
  };
  return (
    <Dialog open title={t(CHOICE_WORDS[choice])} onClose={onClose}>
      <form className="stack-wide" onSubmit={(event) => void send(event)} noValidate>
        <p className="sec">{t(CHOICE_NOTE[choice])}</p>
        <Field
          label={t('frozen.note')}
          required
          error={tried && note.trim().length < 5 ? t('consolidation.reasonMissing') : undefined}
        >
          {(control) => (
            <textarea
              {...control}
              className="inp"
              rows={3}
              maxLength={2000}
              data-first
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
        <FailureNote failure={decide.failure} />
        <div className="acts">
          <Btn kind="main" type="submit" busy={decide.busy}>
            {t(CHOICE_WORDS[choice])}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </div>
      </form>
    </Dialog>
  );
};

/** What came after the frozen version: units, the chain of totals, and what to do about it (G5). */
export const MovedBox = ({ frozen }: { frozen: FrozenAnswer }) => {
  const [all, setAll] = useState(false);
  const [choice, setChoice] = useState<Choice | undefined>(undefined);
  const { moved } = frozen;
  const [latest] = frozen.versions;
  if (!moved?.anything || !latest) return null;
  // Sums of a form first: what one asks is what became of the total.
  const totals = [...moved.totals].sort(
    (a, b) => Number(b.row === 'total') - Number(a.row === 'total') || a.label.localeCompare(b.label, 'vi'),
  );
  const shown = all ? totals : totals.slice(0, FEW);
  const may = frozen.may.includes('decide');
  return (
    <section className="sheet movedb" aria-labelledby="moved-title">
      <header>
        <Icon name="git-compare" large />
        <h2 id="moved-title">{t('frozen.movedTitle', { n: latest.number })}</h2>
        {moved.decided && <span className="st">{t(CHOICE_WORDS[moved.decided])}</span>}
      </header>
      <ul className="mvu">
        {moved.units.map((u) => (
          <li key={u.unitId}>
            <b>{u.name}</b> {whatWords(u)}
            {u.at !== null && <span className="s12 sec"> {moment(u.at, true)}</span>}
            {u.what === 'changed' && (
              <ul>
                {u.cells.map((c) => (
                  <li key={`${c.form}/${c.row}/${c.column}`}>
                    {c.label}: <span className="num">{beforeAfter(c.before, c.after, c.ratio)}</span>
                    {c.difference !== null && (
                      <span className="num sec"> ({differenceWords(c.difference)})</span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
        {moved.sections.map((s) => (
          <li key={s.id}>{t('frozen.sectionMoved', { number: s.number, title: s.title })}</li>
        ))}
      </ul>
      {totals.length > 0 && (
        <>
          <h3 className="mvh">{t('frozen.totalsMoved', { n: totals.length })}</h3>
          <ul className="mvt">
            {shown.map((m) => (
              <li key={`${m.form}/${m.row}/${m.column}/${m.scope}`}>
                {m.label}
                {m.scope === 'area' && ` (${t('consolidation.area')})`}
                {m.scope === 'total' && ` (${t('consolidation.total')})`}:{' '}
                <b className="num">{beforeAfter(m.before, m.after, m.ratio)}</b>
              </li>
            ))}
          </ul>
          {totals.length > FEW && (
            <Btn small kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t('frozen.less') : t('frozen.more', { n: totals.length - FEW })}
            </Btn>
          )}
        </>
      )}
      {may && (
        <div className="acts pad">
          <Btn kind="main" small onClick={() => setChoice('reissue')}>
            {t('frozen.reissue')}
          </Btn>
          <Btn
            small
            reason={moved.figures ? t('frozen.erratumOnlyForm') : undefined}
            onClick={() => setChoice('erratum')}
          >
            {t('frozen.erratum')}
          </Btn>
          <Btn
            small
            reason={moved.figures ? undefined : t('frozen.nothingForNext')}
            onClick={() => setChoice('next-period')}
          >
            {t('frozen.nextPeriod')}
          </Btn>
        </div>
      )}
      {choice && (
        <Decide
          campaignId={frozen.campaignId}
          number={latest.number}
          basis={latest.basis}
          seen={moved.hash}
          choice={choice}
          onClose={() => setChoice(undefined)}
        />
      )}
    </section>
  );
};
