import Big from 'big.js';
import { type Amount, formatAmount } from '../kernel/amount.ts';

/**
 * An exact number while points are worked out: 1/3 × 0,375 is 0,125, and rounds to 0,13, only if the third was never
 * cut to decimals. Numerator and denominator are decimals; a missing denominator is 1. Rounded once, at the end.
 */
export type Fraction = { readonly n: Big; readonly d: Big | null };

export type RoundingMode = 'half-up' | 'half-even' | 'down';

const MODES: Readonly<Record<RoundingMode, 0 | 1 | 2>> = { down: 0, 'half-up': 1, 'half-even': 2 };

const Exact = Big();

// A division rounds by the settings of the constructor that made its numerator: one for each way of rounding.
const dividers = new Map<string, typeof Exact>();
const divider = (decimals: number, mode: RoundingMode): typeof Exact => {
  const key = `${decimals} ${mode}`;
  const known = dividers.get(key);
  if (known) return known;
  const made = Big();
  made.DP = decimals;
  made.RM = MODES[mode];
  dividers.set(key, made);
  return made;
};

const read = new Map<string, Fraction>();

/** Amounts of rules and answers repeat: 100, 0.5, 2. */
export const exact = (amount: Amount): Fraction => {
  const known = read.get(amount);
  if (known) return known;
  const made = { n: new Exact(amount), d: null };
  if (amount.length < 8 && read.size < 5_000) read.set(amount, made);
  return made;
};

export const ZERO: Fraction = { n: new Exact(0), d: null };

const product = (a: Big | null, b: Big | null): Big | null => (a && b ? a.times(b) : (a ?? b));
const scaled = (n: Big, d: Big | null): Big => (d ? n.times(d) : n);

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.d === null && b.d === null
    ? { n: a.n.plus(b.n), d: null }
    : { n: scaled(a.n, b.d).plus(scaled(b.n, a.d)), d: product(a.d, b.d) };

export const minus = (a: Fraction, b: Fraction): Fraction =>
  a.d === null && b.d === null
    ? { n: a.n.minus(b.n), d: null }
    : { n: scaled(a.n, b.d).minus(scaled(b.n, a.d)), d: product(a.d, b.d) };

export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n.times(b.n), d: product(a.d, b.d) });

/** undefined when b is zero: "không tính được", never 0 or infinity. */
export const over = (a: Fraction, b: Fraction): Fraction | undefined => {
  if (isNought(b)) return undefined;
  const n = scaled(a.n, b.d);
  const d = scaled(b.n, a.d);
  return d.lt(0) ? { n: n.times(-1), d: d.times(-1) } : { n, d };
};

export const order = (a: Fraction, b: Fraction): -1 | 0 | 1 =>
  a.d === null && b.d === null ? a.n.cmp(b.n) : scaled(a.n, b.d).cmp(scaled(b.n, a.d));

export const isNought = (a: Fraction): boolean => a.n.eq(0);
export const smaller = (a: Fraction, b: Fraction): Fraction => (order(a, b) <= 0 ? a : b);
export const larger = (a: Fraction, b: Fraction): Fraction => (order(a, b) >= 0 ? a : b);

/** Cut to decimals, once. */
export const rounded = (a: Fraction, decimals: number, mode: RoundingMode = 'half-up'): Amount => {
  const value = a.d ? new (divider(decimals, mode))(a.n).div(a.d) : a.n.round(decimals, MODES[mode]);
  const text = value.toFixed();
  return /^-0(\.0*)?$/.test(text) ? '0' : text;
};

/** As an amount when its decimals end soon enough to be written down whole. */
const written = (a: Fraction): Amount | undefined => {
  const text = rounded(a, 6, 'down');
  return order(exact(text), a) === 0 ? text : undefined;
};

/** As an office writes it: '92,5', or four decimals when it does not end. */
export const spoken = (a: Fraction): string => formatAmount(written(a) ?? rounded(a, 4));
export const isWritten = (a: Fraction): boolean => written(a) !== undefined;
