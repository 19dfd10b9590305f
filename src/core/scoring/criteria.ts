import type { Amount } from '../kernel/amount.ts';
import type { Day } from '../kernel/instant.ts';
import type { Cond } from './expression.ts';
import type { RoundingMode } from './fraction.ts';
import type { Rule } from './rule.ts';

/** lĩnh vực → tiêu chí → tiêu chí thành phần. Points may sit at any depth. */
export type Level = 'area' | 'criterion' | 'component';

/** What "không phát sinh" brings: full points, a smaller maximum, or nothing. */
export type NilPolicy = 'full' | 'reduce-max' | 'zero';

/** A line inside the 100 points, or added to or taken from them. */
export type Role = 'normal' | 'bonus' | 'penalty';

/** 'capped-sum': the parts may add up to more than the line's maximum, which then limits them. */
export type Combine = 'sum' | 'capped-sum' | 'min' | 'max' | 'average';

export type Feed = Readonly<Record<string, readonly string[]>>;

export type Criterion = {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  /** null: the source gives no maximum; the line is followed, not scored. */
  readonly maxPoints: Amount | null;
  readonly children: readonly Criterion[];
  readonly rule?: Rule;
  /** The words of the source; a scoring text may contradict itself, so it stays beside the rule. */
  readonly ruleSource?: string;
  readonly role?: Role;
  /** How the points of the children become this line's; 'sum' when absent. */
  readonly combine?: Combine;
  readonly whenNil?: NilPolicy;
  readonly whenNotApplicable?: NilPolicy;
  /** A denominator of zero is answered by the policy for "không phát sinh" instead of "không tính được". */
  readonly zeroDenominatorIsNil?: boolean;
  /** "Nếu tiêu chí X = 0 thì 0": the line and all below it. */
  readonly zeroWhen?: Cond;
  readonly leadUnit?: string;
  readonly partners: readonly string[];
  /** Tài liệu kiểm chứng. */
  readonly evidence: readonly string[];
  /** Codes of the indicators that feed the answer. */
  readonly inputs: readonly string[];
  /**
   * How reported figures become the answer: for each field of it, the indicators whose figures are added. Codes that
   * begin with SYS. are what the program knows itself: reports sent in time, tasks done in time.
   */
  readonly feed?: Feed;
  /** Area of the reports ('TTHC') whose lead answers for this line. */
  readonly field?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  /** The lower authority that added this line to the set of the higher one. */
  readonly addedBy?: string;
  /** The source itself could not be read whole. */
  readonly partial?: boolean;
  readonly note?: string;
  readonly provenance?: string;
};

export type Rounding = {
  readonly decimals: number;
  readonly mode: RoundingMode;
  /** Each line is rounded, or only totals are. */
  readonly at: 'line' | 'total';
  readonly percentDecimals: number;
};

export const USUAL_ROUNDING: Rounding = {
  decimals: 2,
  mode: 'half-up',
  at: 'line',
  percentDecimals: 2,
};

export type CriteriaSet = {
  readonly id: string;
  readonly title: string;
  /** Bound to a year, a level of subject and a decision; a revision in mid-year is another version. */
  readonly year: number | null;
  readonly subjectLevel: string;
  readonly decision: { readonly number: string; readonly date: Day | null; readonly issuer?: string } | null;
  readonly version: number;
  readonly status?: string;
  readonly totalPoints: Amount;
  readonly rounding: Rounding;
  /** Limits on what bonus and penalty lines add to or take from the 100 points. */
  readonly outside: {
    readonly bonusMax?: Amount;
    readonly penaltyMax?: Amount;
    /** The index never passes this percentage. */
    readonly indexMax?: Amount;
  };
  /** No survey held: appraised points over appraised maximum (Hà Nội's frame), or over the whole maximum. */
  readonly noSurvey: 'rescale' | 'keep';
  /** Tốt / Khá / …: the first class whose floor is reached, from high to low. */
  readonly classes: readonly { readonly name: string; readonly from: Amount }[];
  readonly zeroWhen?: Cond;
  readonly areas: readonly Criterion[];
  readonly notes: readonly string[];
};
