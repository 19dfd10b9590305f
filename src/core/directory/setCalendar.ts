import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { type Day, partsOfDay, weekday } from '../kernel/instant.ts';
import { directoryFact } from './fact.ts';

export type CalendarDay = {
  readonly day: Day;
  readonly kind: 'holiday' | 'worked-weekend';
  readonly name: string;
};

/** The days of one year that differ from the week. `version` is a fingerprint of what was read. */
export const setCalendar = (
  year: number,
  current: { readonly days: readonly CalendarDay[]; readonly version: string },
  wanted: readonly CalendarDay[],
  readVersion: string,
): Decision<Fact> => {
  if (current.version !== readVersion)
    return refuse('directory.stale', {
      yours: { days: wanted },
      current: { days: current.days },
      version: current.version,
    });
  const seen = new Set<Day>();
  for (const { day, kind } of wanted) {
    if (partsOfDay(day).year !== year) return refuse('directory.dayOfOtherYear', { day, year });
    if (seen.has(day)) return refuse('directory.dayTwice', { day });
    seen.add(day);
    const w = weekday(day);
    if (kind === 'worked-weekend' && w !== 0 && w !== 6) return refuse('directory.notWeekend', { day });
  }
  const had = new Map(current.days.map((d) => [d.day, d]));
  const same = (a: CalendarDay, b: CalendarDay | undefined): boolean =>
    b !== undefined && a.kind === b.kind && a.name === b.name;
  const set = wanted.filter((d) => !same(d, had.get(d.day)));
  const removed = current.days.filter((d) => !seen.has(d.day)).map((d) => d.day);
  return set.length + removed.length === 0
    ? accept()
    : accept(directoryFact('directory.calendarSet', { year, set, removed }));
};
