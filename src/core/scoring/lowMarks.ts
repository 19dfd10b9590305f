import { type Amount, compare, multiply } from '../kernel/amount.ts';

/** "Thấp hoặc chưa cao": the letter leaves it to the authority; this is only what is suggested. */
export const SUGGESTED_SHARE: Amount = '0.8';

export type PublishedMark = {
  readonly criterion: string;
  readonly name: string;
  readonly points: Amount;
  readonly max: Amount;
};

/** Half-open: a mark at the threshold itself is not low. */
export const isLow = (mark: PublishedMark, share: Amount): boolean =>
  compare(mark.points, multiply(mark.max, share)) < 0;

/** '1.10' comes after '1.9'. */
export const byCode = (a: string, b: string): number => {
  const [x, y] = [a.split('.'), b.split('.')];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [p = '', q = ''] = [x[i], y[i]];
    const [n, m] = [Number(p), Number(q)];
    if (p !== q) return Number.isNaN(n) || Number.isNaN(m) ? (p < q ? -1 : 1) : n - m;
  }
  return 0;
};
