import Big from 'big.js';

/** A decimal number in canonical text: '1234.5', never a float, never with an exponent. */
export type Amount = string & { readonly __amount?: never };

// Twenty digits after the point before rounding: ratios of counts stay exact to any number that is ever shown.
const Decimal = Big();
Decimal.DP = 20;
Decimal.RM = Big.roundHalfUp;

const canonical = (value: Big): Amount => {
  const text = value.toFixed();
  return text === '-0' ? '0' : text;
};

/** Digits with '.' between thousands and ',' before decimals, as Vietnamese offices write: 1.234.567,89. */
const GROUPED = /^[+-]?\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?:,\d+)?$/;
const PLAIN = /^[+-]?\d+(?:,\d+)?$/;
/** Spreadsheets copy 1234.5 when their own language is English; three digits after the point stay thousands. */
const POINT = /^[+-]?\d+\.(?:\d{1,2}|\d{4,})$/;

/**
 * Reads a number as it is typed or pasted. undefined = not a number; the caller keeps what was typed.
 * '1.234,5' '1234,5' '1 234' '2.000' (two thousand) are understood; '12a' and '1.23.4' are not.
 */
export const parseAmount = (typed: string): Amount | undefined => {
  const text = typed
    .normalize('NFC')
    .trim()
    .replace(/[\u2212\u2011]/g, '-');
  if (GROUPED.test(text))
    return canonical(
      new Decimal(
        text
          .replace(/[. \u00a0\u202f]/g, '')
          .replace(',', '.')
          .replace('+', ''),
      ),
    );
  if (PLAIN.test(text)) return canonical(new Decimal(text.replace(',', '.').replace('+', '')));
  if (POINT.test(text)) return canonical(new Decimal(text.replace('+', '')));
  return undefined;
};

/** Whether a text is an amount in canonical form, as stored and sent. */
export const isAmount = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text) && text.length <= 40;

/** 1234.5 → '1.234,5'. Decimals as they are, or rounded half up to the given count. */
export const formatAmount = (amount: Amount, decimals?: number): string => {
  const fixed =
    decimals === undefined ? new Decimal(amount).toFixed() : new Decimal(amount).toFixed(decimals);
  const negative = fixed.startsWith('-');
  const [whole = '0', fraction] = fixed.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${negative ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
};

export const sum = (amounts: Iterable<Amount>): Amount => {
  let total = new Decimal(0);
  for (const amount of amounts) total = total.plus(amount);
  return canonical(total);
};

export const subtract = (a: Amount, b: Amount): Amount => canonical(new Decimal(a).minus(b));
export const multiply = (a: Amount, b: Amount): Amount => canonical(new Decimal(a).times(b));

/** a/b rounded half up; undefined when b is zero: "không tính được", never 0 or infinity. */
export const ratio = (a: Amount, b: Amount, decimals = 20): Amount | undefined =>
  new Decimal(b).eq(0) ? undefined : canonical(new Decimal(a).div(b).round(decimals, Big.roundHalfUp));

/** a/b as a percentage with the given decimals; undefined when b is zero. */
export const percent = (a: Amount, b: Amount, decimals = 2): Amount | undefined =>
  new Decimal(b).eq(0)
    ? undefined
    : canonical(new Decimal(a).times(100).div(b).round(decimals, Big.roundHalfUp));

export const compare = (a: Amount, b: Amount): -1 | 0 | 1 => new Decimal(a).cmp(b);
export const isZero = (a: Amount): boolean => new Decimal(a).eq(0);

/** A number as a spreadsheet holds it: fifteen digits, so that 0.1 + 0.2 is 0.3. undefined: no finite number. */
export const amountOfNumber = (value: number): Amount | undefined =>
  Number.isFinite(value) ? canonical(new Decimal(value.toPrecision(15))) : undefined;
