import { type Amount, formatAmount } from '../kernel/amount.ts';

/**
 * An exact number while points are worked out: 1/3 × 0,375 is 0,125, and rounds to 0,13, only if the third was never
 * cut to decimals. Whole numerator over whole positive denominator; rounded once, at the end. Amounts go in and come
 * out; a division of decimals in between would have rounded, and costs ten times as much over a province.
 */
export type Fraction = { readonly n: bigint; readonly d: bigint };

export type RoundingMode = 'half-up' | 'half-even' | 'down';

const POWERS: bigint[] = Array.from({ length: 64 }, (_, i) => 10n ** BigInt(i));
const power = (decimals: number): bigint => POWERS[decimals] ?? 10n ** BigInt(decimals);

const known = new Map<string, Fraction>();

/** Amounts of rules and answers repeat: 100, 0.5, 2. */
export const exact = (amount: Amount): Fraction => {
  const before = known.get(amount);
  if (before) return before;
  const point = amount.indexOf('.');
  const made =
    point < 0
      ? { n: BigInt(amount), d: 1n }
      : { n: BigInt(amount.slice(0, point) + amount.slice(point + 1)), d: power(amount.length - point - 1) };
  if (amount.length < 8 && known.size < 5_000) known.set(amount, made);
  return made;
};

export const ZERO: Fraction = { n: 0n, d: 1n };

export const plus = (a: Fraction, b: Fraction): Fraction => {
  // Most sums of a sheet add nothing (no bonus, no survey), or points cut to the same decimals.
  if (a.n === 0n) return b;
  if (b.n === 0n) return a;
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
};

export const minus = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n - b.n, d: a.d } : { n: a.n * b.d - b.n * a.d, d: a.d * b.d };

export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });

/** undefined when b is zero: "không tính được", never 0 or infinity. */
export const over = (a: Fraction, b: Fraction): Fraction | undefined => {
  if (b.n === 0n) return undefined;
  return b.n < 0n ? { n: -a.n * b.d, d: -a.d * b.n } : { n: a.n * b.d, d: a.d * b.n };
};

export const order = (a: Fraction, b: Fraction): -1 | 0 | 1 => {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
};

export const isNought = (a: Fraction): boolean => a.n === 0n;
export const smaller = (a: Fraction, b: Fraction): Fraction => (order(a, b) <= 0 ? a : b);
export const larger = (a: Fraction, b: Fraction): Fraction => (order(a, b) >= 0 ? a : b);

/** Cut to decimals, once. Half goes away from zero, as in a spreadsheet and in SQL. */
export const roundedTo = (a: Fraction, decimals: number, mode: RoundingMode = 'half-up'): Fraction => {
  const scale = power(decimals);
  if (a.d === scale) return a;
  const size = (a.n < 0n ? -a.n : a.n) * scale;
  const whole = size / a.d;
  const twice = (size % a.d) * 2n;
  const isUp =
    mode === 'down' ? false : twice > a.d || (twice === a.d && (mode === 'half-up' || whole % 2n === 1n));
  const n = isUp ? whole + 1n : whole;
  return { n: a.n < 0n ? -n : n, d: scale };
};

export const rounded = (a: Fraction, decimals: number, mode: RoundingMode = 'half-up'): Amount => {
  const { n } = roundedTo(a, decimals, mode);
  if (decimals === 0) return String(n);
  const digits = String(n < 0n ? -n : n).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  const text = `${digits.slice(0, -decimals)}${fraction ? `.${fraction}` : ''}`;
  return n < 0n ? `-${text}` : text;
};

/** As an amount when its decimals end soon enough to be written down whole. */
const written = (a: Fraction): Amount | undefined => {
  const cut = roundedTo(a, 6, 'down');
  return order(cut, a) === 0 ? rounded(cut, 6) : undefined;
};

/** As an office writes it: '92,5', or four decimals when it does not end. */
export const spoken = (a: Fraction): string => formatAmount(written(a) ?? rounded(a, 4));
export const isWritten = (a: Fraction): boolean => written(a) !== undefined;
