import { type Amount, formatAmount } from '../kernel/amount.ts';
import { type Answer, unitWords } from './answer.ts';
import type { Bounds, Comparison, Expr } from './expression.ts';
import { exact, type Fraction, isWritten, order, over, spoken, times } from './fraction.ts';

/** Why no points can be worked out. Never replaced by a guess. */
export type Lack =
  | { readonly code: 'missing'; readonly what: string; readonly of?: string }
  | { readonly code: 'zeroDenominator'; readonly what: string }
  | { readonly code: 'noBand'; readonly what: string }
  | { readonly code: 'negative'; readonly what: string }
  | { readonly code: 'noPolicy'; readonly what: string }
  | { readonly code: 'circle'; readonly what: string }
  | { readonly code: 'unknownChoice'; readonly what: string; readonly choices: readonly string[] }
  | { readonly code: 'noContext'; readonly what: string }
  | { readonly code: 'dependsOn'; readonly what: string }
  | { readonly code: 'noRule'; readonly what: string };

export type Surroundings = {
  readonly answer: Answer | undefined;
  readonly code: string;
  answerOf(code: string): Answer | undefined;
  /** Points of another line; undefined when they are not known. */
  pointsOf(code: string): Fraction | undefined;
  maximumOf(code: string | undefined): Fraction | undefined;
  contextOf(name: string): Amount | undefined;
  readonly explain: boolean;
};

/** A number with how it was reached: the arithmetic in words, and how tightly it binds. */
export type Worked = { readonly v: Fraction; readonly t: string; readonly p: number };

export type Run = {
  readonly s: Surroundings;
  readonly answer: Answer | undefined;
  readonly x: Worked | undefined;
  readonly because: string[];
  lack: { value: Lack | undefined };
};

export const ATOM = 3;
export const TERM = 2;
export const SUM = 1;

export const fail = (run: Run, lack: Lack): undefined => {
  run.lack.value ??= lack;
  return undefined;
};

export const number = (v: Fraction, run: Run): Worked => ({ v, t: run.s.explain ? spoken(v) : '', p: ATOM });
export const inside = (w: Worked, p: number): string => (w.p < p || w.t.startsWith('-') ? `(${w.t})` : w.t);

const figureOf = (answer: Answer | undefined, name: string): Amount | undefined =>
  answer?.kind === 'given' && Object.hasOwn(answer.values, name) ? answer.values[name] : undefined;

const ASKED: Readonly<Record<string, string>> = {
  value: 'giá trị',
  count: 'số lượng',
  days: 'số ngày chậm',
  current: 'số liệu năm nay',
  previous: 'số liệu năm trước',
  numerator: 'tử số',
  denominator: 'mẫu số',
  points: 'điểm',
};
const asked = (e: Expr & { kind: 'field' }): string =>
  e.label ?? (e.name === 'value' && e.unit === '%' ? 'tỷ lệ (%)' : (ASKED[e.name] ?? e.name));

/** What is counted is never below zero; a growth or a difference may be. */
const COUNTED: ReadonlySet<string> = new Set(['count', 'days', 'numerator', 'denominator', 'ratio', 'index']);

export const field = (e: Expr & { kind: 'field' }, run: Run): Worked | undefined => {
  const answer = e.of === undefined ? run.answer : run.s.answerOf(e.of);
  for (const name of [e.name, ...(e.or ?? [])]) {
    const amount = figureOf(answer, name);
    if (amount !== undefined) {
      if (amount.startsWith('-') && COUNTED.has(name)) return fail(run, { code: 'negative', what: asked(e) });
      return number(exact(amount), run);
    }
  }
  // A percentage is also given as what it is worked out from.
  if (e.name === 'value') {
    const [a, b] = [figureOf(answer, 'numerator'), figureOf(answer, 'denominator')];
    if (a !== undefined && b !== undefined) {
      if (a.startsWith('-') || b.startsWith('-')) return fail(run, { code: 'negative', what: asked(e) });
      const share = over(exact(a), exact(b));
      if (!share) return fail(run, { code: 'zeroDenominator', what: e.of ?? run.s.code });
      const v = e.unit === '%' ? times(share, exact('100')) : share;
      if (run.s.explain)
        run.because.push(
          `${formatAmount(a)}/${formatAmount(b)} ${isWritten(v) ? '=' : '≈'} ${spoken(v)}${unitWords(e.unit)}`,
        );
      return number(v, run);
    }
  }
  return fail(run, { code: 'missing', what: asked(e), ...(e.of === undefined ? {} : { of: e.of }) });
};

/** Whether a value lies within the bounds of a band, each end open or closed as it says. */
export const holds = (v: Fraction, band: Bounds): boolean =>
  (band.gte === undefined || order(v, exact(band.gte)) >= 0) &&
  (band.gt === undefined || order(v, exact(band.gt)) > 0) &&
  (band.lt === undefined || order(v, exact(band.lt)) < 0) &&
  (band.lte === undefined || order(v, exact(band.lte)) <= 0);

export const compares = (cmp: number, op: Comparison): boolean => {
  switch (op) {
    case '>=':
      return cmp >= 0;
    case '>':
      return cmp > 0;
    case '<=':
      return cmp <= 0;
    case '<':
      return cmp < 0;
    case '=':
      return cmp === 0;
    case '!=':
      return cmp !== 0;
    default: {
      const never: never = op;
      return never;
    }
  }
};

export const list = (ws: readonly Worked[], sign: string, p: number): string =>
  ws
    .map((w, i) => (i === 0 && !w.t.startsWith('-') ? (w.p < p ? `(${w.t})` : w.t) : inside(w, p)))
    .join(sign);

export const COMPARISON: Readonly<Record<Comparison, string>> = {
  '>=': '≥',
  '>': '>',
  '<=': '≤',
  '<': '<',
  '=': '=',
  '!=': '≠',
};
