import { type Amount, formatAmount } from '../kernel/amount.ts';
import { dayOfInstant, daysBetween, type Instant } from '../kernel/instant.ts';

/**
 * What a unit says about one criterion. Nothing arose and does not concern us are two different statements
 * (and neither is a blank or a zero).
 */
export type Answer =
  | { readonly kind: 'nil' }
  | { readonly kind: 'not-applicable' }
  | {
      readonly kind: 'given';
      readonly values: Readonly<Record<string, Amount>>;
      /** 'yes', 'no' or the label of an option. */
      readonly choice?: string;
      readonly parts?: Readonly<Record<string, Answer>>;
      /** Where the figures come from: the report and cell, the document. */
      readonly source?: string;
    };

export type Answers = Readonly<Record<string, Answer>>;

/** What was found outside the unit's own answers. */
export type Context = {
  /** Numbers of the round: the best province, the average of all units. */
  readonly values?: Readonly<Record<string, Amount>>;
  /** Results of the survey, by criterion. Never self-scored. */
  readonly survey?: Answers;
  /** Points that an appraiser gives in place of what the answer comes to, with the reason. */
  readonly given?: Readonly<Record<string, { readonly points: Amount; readonly words: string }>>;
  /** Explanations cost a third of the time; a rescoring of a whole province can do without. */
  readonly explain?: boolean;
};

/** Days late by the system's own time: the day after the last day in time is the first late day. */
export const daysLate = (firstLate: Instant, sent: Instant): Amount =>
  sent < firstLate ? '0' : String(daysBetween(dayOfInstant(firstLate - 1), dayOfInstant(sent)));

/** Labels are compared as people type them: 'Kịp thời ' is 'kịp thời'. */
export const sameLabel = (a: string, b: string): boolean => a === b || plainLabel(a) === plainLabel(b);
export const plainLabel = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, ' ')
    .toLocaleLowerCase('vi')
    .replace(/[.;,]+$/, '');

const YES: ReadonlySet<string> = new Set(['có', 'co', 'đạt', 'đúng', 'yes', 'true']);
const NO: ReadonlySet<string> = new Set([
  'không',
  'khong',
  'không đạt',
  'không có',
  'không đúng',
  'sai',
  'no',
  'false',
]);
/** Whether an answer given as 'yes' or 'no' and one in Vietnamese are the same. */
export const yesOrNo = (choice: string): 'yes' | 'no' | undefined => {
  const plain = plainLabel(choice);
  return YES.has(plain) ? 'yes' : NO.has(plain) ? 'no' : undefined;
};

export const unitWords = (unit: string | undefined): string =>
  unit === undefined || unit === '' || unit === 'count'
    ? ''
    : unit === '%'
      ? '%'
      : unit === 'day'
        ? ' ngày'
        : ` ${unit}`;

export const amountWords = (value: Amount, unit?: string): string =>
  `${formatAmount(value)}${unitWords(unit)}`;
