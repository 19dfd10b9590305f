/**
 * Instants are whole milliseconds since 1970-01-01T00:00Z. Days are civil days of Asia/Ho_Chi_Minh, which has had
 * no summer time and no change of offset since 1975, so +07:00 is exact for every report that exists.
 */
export type Instant = number & { readonly __instant?: never };
/** A civil day, 'YYYY-MM-DD'. */
export type Day = string & { readonly __day?: never };

const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a civil date (proleptic Gregorian), after Howard Hinnant's algorithm. */
const daysFromCivil = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
};

const civilFromDays = (days: number): { year: number; month: number; day: number } => {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
};

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

export const dayOf = (year: number, month: number, day: number): Day =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

export const partsOfDay = (day: Day): { year: number; month: number; day: number } => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
};

/** Whether the text is a day that exists: 2024-02-29 is, 2023-02-29 is not. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOfDay(text);
  // No year 0: the calendar of the database has none.
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const back = civilFromDays(daysFromCivil(year, month, day));
  return back.year === year && back.month === month && back.day === day;
};

const dayNumber = (day: Day): number => {
  const { year, month, day: date } = partsOfDay(day);
  return daysFromCivil(year, month, date);
};

const dayFromNumber = (n: number): Day => {
  const { year, month, day } = civilFromDays(n);
  return dayOf(year, month, day);
};

export const addDays = (day: Day, count: number): Day => dayFromNumber(dayNumber(day) + count);

/** Whole days from a to b; negative when b is earlier. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a);

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => (((dayNumber(day) + 4) % 7) + 7) % 7;

/** First instant of the civil day in Vietnam, plus the given time of day. */
export const instantAt = (day: Day, hour = 0, minute = 0, second = 0): Instant =>
  dayNumber(day) * DAY_MS - VIETNAM_OFFSET_MS + ((hour * 60 + minute) * 60 + second) * 1000;

/** No instant of a rule lies after it; far instants are slips of the pen, and the farthest have no day at all. */
export const LAST_INSTANT: Instant = instantAt('9999-12-31');

export const dayOfInstant = (at: Instant): Day =>
  dayFromNumber(Math.floor((at + VIETNAM_OFFSET_MS) / DAY_MS));

/** Time of day in Vietnam. */
export const timeOfInstant = (
  at: Instant,
): { hour: number; minute: number; second: number; millisecond: number } => {
  const ms = (((at + VIETNAM_OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS;
  return {
    hour: Math.floor(ms / 3_600_000),
    minute: Math.floor(ms / 60_000) % 60,
    second: Math.floor(ms / 1000) % 60,
    millisecond: ms % 1000,
  };
};

/** '2024-03-01T00:00:00+07:00'; milliseconds only when there are any. */
export const isoInstant = (at: Instant): string => {
  const { hour, minute, second, millisecond } = timeOfInstant(at);
  const tail = millisecond ? `.${pad(millisecond, 3)}` : '';
  return `${dayOfInstant(at)}T${pad(hour)}:${pad(minute)}:${pad(second)}${tail}+07:00`;
};

const ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Reads an ISO instant that names its offset; undefined for anything else: a time without an offset is no instant. */
export const parseInstant = (text: string): Instant | undefined => {
  const m = ISO.exec(text);
  if (!m?.[1] || !m[6] || !isDay(m[1])) return undefined;
  const [hour, minute, second] = [Number(m[2]), Number(m[3]), Number(m[4] ?? 0)];
  if (hour > 24 || minute > 59 || second > 59) return undefined;
  const zone = m[6].replace(':', '');
  const offset =
    zone === 'Z'
      ? 0
      : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5))) * 60_000;
  const utc = instantAt(m[1], hour, minute, second) + VIETNAM_OFFSET_MS;
  return utc - offset + Number((m[5] ?? '').padEnd(3, '0') || 0);
};
