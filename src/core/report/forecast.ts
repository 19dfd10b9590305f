import { type Calendar, isWorkingDay } from '../kernel/calendar.ts';
import { addDays, dayOfInstant, type Instant, instantAt } from '../kernel/instant.ts';
import type { ReportState } from './states.ts';

/** Why a report that is still owed is expected to be late; each is said in words on the board. */
export type Forecast =
  /** Filled much less than the working time that has passed. */
  | { readonly kind: 'behind'; readonly filled: number; readonly passed: number }
  /** Nobody has touched it for so many working days. */
  | { readonly kind: 'idle'; readonly days: number }
  /** Filled, but it has waited for a signature for so many working days. */
  | { readonly kind: 'waiting'; readonly days: number };

type Watched = {
  readonly state: ReportState;
  readonly firstSubmittedAt: Instant | null;
  /** Filled share, 0 to 1. */
  readonly share: number;
  /** When the unit was last seen doing something: opened, wrote, passed on. */
  readonly lastActivity: Instant | null;
  readonly passedAt: Instant | null;
  readonly due: Instant;
};

const HOUR = 3_600_000;
/** Before a third of the time nobody can tell. */
const TOO_EARLY = 0.3;
/** So far behind the clock, in shares of the whole. */
const BEHIND = 0.25;
const IDLE_DAYS = 3;
const WAITING_DAYS = 2;

/** Hours of working days between two instants; whole days count twenty-four, since units write in the evening too. */
const workingHours = (from: Instant, to: Instant, calendar: Calendar): number => {
  let hours = 0;
  for (let day = dayOfInstant(from), i = 0; instantAt(day) < to && i < 400; day = addDays(day, 1), i++) {
    if (!isWorkingDay(day, calendar)) continue;
    const begins = Math.max(from, instantAt(day));
    const ends = Math.min(to, instantAt(addDays(day, 1)));
    hours += Math.max(0, ends - begins) / HOUR;
  }
  return hours;
};

/**
 * Says of each report whether it is expected to be late. The rule, as the guide has it: filled at least 25 points less
 * than the share of working time that has passed since the request was issued (once 30 % have passed); or untouched
 * for 3 working days; or waiting for a signature for 2. What is sent, returned or overdue is no longer foretold.
 */
export const createForecast = (calendar: Calendar, issuedAt: Instant, now: Instant) => {
  // Most units share one deadline and a few moments: the calendar is walked once for each.
  const known = new Map<string, number>();
  const hours = (from: Instant, to: Instant): number => {
    const key = `${from}/${to}`;
    const found = known.get(key) ?? workingHours(from, to, calendar);
    known.set(key, found);
    return found;
  };
  return (report: Watched): readonly Forecast[] => {
    const { state, share, due } = report;
    if (report.firstSubmittedAt !== null || now >= due || issuedAt >= due) return [];
    const found: Forecast[] = [];
    if (state === 'awaiting-signature' || state === 'signed') {
      const days = Math.floor(report.passedAt === null ? 0 : hours(report.passedAt, now) / 24);
      return days >= WAITING_DAYS ? [{ kind: 'waiting', days }] : [];
    }
    if (state !== 'not-opened' && state !== 'drafting') return [];
    const whole = hours(issuedAt, due);
    const passed = whole > 0 ? hours(issuedAt, now) / whole : 1;
    if (passed >= TOO_EARLY && share <= passed - BEHIND)
      found.push({ kind: 'behind', filled: share, passed });
    const days = Math.floor(hours(report.lastActivity ?? issuedAt, now) / 24);
    if (days >= IDLE_DAYS && share < 1) found.push({ kind: 'idle', days });
    return found;
  };
};
