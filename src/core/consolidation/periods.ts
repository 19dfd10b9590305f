import { adjoin, overlap, type Window } from '../kernel/window.ts';

export type Period = {
  readonly campaignId: string;
  readonly title: string;
  readonly kind: string | null;
  readonly index: number | null;
  readonly year: number | null;
  readonly window: Window;
};

/** How another window stands to the one in hand. Whatever it is, the two are set side by side and never added (G8). */
export type Relation = 'same-last-year' | 'adjoins' | 'overlaps' | 'apart';

const samePeriod = (a: Period, b: Period): boolean =>
  a.kind !== null && a.kind === b.kind && a.index === b.index && a.year !== null && b.year !== null;

export const relationOf = (at: Period, other: Period): Relation => {
  if (samePeriod(at, other) && other.year === (at.year ?? 0) - 1) return 'same-last-year';
  if (overlap(at.window, other.window)) return 'overlaps';
  return adjoin(at.window, other.window) || adjoin(other.window, at.window) ? 'adjoins' : 'apart';
};

/** What stands beside the figures when nobody chose: the same period of last year, or none. */
export const comparableOf = (at: Period, others: readonly Period[]): Period | undefined =>
  others.find((o) => relationOf(at, o) === 'same-last-year');

/** The windows of one year in the order in which they end. */
export const yearOf = (periods: readonly Period[], year: number): readonly Period[] =>
  periods
    .filter((p) => p.year === year)
    .sort((a, b) => {
      const [x, y] = [`${a.window.to}${a.window.from}`, `${b.window.to}${b.window.from}`];
      return x < y ? -1 : x > y ? 1 : 0;
    });
