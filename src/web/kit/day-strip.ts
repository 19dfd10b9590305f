import { addDays, type Day, daysBetween } from '../../core/kernel/instant.ts';
import type { Window } from '../../core/kernel/window.ts';

export type DayCell =
  | { kind: 'start'; day: Day }
  | { kind: 'gap'; window: boolean; wideOnly: boolean }
  | {
      kind: 'day';
      day: Day;
      window: boolean;
      cutoff: boolean;
      due: boolean;
      over: boolean;
      today: boolean;
      /** Left out on a phone, where four cells fit. */
      wideOnly: boolean;
    };

/**
 * The days worth drawing: the last days of the window, cut-off, today, the last day in time, the first late one.
 * 29/02/2024 is seen inside the deadline and outside the window (facts of time, 2).
 */
export const dayCells = (window: Window, dueDay: Day, today: Day): DayCell[] => {
  const shown = new Set<Day>([window.to, dueDay, today]);
  // The first late day is drawn until it has begun; afterwards "today" says it.
  if (today <= dueDay) shown.add(addDays(dueDay, 1));
  const fillers = [addDays(window.to, -1), addDays(window.to, -2)].filter((day) => day >= window.from);
  // After the deadline the past window matters less than how late it is.
  if (today <= dueDay) for (const day of fillers) shown.add(day);
  const days = [...shown].sort();
  const cells: DayCell[] = [];
  if ((days[0] ?? '') > window.from) cells.push({ kind: 'start', day: window.from });
  let before: Day | undefined;
  for (const day of days) {
    const inside = day >= window.from && day <= window.to;
    const important = day === today || day === window.to || day === dueDay || day > dueDay;
    const wideOnly = !important && day !== addDays(window.to, -1);
    if (before !== undefined && daysBetween(before, day) > 1) {
      cells.push({ kind: 'gap', window: inside && before >= window.from, wideOnly: true });
    }
    cells.push({
      kind: 'day',
      day,
      window: inside,
      cutoff: day === window.to,
      due: day === dueDay,
      over: day > dueDay,
      today: day === today,
      wideOnly: wideOnly || (!important && today < addDays(window.to, -1)),
    });
    before = day;
  }
  return cells;
};
