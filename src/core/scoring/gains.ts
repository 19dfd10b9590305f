import { type Amount, compare, formatAmount, subtract, sum } from '../kernel/amount.ts';
import type { Answers, Context } from './answer.ts';
import type { CriteriaSet } from './criteria.ts';
import { score } from './score.ts';
import type { LineScore } from './sheet.ts';

/** How hard the office thinks it is; the program does not guess. */
export type Effort = 'low' | 'middle' | 'high';

export type Gain = {
  readonly code: string;
  readonly name: string;
  /** Points that are still to be had on this line. */
  readonly gain: Amount;
  readonly points: Amount | null;
  readonly maximum: Amount;
  readonly effort: Effort | null;
  readonly leadUnit: string | null;
  readonly ruleText: string;
  readonly words: string;
};

export type Gains = {
  readonly gains: readonly Gain[];
  readonly total: Amount;
  /** 'Làm 3 việc này để tăng 4,5 điểm.' */
  readonly words: string;
};

const gainOf = (line: LineScore): Amount => {
  const target =
    line.role === 'penalty' ? '0' : line.role === 'bonus' ? (line.declaredMaximum ?? '0') : line.maximum;
  return subtract(target, line.points ?? '0');
};

const OPEN: ReadonlySet<LineScore['status']> = new Set(['computed', 'not-answered', 'not-computable']);

const wordsOf = (line: LineScore, gain: Amount): string => {
  if (line.role === 'penalty') return `Đang bị trừ ${formatAmount(gain)} điểm. ${line.explanation}`;
  if (line.points === null) return `Chưa có điểm, còn tới ${formatAmount(gain)} điểm. ${line.explanation}`;
  return `Đang đạt ${formatAmount(line.points)}/${formatAmount(line.maximum)} điểm, còn tới ${formatAmount(gain)} điểm. ${line.explanation}`;
};

const EASE: Readonly<Record<Effort, number>> = { low: 0, middle: 1, high: 2 };

/** Lines with points still to be had, the largest possible gain first; of equal gains the easier first. */
export const reachableGains = (
  set: CriteriaSet,
  answers: Answers,
  options: {
    readonly context?: Context;
    readonly limit?: number;
    readonly leadUnit?: string;
    readonly effort?: Readonly<Record<string, Effort>>;
  } = {},
): Gains => {
  const sheet = score(set, answers, { ...options.context, explain: true });
  const effortOf = (code: string): Effort | null =>
    options.effort && Object.hasOwn(options.effort, code) ? (options.effort[code] ?? null) : null;
  const all = sheet.lines
    .filter((line) => line.isLeaf && OPEN.has(line.status))
    .filter((line) => options.leadUnit === undefined || line.leadUnit === options.leadUnit)
    .map((line) => ({ line, gain: gainOf(line) }))
    .filter(({ gain }) => compare(gain, '0') > 0)
    .sort((a, b) => {
      const ease = (code: string): number => EASE[effortOf(code) ?? 'middle'];
      return compare(b.gain, a.gain) || ease(a.line.code) - ease(b.line.code);
    });
  const gains = all.slice(0, options.limit ?? all.length).map(
    ({ line, gain }): Gain => ({
      code: line.code,
      name: line.name,
      gain,
      points: line.points,
      maximum: line.maximum,
      effort: effortOf(line.code),
      leadUnit: line.leadUnit ?? null,
      ruleText: line.ruleText,
      words: wordsOf(line, gain),
    }),
  );
  const total = sum(gains.map((g) => g.gain));
  const words =
    gains.length === 0 ? '' : `Làm ${gains.length} việc này để tăng tới ${formatAmount(total)} điểm.`;
  return { gains, total, words };
};
