import { type Calendar, suggestedDeadlineDay, workingDaysLeft } from '../kernel/calendar.ts';
import { type Day, parseInstant } from '../kernel/instant.ts';
import { deadlineText, shortDay } from '../kernel/wording.ts';

/** What the check needs: a reading, or the values as a person corrected them. */
export type CheckedValues = {
  readonly number: string | null;
  readonly date: string | null;
  readonly subject: string | null;
  readonly signer: { readonly position: string | null; readonly name: string | null };
  readonly copies: readonly string[];
  readonly windows: readonly { readonly from: string | null; readonly to: string | null }[];
  readonly deadlines: readonly { readonly at: string | null; readonly text: string }[];
};

export type LetterWarningCode =
  | 'deadline.noWorkingDay'
  | 'deadline.beforeCutoff'
  | 'deadline.missing'
  | 'window.missing'
  | 'window.reversed'
  | 'number.missing'
  | 'date.missing'
  | 'date.afterDeadline'
  | 'subject.missing'
  | 'signer.missing'
  | 'copies.missing'
  | 'copies.draftingUnitMissing';

export type LetterWarning = {
  readonly code: LetterWarningCode;
  readonly details: Readonly<Record<string, string | number>>;
};

/** The deadline in words: "hạn cuối 24:00 ngày 29/02/2024, còn 1 ngày làm việc sau khi chốt số liệu". */
export type SpelledDeadline = {
  readonly at: string;
  /** '24:00 ngày 29/02/2024' */
  readonly lastMoment: string;
  readonly cutoff: Day | null;
  /** null when the letter names no cut-off. */
  readonly workingDaysLeft: number | null;
  readonly suggestion: { readonly day: Day; readonly wording: string } | null;
  readonly sentence: string;
};

export type LetterCheck = {
  readonly warnings: readonly LetterWarning[];
  readonly deadlines: readonly SpelledDeadline[];
};

/** The window that a deadline answers for: its own by order when there are as many, else the last cut-off. */
const cutoffOf = (values: CheckedValues, index: number): Day | null => {
  const ends = values.windows.map((w) => w.to);
  if (values.windows.length === values.deadlines.length) return ends[index] ?? null;
  const known = ends.filter((d): d is string => d !== null).sort();
  return known.at(-1) ?? null;
};

const spell = (at: string, cutoff: Day | null, calendar: Calendar): SpelledDeadline | undefined => {
  const instant = parseInstant(at);
  if (instant === undefined) return undefined;
  const lastMoment = deadlineText(instant);
  const left = cutoff === null ? null : workingDaysLeft(cutoff, instant, calendar);
  const suggested = cutoff === null ? undefined : suggestedDeadlineDay(cutoff, instant, calendar);
  const rest =
    left === null
      ? ''
      : left > 0
        ? `, còn ${left} ngày làm việc sau khi chốt số liệu`
        : ', chưa đủ 01 ngày làm việc sau khi chốt số liệu';
  return {
    at,
    lastMoment,
    cutoff,
    workingDaysLeft: left,
    suggestion: suggested ? { day: suggested, wording: `trước ngày ${officialShort(suggested)}` } : null,
    sentence: `hạn cuối ${lastMoment}${rest}`,
  };
};

/** NĐ 30/2020 writes months 3–9 without a zero: 04/3/2025, 10/02/2025. */
export const officialShort = (day: Day): string => shortDay(day).replace(/\/0([3-9])\//, '/$1/');

/**
 * NĐ 09/2019/NĐ-CP, Điều 8 khoản 5 (one working day between cut-off and deadline) and the elements of NĐ 30/2020.
 * Advice only: nothing is changed, nothing is blocked.
 */
export const checkLetter = (values: CheckedValues, calendar: Calendar): LetterCheck => {
  const warnings: LetterWarning[] = [];
  const warn = (code: LetterWarningCode, details: Record<string, string | number> = {}): void => {
    warnings.push({ code, details });
  };
  const deadlines: SpelledDeadline[] = [];
  values.deadlines.forEach((deadline, index) => {
    if (deadline.at === null) return;
    const cutoff = cutoffOf(values, index);
    const spelled = spell(deadline.at, cutoff, calendar);
    if (!spelled) return;
    deadlines.push(spelled);
    if (values.date !== null && deadline.at.slice(0, 10) < values.date)
      warn('date.afterDeadline', { date: values.date, at: deadline.at });
    if (cutoff === null || spelled.suggestion === null) return;
    const details = {
      at: deadline.at,
      cutoff,
      suggestedDay: spelled.suggestion.day,
      suggestion: spelled.suggestion.wording,
    };
    warn(deadline.at.slice(0, 10) <= cutoff ? 'deadline.beforeCutoff' : 'deadline.noWorkingDay', details);
  });
  if (!values.deadlines.length) warn('deadline.missing');
  if (!values.windows.length) warn('window.missing');
  for (const window of values.windows)
    if (window.from !== null && window.to !== null && window.from > window.to)
      warn('window.reversed', { from: window.from, to: window.to });
  if (values.number === null) warn('number.missing');
  if (values.date === null) warn('date.missing');
  if (values.subject === null) warn('subject.missing');
  if (values.signer.name === null || values.signer.position === null) warn('signer.missing');
  if (!values.copies.length) warn('copies.missing');
  else if (!values.copies.some((copy) => /^Lưu\s*:?\s*VT\s*[,;.(-]\s*\S/iu.test(copy)))
    warn('copies.draftingUnitMissing');
  return { warnings, deadlines };
};

/** A reading as the values to check. */
export const valuesOfReading = (reading: {
  readonly number: { readonly value: string | null };
  readonly date: { readonly value: string | null };
  readonly subject: { readonly value: string | null };
  readonly signer: { readonly position: string | null; readonly name: string | null };
  readonly copies: readonly string[];
  readonly windows: readonly { readonly from: string | null; readonly to: string | null }[];
  readonly deadlines: readonly { readonly at: string | null; readonly text: string }[];
}): CheckedValues => ({
  number: reading.number.value,
  date: reading.date.value,
  subject: reading.subject.value,
  signer: reading.signer,
  copies: reading.copies,
  windows: reading.windows,
  deadlines: reading.deadlines,
});
