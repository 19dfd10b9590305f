/**
 * Values that a person should look at before they are added: far from the other units by the robust z-score (median
 * and median absolute deviation: one wrong value cannot hide itself by stretching the spread), or a jump against the
 * unit's own last period. Floats are enough here: nothing of this is a figure of the report.
 */
export type Look =
  | { readonly kind: 'far'; readonly z: number }
  | { readonly kind: 'jump'; readonly times: number };

/** Iglewicz and Hoaglin's bound for the modified z-score. */
const FAR = 3.5;
/** 0,6745 is the quartile of the normal distribution: it puts the deviation on the scale of a standard deviation. */
const SCALE = 0.6745;
/** Where more than half of the units say the same, the mean deviation stands in (Iglewicz and Hoaglin 1993). */
const MEAN_SCALE = 1.253314;
const FEWEST = 8;
/** Three times as much, or a third, of what the unit itself reported; small counts jump by chance. */
const JUMP = 3;
const SMALL = 10;

const median = (sorted: readonly number[]): number => {
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
};

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const farOf = (values: readonly number[]): ((value: number) => number | undefined) => {
  if (values.length < FEWEST) return () => undefined;
  const middle = median(ascending(values));
  const distances = values.map((v) => Math.abs(v - middle));
  const mad = median(ascending(distances));
  const mean = distances.reduce((n, d) => n + d, 0) / distances.length;
  const spread = mad > 0 ? mad / SCALE : mean * MEAN_SCALE;
  return (value) => {
    if (spread === 0) return undefined;
    const z = (value - middle) / spread;
    return Math.abs(z) > FAR ? z : undefined;
  };
};

const jumpOf = (now: number, before: number): number | undefined => {
  if (before <= 0 || now < 0 || Math.max(now, before) < SMALL) return undefined;
  const times = now / before;
  return times >= JUMP || times <= 1 / JUMP ? times : undefined;
};

/** What to look at in one unit's value, the jump against its own history first. */
export const lookAt = (
  value: number,
  before: number | undefined,
  far: (value: number) => number | undefined,
): Look | undefined => {
  const times = before === undefined ? undefined : jumpOf(value, before);
  if (times !== undefined) return { kind: 'jump', times };
  const z = far(value);
  return z === undefined ? undefined : { kind: 'far', z };
};
