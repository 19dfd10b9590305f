import {
  addDays,
  type Day,
  dayOfInstant,
  type Instant,
  partsOfDay,
  timeOfInstant,
  weekday,
} from '../../core/kernel/instant.ts';
import { deadlineText, lengthText, momentText, shortDay } from '../../core/kernel/wording.ts';
import { currentLanguage } from './language.ts';

const pad = (n: number): string => String(n).padStart(2, '0');
const english = (): boolean => currentLanguage() === 'en';

const VI_LONG = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const VI_SHORT = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'];
const EN_LONG = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const weekdayLong = (day: Day): string => (english() ? EN_LONG : VI_LONG)[weekday(day)] ?? '';
export const weekdayShort = (day: Day): string =>
  english() ? (EN_LONG[weekday(day)]?.slice(0, 3) ?? '') : (VI_SHORT[weekday(day)] ?? '');

/** '29/02', '01/3': a leading zero for months 1 and 2 only, as NĐ 30/2020 writes dates. */
export const dayMonth = (day: Day): string => {
  const p = partsOfDay(day);
  return `${pad(p.day)}/${p.month <= 2 ? pad(p.month) : p.month}`;
};

/** '09:12', with seconds '09:12:07'. */
export const clockText = (at: Instant, seconds = false): string => {
  const c = timeOfInstant(at);
  return `${pad(c.hour)}:${pad(c.minute)}${seconds ? `:${pad(c.second)}` : ''}`;
};

/** 'Thứ Tư 28/02/2024' */
export const dayText = (day: Day): string => `${weekdayLong(day)} ${shortDay(day)}`;
/** 'Thứ Tư 28/02/2024 08:00' */
export const fullMoment = (at: Instant): string => `${dayText(dayOfInstant(at))} ${clockText(at)}`;

/** '16:40 ngày 28/02/2024'; seconds only for sending and receiving. */
export const moment = (at: Instant, seconds = false): string =>
  english() ? `${clockText(at, seconds)} on ${shortDay(dayOfInstant(at))}` : momentText(at, seconds);

/** '24:00 ngày 29/02/2024' from the first late instant. */
export const deadline = (firstLate: Instant): string =>
  english() ? deadlineText(firstLate).replace(' ngày ', ' on ') : deadlineText(firstLate);

/** The last time of day that is still in time: '24:00' for a deadline at midnight. */
export const deadlineClock = (firstLate: Instant): string => deadlineText(firstLate).split(' ')[0] ?? '';

/** The day that the deadline is spoken of: midnight belongs to the day before. */
export const deadlineDay = (firstLate: Instant): Day => {
  const midnight = firstLate === Math.floor(firstLate) && clockText(firstLate, true) === '00:00:00';
  return midnight ? addDays(dayOfInstant(firstLate), -1) : dayOfInstant(firstLate);
};

/** '14 giờ 48 phút'; 'còn' and 'trễ' are the caller's. */
export const length = (ms: number): string =>
  english()
    ? lengthText(ms).replace(/(\d+) (ngày|giờ|phút|giây)/g, (_, n: string, unit: string) => {
        const word = { ngày: 'day', giờ: 'hour', phút: 'minute', giây: 'second' }[unit] ?? unit;
        return `${n} ${word}${n === '1' ? '' : 's'}`;
      })
    : lengthText(ms);

/** 1.234.567 bytes are '1,2 MB'. */
export const sizeText = (bytes: number): string => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const number = (bytes / 1000 ** step).toLocaleString(currentLanguage(), { maximumFractionDigits: 1 });
  return `${number} ${units[step]}`;
};

/** 'A, B và C' */
export const listText = (items: readonly string[]): string =>
  new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(items);

const collator = new Intl.Collator('vi', { numeric: true });

/** By the Vietnamese alphabet: An, Ánh, Ăn, Ân. */
export const compareText = (a: string, b: string): number => collator.compare(a, b);

const lastWord = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';
/** People are sorted by the given name, which stands last. */
export const comparePeople = (a: string, b: string): number =>
  compareText(lastWord(a), lastWord(b)) || compareText(a, b);
