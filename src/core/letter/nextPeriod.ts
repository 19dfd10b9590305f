import {
  addDays,
  type Day,
  dayOf,
  dayOfInstant,
  daysBetween,
  instantAt,
  isDay,
  isoInstant,
  parseInstant,
  partsOfDay,
  timeOfInstant,
} from '../kernel/instant.ts';
import { officialShort } from './check.ts';
import { periodWithYear, periodWords } from './periodWords.ts';
import type { Period } from './reading.ts';

/** The last request, as far as the next one follows from it. */
export type LastRequest = {
  readonly subject: string;
  readonly period: Period & { readonly year: number };
  readonly window: { readonly from: Day; readonly to: Day };
  readonly deadline: { readonly at: string; readonly inclusive: boolean; readonly timeOfDay: string | null };
  /** Titles of parts and other sentences whose years and periods follow. */
  readonly titles: readonly string[];
};

export type NextRequest = {
  readonly subject: string;
  readonly period: Period & { readonly year: number };
  readonly window: { readonly from: Day; readonly to: Day };
  readonly deadline: {
    readonly at: string;
    readonly inclusive: boolean;
    readonly timeOfDay: string | null;
    readonly text: string;
  };
  readonly titles: readonly string[];
};

const ORDER_END: Readonly<Record<string, (index: number | null) => number>> = {
  tháng: (i) => i ?? 12,
  quý: (i) => (i ?? 4) * 3,
  '6 tháng': (i) => (i === 2 ? 12 : 6),
  '9 tháng': () => 9,
  năm: () => 12,
  khác: () => 12,
};

const lastMonth = (p: Period): number => ORDER_END[p.kind]?.(p.index) ?? 12;

/** Months that a period covers by itself; quarter I, half-year, nine months and year run from the year's start. */
const firstMonth = (p: Period): number => {
  if (p.kind === 'tháng') return p.index ?? 1;
  if (p.kind === 'quý') return p.index === 3 ? 7 : p.index === 1 ? 1 : ((p.index ?? 1) - 1) * 3 + 1;
  if (p.kind === '6 tháng' && p.index === 2) return 7;
  return 1;
};

/** Months are counted through years, so that a distance across New Year stays one number. */
const monthNumber = (day: Day): number => {
  const { year, month } = partsOfDay(day);
  return year * 12 + month - 1;
};

const lastDayOfMonth = (year: number, month: number): number => {
  for (let d = 31; d > 28; d--) if (isDay(dayOf(year, month, d))) return d;
  return 28;
};

/** The same day of the month as many months away; the last day when that month is shorter. */
const shifted = (day: Day, months: number): Day => {
  const { day: date } = partsOfDay(day);
  const n = monthNumber(day) + months;
  const [year, month] = [Math.floor(n / 12), (n % 12) + 1];
  return dayOf(year, month, Math.min(date, lastDayOfMonth(year, month)));
};

/** A day that was the last of its month stays the last; 28/02 is literal (facts of time, 2) unless asked. */
const endOf = (period: Period & { year: number }): number => period.year * 12 + lastMonth(period) - 1;
const startOf = (period: Period & { year: number }): number => period.year * 12 + firstMonth(period) - 1;

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');

/** Ways in which letters write one period; the longest first. */
const spellings = (p: Period): string[] => {
  const own = periodWords(p);
  const others: string[] = [];
  if (p.kind === 'quý' && p.index !== null)
    others.push(`quý ${p.index}`, `quí ${p.index}`, own.replace('quý', 'quí'));
  if (p.kind === '6 tháng')
    others.push('06 tháng đầu năm', '6 tháng', '06 tháng', 'sáu tháng đầu năm', 'sáu tháng');
  if (p.kind === '9 tháng') others.push('09 tháng đầu năm', '9 tháng', '09 tháng', 'chín tháng đầu năm');
  if (p.kind === 'tháng' && p.index !== null) others.push(`tháng ${p.index}`, `tháng 0${p.index}`);
  return [own, ...others].filter(Boolean).sort((a, b) => b.length - a.length);
};

const DECREE = /(?:số\s+)?\d+(?:\/\d{4})?\/\p{Lu}[\p{L}\d-]*(?:\s+ngày\s+[\d/]+)?/u;

/**
 * "quý I năm 2024" → "6 tháng đầu năm 2024"; other years move by the same distance ("Chỉ số năm 2023" → 2024), but
 * numbers and dates of cited documents stay: the next plan has a number that nobody can guess.
 */
