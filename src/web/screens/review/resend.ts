import { type Calendar, nextWorkingDay } from '../../../core/kernel/calendar.ts';
import {
  addDays,
  type Day,
  dayOf,
  dayOfInstant,
  type Instant,
  instantAt,
  isDay,
  timeOfInstant,
} from '../../../core/kernel/instant.ts';
import { shortDay } from '../../../core/kernel/wording.ts';

const TYPED = /^(?:(\d{1,2})[:hg](\d{2})?\s*(?:,|ngày|ngay)?\s*)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/i;

/**
 * '16:00 29/02/2024' or '29/02/2024' (the whole day, 24:00) as the first late instant, by the civil time of Vietnam
 * whatever the browser's zone; undefined when it is no time that exists.
 */
export const readResend = (typed: string): Instant | undefined => {
  const m = TYPED.exec(typed.normalize('NFC').trim().replace(/\s+/g, ' '));
  if (!m) return undefined;
  const day = dayOf(Number(m[5]), Number(m[4]), Number(m[3]));
  if (!isDay(day)) return undefined;
  const [hour, minute] = m[1] === undefined ? [24, 0] : [Number(m[1]), Number(m[2] ?? 0)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  return instantAt(day, hour, minute);
};

export const resendText = (firstLate: Instant): string => {
  const { hour, minute } = timeOfInstant(firstLate);
  if (hour + minute === 0) return `24:00 ${shortDay(addDays(dayOfInstant(firstLate), -1))}`;
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${pad(hour)}:${pad(minute)} ${shortDay(dayOfInstant(firstLate))}`;
};

/** Holidays with a fixed date (Bộ luật Lao động, Điều 112); Tết is the administrator's and can be corrected here. */
const fixedHolidays = (year: string): readonly Day[] =>
  ['01-01', '04-30', '05-01', '09-02'].map((d) => `${year}-${d}`);

const HOUR = 3_600_000;

/** The campaign's deadline while it leaves time to correct, else the end of the next working day. */
export const suggestedResend = (now: Instant, deadline: Instant | null): Instant => {
  if (deadline !== null && deadline - now >= 4 * HOUR) return deadline;
  const today = dayOfInstant(now);
  const year = today.slice(0, 4);
  const calendar: Calendar = {
    holidays: new Set([...fixedHolidays(year), ...fixedHolidays(String(Number(year) + 1))]),
    workedWeekends: new Set(),
  };
  return instantAt(nextWorkingDay(today, calendar), 24);
};
