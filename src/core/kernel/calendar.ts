import { addDays, type Day, type Instant, instantAt, weekday } from './instant.ts';

/** Kept by an administrator: Tết moves each year, and working days are swapped by decision. */
export type Calendar = {
  readonly holidays: ReadonlySet<Day>;
  /** Saturdays or Sundays that are worked in exchange for a day off. */
  readonly workedWeekends: ReadonlySet<Day>;
};

export const isWorkingDay = (day: Day, calendar: Calendar): boolean => {
  if (calendar.holidays.has(day)) return false;
  const w = weekday(day);
  return (w !== 0 && w !== 6) || calendar.workedWeekends.has(day);
};

/** The first working day strictly after the given day. */
export const nextWorkingDay = (day: Day, calendar: Calendar): Day => {
  let next = addDays(day, 1);
  // 400 days bound a calendar that names every day a holiday.
  for (let i = 0; i < 400 && !isWorkingDay(next, calendar); i++) next = addDays(next, 1);
  return next;
};

/** Working days that lie wholly after the cut-off day and wholly before the first late instant. */
export const workingDaysLeft = (cutoff: Day, firstLate: Instant, calendar: Calendar): number => {
  let count = 0;
  for (let day = addDays(cutoff, 1); instantAt(addDays(day, 1)) <= firstLate; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count++;
    if (count > 400) break;
  }
  return count;
};

/**
 * NĐ 09/2019/NĐ-CP, Điều 8 khoản 5: at least one working day between cut-off and deadline.
 * Answers the first day X for which "trước ngày X" leaves one; undefined when the deadline already does.
 */
export const suggestedDeadlineDay = (cutoff: Day, firstLate: Instant, calendar: Calendar): Day | undefined =>
  workingDaysLeft(cutoff, firstLate, calendar) >= 1
    ? undefined
    : addDays(nextWorkingDay(cutoff, calendar), 1);
