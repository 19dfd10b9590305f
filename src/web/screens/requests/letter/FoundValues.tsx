import { shortDay } from '../../../../core/kernel/wording.ts';
import { t } from '../../../texts/text.ts';
import { ValueRow } from '../draft/ValueRow.tsx';
import { periodWords } from '../draft/words.ts';
import type { Numbered } from './numbered.ts';
import type { LetterAnswer } from './read-answer.ts';
import type { Ends } from './useEnds.ts';

/** The values in short; the whole draft comes after. */
export const FoundValues = ({
  answer,
  numbered,
  ends,
}: {
  answer: LetterAnswer;
  numbered: Numbered;
  ends: Ends;
}) => {
  const { check } = answer;
  const reading = answer;
  const n = (key: string): number | undefined => numbered.numbers.get(key);
  const row = (key: string, label: string, words: string | null | undefined) => (
    <ValueRow key={key} label={label} n={n(key)} ends={ends} missing={!words}>
      {words || t('requests.notInLetter')}
    </ValueRow>
  );
  const period = reading.period.value;
  const window = reading.windows[0];
  const deadline = reading.deadlines.find((d) => d.at !== null);
  const spelled = check.deadlines[0]?.sentence;
  const { signer } = reading;
  // What the letter does not say comes first: it is what a person must give.
  const rows = [
    <ValueRow key="deadline" label={t('requests.deadline')} n={n('deadline')} ends={ends} missing={!deadline}>
      {deadline ? (
        <>
          <b>{spelled ? `${spelled.charAt(0).toLocaleUpperCase('vi')}${spelled.slice(1)}` : deadline.text}</b>
          <span className="sub">{t('requests.quoted', { words: deadline.text })}</span>
        </>
      ) : (
        t('requests.notInLetter')
      )}
    </ValueRow>,
    row(
      'window',
      t('requests.window'),
      window?.from && window.to
        ? t('requests.windowWords', { from: shortDay(window.from), to: shortDay(window.to) })
        : null,
    ),
    row('number', t('requests.number'), reading.number.value),
    row('symbol', t('requests.symbol'), reading.symbol.value),
    row('date', t('requests.date'), reading.date.value ? shortDay(reading.date.value) : null),
    row('subject', t('requests.subject'), reading.subject.value?.replace(/\s+/g, ' ')),
    row(
      'period',
      t('requests.period'),
      period?.year ? periodWords({ kind: period.kind, index: period.index, year: period.year }) : null,
    ),
    ...reading.recipients.map((recipient, at) => (
      <ValueRow
        key={recipient.text}
        label={at === 0 ? t('requests.partRecipients') : ''}
        more={at > 0}
        n={n(`recipient:${recipient.text}`)}
        ends={ends}
      >
        {recipient.text}
      </ValueRow>
    )),
    row('receiver', t('requests.receiver'), reading.receiver.value),
    row('signer', t('requests.signer'), signer.name ?? signer.position),
    <ValueRow key="outline" label={t('requests.partOutline')} ends={ends}>
      {t('requests.readParts', {
        parts: reading.groups.reduce((sum, g) => sum + g.parts.length, 0),
        leads: reading.leads.length,
        bases: reading.legalBases.length,
      })}
    </ValueRow>,
  ];
  const isMissing = (one: (typeof rows)[number]): boolean =>
    (one.props as { missing?: boolean }).missing === true;
  return <dl className="fs">{[...rows.filter(isMissing), ...rows.filter((one) => !isMissing(one))]}</dl>;
};
