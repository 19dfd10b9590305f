import { type Calendar, isWorkingDay, nextWorkingDay } from '../kernel/calendar.ts';
import { dayOfInstant, daysBetween, type Instant } from '../kernel/instant.ts';

/**
 * What a request says of time beyond its deadline. No law decides these for a periodic report; each request chooses,
 * and the units are told.
 */
export type Policy = {
  /** A last day that nobody works: stays, or moves to the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
  readonly shift: 'none' | 'next-working-day';
  /** After a return: the first sending counts, the last one, or the first as long as the new date is kept. */
  readonly returned: 'first' | 'last' | 'new-date';
  /** Whether a first sending is taken after the deadline. */
  readonly lateSending: 'always' | 'until-last' | 'never';
  /** First instant at which a first sending is refused; for 'until-last'. */
  readonly lastSending: Instant | null;
  /** First instant at which sending again after a return is refused. */
  readonly lastCorrection: Instant | null;
};

export const USUAL_POLICY: Policy = {
  shift: 'none',
  returned: 'first',
  lateSending: 'always',
  lastSending: null,
  lastCorrection: null,
};

export const SHIFTS = ['none', 'next-working-day'] as const satisfies readonly Policy['shift'][];
export const RETURNED = ['first', 'last', 'new-date'] as const satisfies readonly Policy['returned'][];
export const LATE_SENDINGS = [
  'always',
  'until-last',
  'never',
] as const satisfies readonly Policy['lateSending'][];

const DAY_MS = 86_400_000;

/**
 * The first late instant that holds: the one that the letter names, or, where its last day is not worked, as many
 * days later as the next working day lies. The last day of "trước ngày 01/3" is 29/02: one looks just before the instant.
 */
export const deadlineInForce = (named: Instant, shift: Policy['shift'], calendar: Calendar): Instant => {
  const last = dayOfInstant(named - 1);
  if (shift === 'none' || isWorkingDay(last, calendar)) return named;
  return named + daysBetween(last, nextWorkingDay(last, calendar)) * DAY_MS;
};
