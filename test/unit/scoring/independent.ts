import Big from 'big.js';

/**
 * Points worked out a second time, without the engine: each rule's own formula, everything multiplied first, one
 * division at the end, which big.js rounds exactly. A second opinion, in the arithmetic of a spreadsheet.
 */
const Decimal = Big();
Decimal.DP = 2;
Decimal.RM = Big.roundHalfUp;

type Num = string | number;
const big = (v: Num): Big => new Decimal(v);
/** numerator/denominator cut to two decimals, once. */
const share = (n: Big, d: Big): string => tidy(n.div(d));
const tidy = (v: Big): string => {
  const text = v.round(2, Big.roundHalfUp).toFixed();
  return text === '-0' ? '0' : text;
};
const least = (a: Big, b: Big): Big => (a.lt(b) ? a : b);
const most = (a: Big, b: Big): Big => (a.gt(b) ? a : b);

/** A percentage as numerator over denominator: 925 of 1000 is (92500, 1000). */
export type Rate = { readonly n: Num; readonly d: Num };
const hundred = (r: Rate): { n: Big; d: Big } => ({ n: big(r.n).times(100), d: big(r.d) });

export const linear = (r: Rate, max: Num): string => {
  const { n, d } = hundred(r);
  return n.gte(d.times(100)) ? tidy(big(max)) : share(n.times(max), d.times(100));
};

export const linearCap = (r: Rate, max: Num, threshold: Num, zeroBelow: Num): string => {
  const { n, d } = hundred(r);
  if (n.gte(d.times(threshold))) return tidy(big(max));
  return n.lt(d.times(zeroBelow)) ? '0' : share(n.times(max), d.times(threshold));
};

/** Half-open bands from high to low: [from, to) → points; the first is open above. */
export const tiers = (r: Rate, bands: readonly { readonly from: Num; readonly points: Num }[]): string => {
  const { n, d } = hundred(r);
  const found = bands.find((band) => n.gte(d.times(band.from)));
  return tidy(big(found?.points ?? 0));
};

/** Points on a straight line from (x0, p0) to (x1, p1). */
export const onLine = (r: Rate, x0: Num, x1: Num, p0: Num, p1: Num): string => {
  const { n, d } = hundred(r);
  const width = big(x1).minus(x0);
  const rise = n.minus(d.times(x0)).times(big(p1).minus(p0));
  return share(rise.plus(big(p0).times(d).times(width)), d.times(width));
};

export const count = (units: Num, per: Num, max: Num): string => tidy(least(big(units).times(per), big(max)));

export const ratioWithPenalty = (r: Rate, max: Num, units: Num, per: Num, floor: Num): string => {
  const { n, d } = hundred(r);
  const whole = d.times(100);
  const full = n.gte(whole) ? whole.times(max) : n.times(max);
  const left = full.minus(whole.times(units).times(per));
  return left.lt(whole.times(floor)) ? tidy(big(floor)) : share(left, whole);
};

export const deduct = (start: Num, units: Num, per: Num, floor: Num): string =>
  tidy(most(big(start).minus(big(units).times(per)), big(floor)));

export const penalty = (units: Num, per: Num, max: Num): string =>
  tidy(least(big(units).times(per), big(max)).times(-1));

export const late = (
  days: number,
  start: Num,
  per: Num,
  grace: number,
  stop: number,
  stopped: Num,
): string => {
  if (days > stop) return tidy(big(stopped));
  if (days <= grace) return tidy(big(start));
  return tidy(most(big(start).minus(big(days - grace).times(per)), big(0)));
};

/** Growth in per cent as a rate, for the bands of a year-on-year rule. */
export const growth = (current: Num, previous: Num): Rate => ({
  n: big(current).minus(previous).toFixed(),
  d: previous,
});

export const total = (points: readonly string[]): string =>
  tidy(points.reduce((all, p) => all.plus(p), big(0)));
export const percent = (achieved: string, maximum: string): string =>
  share(big(achieved).times(100), big(maximum));
