import { type Day, dayOf, isDay } from '../../../../core/kernel/instant.ts';

/** A day as offices type it: '29/02/2024', '1/3/2024', '01-03-2024'. undefined for what is no day. */
export const readTypedDay = (typed: string): Day | undefined => {
  const m = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(typed);
  if (!m) return undefined;
  const day = dayOf(Number(m[3]), Number(m[2]), Number(m[1]));
  return isDay(day) ? day : undefined;
};

/** '16:30', '16h30', '16 giờ': minutes after midnight; undefined for what is no time of day. */
export const readTypedTime = (typed: string): { hour: number; minute: number } | undefined => {
  const m = /^\s*(\d{1,2})\s*(?:[:hg]|giờ)?\s*(\d{2})?\s*$/iu.exec(typed);
  if (!m) return undefined;
  const [hour, minute] = [Number(m[1]), Number(m[2] ?? 0)];
  return hour <= 23 && minute <= 59 ? { hour, minute } : undefined;
};
