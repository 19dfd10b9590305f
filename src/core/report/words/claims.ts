import type { Amount } from '../../kernel/amount.ts';
import type { Ref } from '../../template/template.ts';

/** A figure that the table gives: a sum of cells, or a percentage of two sums. */
export type Measure =
  | { readonly kind: 'sum'; readonly refs: readonly Ref[] }
  | { readonly kind: 'percent'; readonly of: readonly Ref[]; readonly by: readonly Ref[] };

/**
 * Something that the words say of the figures. Any of the measures may bear it out: 'đã tiếp nhận 341 hồ sơ' may mean
 * with or without those carried over, and only what none of them gives is a contradiction.
 */
export type Claim = {
  readonly formId: string;
  /** The words that say it, for marking and quoting. */
  readonly start: number;
  readonly end: number;
  /** The number in them; absent where it is said without one ('không có hồ sơ quá hạn'). */
  readonly number?: { readonly start: number; readonly end: number };
  readonly said: Amount;
  readonly percent: boolean;
  readonly decimals: number;
  readonly measures: readonly Measure[];
};
