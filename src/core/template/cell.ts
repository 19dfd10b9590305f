import { type Amount, isAmount, parseAmount } from '../kernel/amount.ts';

/**
 * What stands in a cell. Blank, zero, "không phát sinh" and "không áp dụng" are four different values (facts of
 * figures), and what is not a number stays as it was typed.
 */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly amount: Amount; readonly estimate?: boolean }
  | { readonly kind: 'nil' }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'unparsed'; readonly typed: string }
  | { readonly kind: 'text'; readonly text: string };

export const EMPTY: Cell = { kind: 'empty' };

const NIL_WORDS = new Set(['kps', 'không phát sinh', 'khong phat sinh']);
const NOT_APPLICABLE_WORDS = new Set(['kad', 'không áp dụng', 'khong ap dung']);

/** Reads what was typed into a figure cell. Never replaces: '12a' stays '12a', marked wrong. */
export const readFigure = (typed: string, estimate = false): Cell => {
  const text = typed.normalize('NFC').trim();
  if (text === '') return EMPTY;
  const word = text.toLowerCase();
  if (NIL_WORDS.has(word)) return { kind: 'nil' };
  if (NOT_APPLICABLE_WORDS.has(word)) return { kind: 'not-applicable' };
  const amount = parseAmount(text);
  if (amount === undefined) return { kind: 'unparsed', typed: text.slice(0, 200) };
  return estimate ? { kind: 'amount', amount, estimate } : { kind: 'amount', amount };
};

/** Whether a cell that came over the wire is well formed. */
export const isCell = (cell: Cell): boolean => {
  if (cell.kind === 'amount') return isAmount(cell.amount);
  if (cell.kind === 'unparsed') return cell.typed !== '' && cell.typed.length <= 200;
  if (cell.kind === 'text') return cell.text !== '' && cell.text.length <= 10_000;
  return true;
};

export const sameCell = (a: Cell, b: Cell): boolean =>
  a.kind === b.kind &&
  (a.kind !== 'amount' ||
    b.kind !== 'amount' ||
    (a.amount === b.amount && (a.estimate ?? false) === (b.estimate ?? false))) &&
  (a.kind !== 'unparsed' || b.kind !== 'unparsed' || a.typed === b.typed) &&
  (a.kind !== 'text' || b.kind !== 'text' || a.text === b.text);
