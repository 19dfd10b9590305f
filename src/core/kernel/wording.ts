import { addDays, type Day, dayOfInstant, type Instant, partsOfDay, timeOfInstant } from './instant.ts';

/** Official forms of dates. Intl's dateStyle gives the wrong ones, so they are written here once. */
const pad = (n: number): string => String(n).padStart(2, '0');

/** '29/02/2024' */
export const shortDay = (day: Day): string => {
  const p = partsOfDay(day);
  return `${pad(p.day)}/${pad(p.month)}/${p.year}`;
};

/** The same with the zeros of NĐ 30/2020, for what is printed and signed: '05/02/2024', but '05/3/2024'. */
export const inPrint = (words: string): string =>
  words.replace(/\b(\d{2})\/0([3-9])\/(\d{4})\b/g, '$1/$2/$3');

/** NĐ 30/2020: 'ngày 05 tháng 02 năm 2024'; a leading zero for days below 10 and for months 1 and 2 only. */
export const officialDay = (day: Day): string => {
  const p = partsOfDay(day);
  return `ngày ${pad(p.day)} tháng ${p.month <= 2 ? pad(p.month) : p.month} năm ${p.year}`;
};

/** '16:40:05 ngày 28/02/2024', seconds only where asked. */
export const momentText = (at: Instant, seconds = false): string => {
  const t = timeOfInstant(at);
  const clock = `${pad(t.hour)}:${pad(t.minute)}${seconds ? `:${pad(t.second)}` : ''}`;
  return `${clock} ngày ${shortDay(dayOfInstant(at))}`;
};

/** The last moment before a first late instant: midnight is spoken of as 24:00 of the day before. */
export const deadlineText = (firstLate: Instant): string => {
  const t = timeOfInstant(firstLate);
  if (t.hour + t.minute + t.second === 0)
    return `24:00 ngày ${shortDay(addDays(dayOfInstant(firstLate), -1))}`;
  return momentText(firstLate, t.second > 0);
};

/** 'còn'/'trễ' are the caller's; this spells a length: '14 giờ 48 phút', '2 ngày 3 giờ', '40 giây'. */
export const lengthText = (ms: number): string => {
  const s = Math.floor(Math.abs(ms) / 1000);
  const [d, h, m] = [Math.floor(s / 86_400), Math.floor(s / 3600) % 24, Math.floor(s / 60) % 60];
  if (d > 0) return h ? `${d} ngày ${h} giờ` : `${d} ngày`;
  if (h > 0) return m ? `${h} giờ ${m} phút` : `${h} giờ`;
  if (m >= 5) return `${m} phút`;
  if (m > 0) return s % 60 ? `${m} phút ${s % 60} giây` : `${m} phút`;
  return `${s} giây`;
};
