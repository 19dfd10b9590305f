const MINUTE = 60_000;
/** A countdown is spoken at these moments only, not each minute. */
const SPOKEN_AT = [120 * MINUTE, 30 * MINUTE, 5 * MINUTE, 0] as const;

/** The moment that was passed between two readings of what is left; the latest when several were. */
export const passed = (before: number, after: number): number | undefined =>
  SPOKEN_AT.filter((at) => before > at && after <= at).at(-1);

/** Red from two hours before the deadline on. */
export const isUrgent = (left: number): boolean => left < 120 * MINUTE;
