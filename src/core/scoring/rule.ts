import type { Amount } from '../kernel/amount.ts';
import type { Bounds, Cond, Expr } from './expression.ts';

/** Points of one band: fixed, on a straight line between the band's ends, or worked out. */
export type RuleBand = Bounds & {
  readonly points?: Amount;
  readonly from?: Amount;
  readonly to?: Amount;
  readonly expr?: Expr;
};

export type RulePart = { readonly id: string; readonly label: string; readonly rule: Rule };

/** The kinds of rule that index tables use, in the shape of the reference files. */
export type Rule =
  | { readonly type: 'boolean'; readonly yes: Amount; readonly no: Amount }
  | {
      readonly type: 'options';
      readonly options: readonly { readonly label: string; readonly points: Amount }[];
    }
  | {
      readonly type: 'tiers';
      readonly unit: string;
      readonly bands: readonly RuleBand[];
      readonly otherwise?: Amount;
    }
  /** value / per × max, never more than max. */
  | { readonly type: 'linear'; readonly max?: Amount; readonly per: Amount; readonly unit: string }
  | {
      readonly type: 'linear-cap';
      readonly threshold: Amount;
      readonly zeroBelow?: Amount;
      readonly max?: Amount;
      readonly unit: string;
    }
  | { readonly type: 'count'; readonly per: Amount; readonly max?: Amount; readonly start: Amount }
  | {
      readonly type: 'ratio-with-penalty';
      readonly max?: Amount;
      readonly penaltyPerUnit: Amount;
      readonly penaltyMax?: Amount;
      readonly floor: Amount;
    }
  | {
      readonly type: 'deduct';
      readonly start?: Amount;
      readonly perUnit: Amount;
      readonly floor: Amount;
      readonly deductMax?: Amount;
    }
  | {
      readonly type: 'conditional';
      readonly cases: readonly { readonly when: Cond; readonly gives: Rule }[];
      readonly otherwise?: Rule;
    }
  | {
      readonly type: 'survey';
      readonly max?: Amount;
      /** Answers by level, each worth a percentage: A 100, B 60 … */
      readonly levels?: readonly { readonly label: string; readonly percent: Amount }[];
      readonly rule?: Rule;
    }
  | { readonly type: 'penalty'; readonly per: Amount; readonly max?: Amount }
  | {
      readonly type: 'late-penalty';
      readonly perDay: Amount;
      /** Points when in time: 0 for a line that only takes away. */
      readonly start: Amount;
      readonly max?: Amount;
      readonly graceDays: Amount;
      readonly hardStop?: { readonly afterDays: Amount; readonly points: Amount };
    }
  | { readonly type: 'bonus'; readonly per: Amount; readonly max?: Amount }
  | {
      readonly type: 'year-on-year';
      readonly measure: 'percent' | 'difference';
      readonly direction: 'increase' | 'decrease';
      readonly rule: Rule;
    }
  | { readonly type: 'monitor-only' }
  /** Points that a person gives between 0 and the maximum, where the table leaves it to judgement. */
  | { readonly type: 'given' }
  | {
      readonly type: 'sum' | 'average' | 'min' | 'max';
      readonly parts: readonly RulePart[];
      readonly max?: Amount;
    }
  | { readonly type: 'formula'; readonly expr: Expr; readonly text?: string };

export const isSurvey = (rule: Rule | undefined): boolean => rule?.type === 'survey';
export const isMonitor = (rule: Rule | undefined): boolean => rule?.type === 'monitor-only';
