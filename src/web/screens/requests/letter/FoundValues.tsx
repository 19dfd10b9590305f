import { shortDay } from '../../../../core/kernel/wording.ts';
import { groupDeadlines } from '../../../../core/letter/groupDeadlines.ts';
import type { ReadDeadline } from '../../../../core/letter/reading.ts';
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
  const { general, own } = groupDeadlines(reading);
  const spelledOf = (deadline: ReadDeadline): string => {
    const words = check.deadlines.find((d) => d.at === deadline.at)?.sentence ?? deadline.text;
    return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
  };
  const said = (deadline: ReadDeadline) => (
    <>
      <b>{spelledOf(deadline)}</b>
      <span className="sub">{t('requests.quoted', { words: deadline.text })}</span>
    </>
  );
  // What binds nobody of those addressed, or recurs, stands in the letter's own words.
  const left = reading.deadlines.filter(
    (d) =>
      d.from.start !== general?.from.start && ![...own.values()].some((o) => o.from.start === d.from.start),
  );
  const { signer } = reading;
  // What the letter does not say comes first: it is what a person must give.
  const rows = [
    <ValueRow
      key="deadline"
      label={t(own.size > 0 ? 'requests.deadlineOfRest' : 'requests.deadline')}
      n={n('deadline')}
      ends={ends}
      missing={!general}
    >
      {general ? said(general) : t('requests.notInLetter')}
    </ValueRow>,
    ...[...own].map(([group, deadline]) => (
      <ValueRow
        key={`deadline:${group}`}
        label={t('requests.deadlineOf', { group })}
        n={n(`deadline:${group}`)}
        ends={ends}
      >
        {said(deadline)}
      </ValueRow>
    )),
    ...(left.length > 0
      ? [
          <ValueRow key="left" label={t('requests.inLetterToo')} ends={ends}>
            {left.map((d) => t('requests.quoted', { words: d.text })).join(', ')}
          </ValueRow>,
        ]
      : []),
    row(
      'window',
      t('requests.window'),
      window?.from && window.to
        ? t('requests.windowWords', { from: shortDay(window.from), to: shortDay(window.to) })
        : null,
    ),
    ...reading.windows.slice(1).map((other) => (
      <ValueRow key={`window ${other.words.start}`} label="" more ends={ends}>
        {t('requests.quoted', { words: other.words.text.replace(/\s+/g, ' ') })}
      </ValueRow>
    )),
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
