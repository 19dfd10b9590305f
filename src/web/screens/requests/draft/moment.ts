import { dayOfInstant, type Instant, instantAt, timeOfInstant } from '../../../../core/kernel/instant.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { officialShort } from '../../../../core/letter/check.ts';
import { t } from '../../../texts/text.ts';
import { readTypedDay, readTypedTime } from './typed-day.ts';

/** "Trước ngày … trước giờ …" as typed; without a time the day itself is no longer in time. */
export type TypedMoment = { readonly day: string; readonly clock: string };

const pad = (n: number): string => String(n).padStart(2, '0');

export const clockOf = (at: Instant): string => {
  const { hour, minute } = timeOfInstant(at);
  return hour + minute === 0 ? '' : `${pad(hour)}:${pad(minute)}`;
};

export const typedMoment = (at: Instant | null | undefined): TypedMoment =>
  at === null || at === undefined
    ? { day: '', clock: '' }
    : { day: shortDay(dayOfInstant(at)), clock: clockOf(at) };

/** The first instant that is too late, or what is wrong with either field. */
export const readMoment = (
  typed: TypedMoment,
): { at: Instant; error?: undefined } | { at?: undefined; error: { day?: string; clock?: string } } => {
  const day = readTypedDay(typed.day);
  const time = typed.clock.trim() === '' ? { hour: 0, minute: 0 } : readTypedTime(typed.clock);
  if (!day) return { error: { day: t('requests.dayUnread') } };
  if (!time) return { error: { clock: t('requests.timeUnread') } };
  return { at: instantAt(day, time.hour, time.minute) };
};

/** 'trước ngày 01/3/2024', 'trước 16 giờ 30 phút ngày 29/02/2024': the words that the letter will carry. */
export const deadlineWording = (at: Instant): string => {
  const { hour, minute } = timeOfInstant(at);
  const day = officialShort(dayOfInstant(at));
  return hour + minute > 0
    ? `trước ${pad(hour)} giờ ${minute ? `${pad(minute)} phút ` : ''}ngày ${day}`
    : `trước ngày ${day}`;
};