export const reword = (
  words: string,
  from: Period & { year: number },
  to: Period & { year: number },
): string => {
  const years = to.year - from.year;
  const forms = spellings(from).map(literal).join('|');
  const next = periodWords(to);
  const withYear = periodWithYear(to);
  return words
    .split(new RegExp(`(${DECREE.source})`, 'u'))
    .map((piece, i) => {
      if (i % 2 === 1) return piece;
      let text = piece;
      const marks: string[] = [];
      const keep = (value: string): string => `\ue000${marks.push(value) - 1}\ue001`;
      if (forms) {
        text = text.replace(
          new RegExp(
            `(?<!\\p{L})(?:${forms})(?![\\p{L}\\d])(\\s*,?\\s*(?:năm\\s+|/\\s?)${from.year})?`,
            'giu',
          ),
          (found: string, year?: string) => {
            const value = year === undefined ? next || withYear : withYear;
            return keep(/^\p{Lu}/u.test(found) ? value.charAt(0).toUpperCase() + value.slice(1) : value);
          },
        );
      } else if (next)
        text = text.replace(new RegExp(`năm\\s+${from.year}(?!\\d)`, 'gu'), () => keep(withYear));
      text = text.replace(
        /(năm\s+|\/\s?)((?:19|20)\d{2})(?!\d)/gu,
        (_, lead: string, year: string) => `${lead}${Number(year) + years}`,
      );
      return text.replace(/\ue000(\d+)\ue001/g, (_, n: string) => marks[Number(n)] ?? '');
    })
    .join('');
};

/**
 * A5: the next request by the last one's own distances. The window ends, and the deadline falls, as far from the end of
 * the period as before; it begins where the kind of period says: quarter I, 6 tháng, 9 tháng and năm run from the
 * year's start, quarter III from the half-year (facts of time, 5).
 */
export const nextRequest = (last: LastRequest, target: Period & { readonly year: number }): NextRequest => {
  const byEnd = endOf(target) - endOf(last.period);
  const byStart = startOf(target) - startOf(last.period);
  const to = shifted(last.window.to, byEnd);
  const from = shifted(last.window.from, byStart);
  const at = parseInstant(last.deadline.at) ?? instantAt(last.window.to);
  // The wording's day: for "chậm nhất ngày X" the first late instant is the day after X.
  const isMidnight = timeOfInstant(at).hour + timeOfInstant(at).minute === 0;
  const named = last.deadline.inclusive && isMidnight ? addDays(dayOfInstant(at), -1) : dayOfInstant(at);
  // A deadline in the days after the cut-off keeps its days to it when that is nearer than its day of the month.
  const gap = daysBetween(last.window.to, named);
  const byMonth = shifted(named, byEnd);
  const day = daysBetween(to, byMonth) >= Math.min(gap, 1) ? byMonth : addDays(to, gap);
  const { hour, minute } = timeOfInstant(at);
  const next = isMidnight
    ? instantAt(last.deadline.inclusive ? addDays(day, 1) : day)
    : instantAt(day, hour, minute);
  const clock = last.deadline.timeOfDay ? `${last.deadline.timeOfDay.replace(':', ' giờ ')}, ` : '';
  return {
    subject: reword(last.subject, last.period, target),
    period: target,
    window: { from, to },
    deadline: {
      at: isoInstant(next),
      inclusive: last.deadline.inclusive,
      timeOfDay: last.deadline.timeOfDay,
      text: `${last.deadline.inclusive ? 'chậm nhất' : 'trước'} ${clock}ngày ${officialShort(day)}`,
    },
    titles: last.titles.map((title) => reword(title, last.period, target)),
  };
};

/** The period that follows in a yearly regime of four reports: quý I, 6 tháng, quý III, năm, then quý I again. */
export const following = (period: Period & { readonly year: number }): Period & { readonly year: number } => {
  const { kind, index, year } = period;
  if (kind === 'tháng')
    return index === 12 ? { kind, index: 1, year: year + 1 } : { kind, index: (index ?? 0) + 1, year };
  if (kind === 'quý' && index === 1) return { kind: '6 tháng', index: 1, year };
  if (kind === 'quý' && index === 2) return { kind: 'quý', index: 3, year };
  if (kind === '6 tháng')
    return index === 2 ? { kind: 'quý', index: 1, year: year + 1 } : { kind: 'quý', index: 3, year };
  if (kind === 'quý' && index === 3) return { kind: 'năm', index: null, year };
  if (kind === '9 tháng') return { kind: 'năm', index: null, year };
  return { kind: 'quý', index: 1, year: year + 1 };
};
