import { daysBetween } from '../kernel/instant.ts';
import type { WrittenDate } from './dates.ts';
import { civil } from './dates.ts';
import type { DateKnown, Period } from './reading.ts';

/** What the letter says about the year: the period first, then its own date. Never the day of reading. */
export type YearContext = {
  readonly period: Period | null;
  readonly date: string | null;
  readonly dateKnown: DateKnown | null;
};

const lastMonth = (period: Period): number => {
  switch (period.kind) {
    case 'tháng':
      return period.index ?? 12;
    case 'quý':
      return (period.index ?? 4) * 3;
    case '6 tháng':
      return period.index === 2 ? 12 : 6;
    case '9 tháng':
      return 9;
    case 'năm':
    case 'khác':
      return 12;
  }
};

/** The day around which the report is due or closed. */
const anchorOf = (context: YearContext): string | undefined => {
  const { period, date, dateKnown } = context;
  if (period?.year) return civil(period.year, lastMonth(period), 20);
  if (date) return date;
  if (dateKnown?.year) return civil(dateKnown.year, dateKnown.month ?? 6, 15);
  return undefined;
};

/** The whole day meant by a written date, or undefined when the letter does not say the year. */
export const resolveDay = (
  written: WrittenDate,
  context: YearContext,
  use: 'deadline' | 'window',
): string | undefined => {
  if (written.month === undefined) {
    // "chậm nhất là ngày 20": of the month of the letter, or the next one when that day is past.
    const [year = 0, month = 0, day = 0] = (context.date ?? '').split('-').map(Number);
    if (use === 'deadline' && year) {
      if (written.day >= day) return civil(year, month, written.day);
      return month === 12 ? civil(year + 1, 1, written.day) : civil(year, month + 1, written.day);
    }
    const { dateKnown } = context;
    if (use === 'deadline' && dateKnown?.year && dateKnown.month)
      return civil(dateKnown.year, dateKnown.month, written.day);
    return undefined;
  }
  if (written.year !== undefined) return civil(written.year, written.month, written.day);
  if (written.yearShift !== undefined) {
    const base =
      context.period?.year ?? (context.date ? Number(context.date.slice(0, 4)) : context.dateKnown?.year);
    return base ? civil(base + written.yearShift, written.month, written.day) : undefined;
  }
  const anchor = anchorOf(context);
  if (!anchor) return undefined;
  const year = Number(anchor.slice(0, 4));
  const base = use === 'deadline' && context.date ? Number(context.date.slice(0, 4)) : year;
  const days = [base - 1, base, base + 1]
    .map((y) => civil(y, written.month ?? 1, written.day))
    .filter((d): d is string => d !== undefined)
    // A deadline is not before the letter that sets it.
    .filter((d) => use === 'window' || !context.date || d >= context.date);
  // A quarter or a month names its season: the nearest day, unless it had passed when the letter was written.
  if (use === 'deadline' && context.date && context.period?.year && context.period.kind !== 'năm') {
    const near = [year - 1, year, year + 1]
      .map((y) => civil(y, written.month ?? 1, written.day))
      .filter((d): d is string => d !== undefined)
      .sort((a, b) => Math.abs(daysBetween(anchor, a)) - Math.abs(daysBetween(anchor, b)))[0];
    return near && near >= context.date ? near : undefined;
  }
  // The first such day after a dated letter; one that had just passed is a slip that nobody here can settle.
  if (use === 'deadline' && context.date) {
    const first = days.sort()[0] ?? civil(year + 2, written.month, written.day);
    return first && daysBetween(context.date, first) <= 355 ? first : undefined;
  }
  return days.sort((a, b) => Math.abs(daysBetween(anchor, a)) - Math.abs(daysBetween(anchor, b)))[0];
};
