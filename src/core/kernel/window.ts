import { addDays, type Day } from './instant.ts';

/** The days whose figures count, both ends included. Periods and windows are data, not an enum. */
export type Window = { readonly from: Day; readonly to: Day };

/** Whether b starts the day after a ends: only then may one derive from the other (facts of time, 5). */
export const adjoin = (a: Window, b: Window): boolean => addDays(a.to, 1) === b.from;

export const overlap = (a: Window, b: Window): boolean => a.from <= b.to && b.from <= a.to;
