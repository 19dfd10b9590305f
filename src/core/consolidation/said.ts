import { type Amount, formatAmount } from '../kernel/amount.ts';
import type { Instant } from '../kernel/instant.ts';

/** What one unit says in one cell; `typed` where it is no number. */
export type Said = {
  readonly name: string;
  readonly amount: Amount | null;
  readonly typed: string | null;
  /** When its report was sent. */
  readonly at: Instant | null;
};

const collator = new Intl.Collator('vi');

const words = ({ amount, typed }: Said): string => typed ?? (amount === null ? '' : formatAmount(amount));

/** 'Xã An: 3; Xã Bình: 5; và 12 đơn vị khác': names in their order, the rest counted and never cut in silence. */
export const listOfSaid = (said: readonly Said[], n: number, most: number): string => {
  const named = [...said].sort((a, b) => collator.compare(a.name, b.name)).slice(0, most);
  const rest = n - named.length;
  return [
    ...named.map((one) => `${one.name}: ${words(one)}`),
    ...(rest > 0 ? [`và ${rest} đơn vị khác`] : []),
  ].join('; ');
};

/** What was said last: of two that were sent at the same moment, that of the first name. */
export const latestSaid = (said: readonly Said[]): Said | undefined =>
  [...said].sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || collator.compare(a.name, b.name))[0];
