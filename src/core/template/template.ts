import type { UnitKind } from '../directory/unit.ts';
import type { Amount } from '../kernel/amount.ts';

/** tại xã | tại cơ quan | toàn địa bàn: whole-area figures already contain the communes' and are never added. */
export type Scope = 'commune' | 'agency' | 'area';

/** A cell by row and column; '*' means "the row at hand". */
export type Ref = { readonly row: string; readonly column: string };

/** A value is computed, never typed: a sum of cells, or a percentage of two sums. */
export type Formula =
  | { readonly sum: readonly Ref[] }
  | { readonly percent: { readonly of: readonly Ref[]; readonly by: readonly Ref[] } };

export type Severity =
  /** phải sửa mới gửi được */
  | 'must'
  /** sửa hoặc nêu lý do */
  | 'reason'
  /** nên xem lại */
  | 'look';

/** Written once, evaluated by the same code in the browser and on the server. */
export type Check = {
  readonly id: string;
  readonly severity: Severity;
  /** What it says in the office's own words, beside what the program says of it. */
  readonly title?: string;
  /** The rows it holds for when its refs say '*'; all typed rows when absent. */
  readonly rows?: readonly string[];
} & (
  | {
      /** Sums of cells on both sides, the commonest rule. */
      readonly left: readonly Ref[];
      readonly op: '=' | '<=' | '>=';
      readonly right: readonly Ref[];
    }
  /** Anything else, in the language of readRule.ts. */
  | { readonly rule: string }
);

export type Column = {
  readonly id: string;
  readonly title: string;
  /** '(3)' as printed over the column. */
  readonly number?: string;
  /** Heading above several columns: 'Tiếp nhận'. */
  readonly group?: string;
  readonly kind: 'figure' | 'text' | 'choice' | 'given';
  readonly choices?: readonly string[];
  readonly formula?: Formula;
  /** Code of indicators.json, where the column is one. */
  readonly indicator?: string;
  /** A stock is summed over units, never over time. */
  readonly stock?: boolean;
  /** May stay blank without counting as a gap. */
  readonly optional?: boolean;
  /** Smallest and largest amount that make sense. */
  readonly min?: Amount;
  readonly max?: Amount;
  readonly wide?: boolean;
};

/** How units' values become one: by its own rule, never a blind sum. */
export type Aggregation = 'sum' | 'ratio-of-sums' | 'latest' | 'max' | 'count-of-ones' | 'list' | 'none';

export type Row = {
  readonly id: string;
  readonly title: string;
  readonly unit?: string;
  readonly indicator?: string;
  readonly formula?: Formula;
  readonly aggregation?: Aggregation;
  readonly stock?: boolean;
  readonly estimate?: boolean;
  /** Values of 'given' columns, prefilled by the system. */
  readonly given?: Readonly<Record<string, string>>;
  /** Largest amount for this row: the maximum of a criterion. */
  readonly max?: Amount;
};

export type Form = {
  readonly id: string;
  readonly title: string;
  readonly unit?: string;
  readonly scope: Scope;
  /** Fixed rows, or rows keyed by the ids of tasks or criteria that the system fills in. */
  readonly rows: readonly Row[] | { readonly from: 'tasks' | 'low-marks' | 'led-criteria' };
  readonly columns: readonly Column[];
  /** Adds a computed row of totals over all rows. */
  readonly totalRow?: boolean;
  readonly checks: readonly Check[];
};

export type Section = {
  readonly id: string;
  /** 'I', '2', 'B' – as printed. */
  readonly number: string;
  readonly title: string;
  readonly guidance?: string;
  /** Written in words. */
  readonly words?: boolean;
  readonly optional?: boolean;
  /** Form ids shown under the words. */
  readonly forms?: readonly string[];
  readonly scope: Scope;
  /** Field of reform (CĐĐH, THỂ CHẾ, TTHC …). */
  readonly area?: string;
  /** Only for units that lead the area, or are partner in it; others see "không áp dụng". */
  readonly forLeadOf?: string;
  readonly forPartnerOf?: string;
  readonly forAnyLead?: boolean;
  /** Stated as not applicable for this outline, with the reason: a department has no commune index. */
  readonly notApplicable?: string;
  /** Documents that prove what is said here: 'Kế hoạch CCHC năm'. */
  readonly evidence?: readonly string[];
  readonly children?: readonly Section[];
};

export type Outline = {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly UnitKind[];
  readonly sections: readonly Section[];
};

export type Template = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly outlines: readonly Outline[];
  readonly forms: readonly Form[];
};
