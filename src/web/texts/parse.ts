import { type Day, dayOf, isDay } from '../../core/kernel/instant.ts';

/** '29/2/2024', '29/02/2024', '29-2-2024', '29.2.2024' → the day; undefined when there is no such day. */
export const parseDay = (typed: string): Day | undefined => {
  const m = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/.exec(typed);
  if (!m) return undefined;
  const day = dayOf(Number(m[3]), Number(m[2]), Number(m[1]));
  return isDay(day) ? day : undefined;
};

/** '16:00', '16h', '16 giờ 30', '24:00' (the end of a day) → hours and minutes; undefined otherwise. */
export const parseClock = (typed: string): { hour: number; minute: number } | undefined => {
  const m = /^\s*(\d{1,2})\s*(?:[:.h]|giờ)\s*(\d{1,2})?\s*(?:phút)?\s*$/i.exec(typed.normalize('NFC'));
  if (!m) return undefined;
  const hour = Number(m[1]);
  const minute = Number(m[2] ?? 0);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  return { hour, minute };
};
