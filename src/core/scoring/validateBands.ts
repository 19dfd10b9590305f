import { type Amount, compare, subtract } from '../kernel/amount.ts';
import { amountWords } from './answer.ts';
import { boundsText } from './boundsText.ts';
import type { Bounds } from './expression.ts';

export type BandProblem = {
  readonly code: 'bands.gap' | 'bands.overlap' | 'bands.never';
  readonly range: string;
  readonly index: number;
};

/** A point is an amount, or the open stretch right after it. */
type Spot = { readonly at: Amount; readonly after: boolean };

const fits = (v: Spot, b: Bounds): boolean => {
  const above = (bound: Amount, open: boolean): boolean => {
    const cmp = compare(v.at, bound);
    return cmp > 0 || (cmp === 0 && (!open || v.after));
  };
  const below = (bound: Amount, open: boolean): boolean => {
    const cmp = compare(v.at, bound);
    return cmp < 0 || (cmp === 0 && !open && !v.after);
  };
  return (
    (b.gte === undefined || above(b.gte, false)) &&
    (b.gt === undefined || above(b.gt, true)) &&
    (b.lt === undefined || below(b.lt, true)) &&
    (b.lte === undefined || below(b.lte, false))
  );
};

/** What is measured may lie between two whole numbers; what is counted may not. */
const MEASURED = /^(?:%|điểm|(?:nghìn|triệu|tỷ)? ?đồng|usd|km|ha)$/i;

const isWhole = (value: Amount): boolean => !value.includes('.');

/** Nothing lies between 'từ 1 đến 2' and 'từ 3' where cases are counted. */
const isBetweenCounts = (spot: Spot, next: Spot | undefined, unit: string): boolean =>
  spot.after &&
  next !== undefined &&
  !MEASURED.test(unit) &&
  isWhole(spot.at) &&
  isWhole(next.at) &&
  compare(subtract(next.at, spot.at), '1') === 0;

/**
 * Gaps from 0 up, bands that nothing reaches, and stretches that two closed bands both claim. Half-open bands make
 * every stretch between two bounds alike, so looking at each bound and right after it is looking everywhere.
 */
export const bandProblems = (
  bands: readonly Bounds[],
  unit: string,
  hasOtherwise: boolean,
  mayBeNegative = false,
): readonly BandProblem[] => {
  const ends = bands.flatMap((b) => [b.gte, b.gt, b.lt, b.lte].filter((e) => e !== undefined));
  const marks = [...new Set(['0', ...ends])]
    .filter((e) => mayBeNegative || compare(e, '0') >= 0)
    .sort(compare);
  const lowest: Amount = mayBeNegative ? '-1000000000' : '0';
  const spots = [...(mayBeNegative ? [lowest] : []), ...marks].flatMap((at) => [
    { at, after: false },
    { at, after: true },
  ]);
  const used = new Set<number>();
  const out: BandProblem[] = [];
  let gap: { from: Spot; to: string } | undefined;
  const closeGap = (): void => {
    if (gap) out.push({ code: 'bands.gap', range: gapText(gap.from, gap.to, unit), index: 0 });
    gap = undefined;
  };
  spots.forEach((spot, i) => {
    const taking = bands.flatMap((b, index) => (fits(spot, b) ? [index] : []));
    const [first] = taking;
    const next = spots[i + 1];
    if (first === undefined && !mayBeNegative && isBetweenCounts(spot, next, unit)) return;
    // A percentage ends at 100, a growth need not.
    const beyond = spot.after && next === undefined && unit === '%' && compare(spot.at, '100') >= 0;
    if (first === undefined) {
      const to = spot.after
        ? next
          ? `đến dưới ${amountWords(next.at, unit)}`
          : 'trở lên'
        : `đến ${amountWords(spot.at, unit)}`;
      if (!hasOtherwise && !beyond) gap = { from: gap?.from ?? spot, to };
      return;
    }
    closeGap();
    used.add(first);
    const closed = taking.filter((index) => isClosed(bands[index]));
    if (closed.length > 1 && isClosed(bands[first]))
      out.push({ code: 'bands.overlap', range: amountWords(spot.at, unit), index: closed[1] ?? first });
  });
  closeGap();
  bands.forEach((_band, index) => {
    if (!used.has(index)) out.push({ code: 'bands.never', range: boundsText(bands, index, unit), index });
  });
  return out;
};

const gapText = (from: Spot, to: string, unit: string): string => {
  const start = amountWords(from.at, unit);
  return to === `đến ${start}` ? start : `${from.after ? 'trên' : 'từ'} ${start} ${to}`;
};

const isClosed = (b: Bounds | undefined): boolean =>
  b !== undefined && (b.gte ?? b.gt) !== undefined && (b.lt ?? b.lte) !== undefined;
