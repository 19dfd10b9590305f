/** What a letter says, each value with the words it came from. Nothing here is guessed: absent is null. */

/** A piece of the normalised text, in UTF-16 units: text.slice(start, end) === from.text. */
export type From = { readonly start: number; readonly end: number; readonly text: string };

export type Found<T> =
  | { readonly value: T; readonly from: From }
  | { readonly value: null; readonly from: null };

export const absent: { readonly value: null; readonly from: null } = { value: null, from: null };

/** Why a letter is no order to report. */
export type NoRequestReason =
  | 'invitation'
  | 'comments'
  | 'reminder'
  | 'forwarding'
  | 'notice'
  | 'report'
  | 'noOrder';

export type PeriodKind = 'tháng' | 'quý' | '6 tháng' | '9 tháng' | 'năm' | 'khác';
export type Period = {
  readonly kind: PeriodKind;
  readonly index: number | null;
  readonly year: number | null;
};

export type ReadRecipient = { readonly text: string; readonly kind: 'named' | 'group'; readonly from: From };

export type LegalBasis = {
  readonly kind: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly about: string | null;
  readonly from: From;
};

export type ReadPart = {
  readonly order: number;
  readonly title: string;
  readonly fields?: readonly string[];
  readonly optional?: true;
  readonly from: From;
};

/** One outline and who answers it; sameAs points to the group whose outline is also owed. */
export type ReadGroup = {
  readonly recipients: readonly string[];
  readonly sameAs?: number;
  readonly parts: readonly ReadPart[];
};

export type ReadLead = {
  readonly field: string;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly from: From;
};

/** Days whose figures count, both included. cumulativeFrom: where running totals begin. */
export type ReadWindow = {
  readonly from: string | null;
  readonly to: string | null;
  readonly cumulativeFrom?: string;
  /** The report that this window belongs to, in the letter's words, when it names several. */
  readonly about: string | null;
  readonly words: From;
};

/**
 * A deadline that recurs. day: of the month, or of the week as it is written (2 is thứ Hai, 8 is Chủ nhật).
 * monthOfPeriod: first or last month of the period, or the one after it.
 */
export type DeadlineRule = {
  readonly every: 'tháng' | 'quý' | '6 tháng' | 'năm' | 'ngày' | 'tuần';
  readonly day: number | null;
  readonly monthOfPeriod: 'đầu' | 'cuối' | 'sau' | null;
  /** A fixed month of a yearly rule: "trước ngày 10 tháng 12 hằng năm". */
  readonly month: number | null;
  readonly time: string | null;
};

export type ReadDeadline = {
  readonly text: string;
  /** First late instant, +07:00; null for a rule or when the letter does not say enough. */
  readonly at: string | null;
  readonly inclusive: boolean;
  readonly timeOfDay: string | null;
  readonly rule: DeadlineRule | null;
  readonly scope: readonly string[];
  /** The report that this deadline belongs to, in the letter's words, when it names several. */
  readonly about: string | null;
  readonly channel: string | null;
  readonly from: From;
};

export type ReadSigner = {
  readonly authority: string | null;
  readonly onBehalfOf: string | null;
  readonly position: string | null;
  readonly name: string | null;
  readonly from: From | null;
};

export type DateKnown = { readonly day?: number; readonly month?: number; readonly year?: number };

export type LetterReading = {
  readonly text: string;
  readonly isRequest: {
    readonly value: boolean;
    readonly reason: NoRequestReason | null;
    readonly from: From | null;
  };
  readonly kind: Found<string>;
  readonly issuer: Found<string>;
  readonly issuerParent: Found<string>;
  readonly number: Found<string>;
  readonly symbol: Found<string>;
  readonly place: Found<string>;
  readonly date: Found<string>;
  readonly dateKnown: DateKnown | null;
  readonly subject: Found<string>;
  readonly period: Found<Period>;
  readonly recipients: readonly ReadRecipient[];
  readonly legalBases: readonly LegalBasis[];
  readonly groups: readonly ReadGroup[];
  readonly leads: readonly ReadLead[];
  readonly windows: readonly ReadWindow[];
  readonly deadlines: readonly ReadDeadline[];
  readonly receiver: {
    readonly value: string | null;
    readonly onBehalfOf: string | null;
    readonly from: From | null;
  };
  readonly signer: ReadSigner;
  readonly copies: readonly string[];
  readonly warnings: readonly string[];
};
