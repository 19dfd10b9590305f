import type { Day } from '../kernel/instant.ts';
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

/** The windows of one year in the order in which they end, each with those that it overlaps. */
export const yearOf = (
  periods: readonly Period[],
  year: number,
): readonly { readonly period: Period; readonly overlaps: readonly string[] }[] => {
  const end = (p: Period): Day => p.window.to;
  const own = periods
    .filter((p) => p.year === year)
    .sort((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : a.window.from < b.window.from ? -1 : 1));
  return own.map((period) => ({
    period,
    overlaps: own
      .filter((o) => o !== period && overlap(o.window, period.window))
      .map((o) => o.campaignId),
  }));
};
