import { dayOf, isDay } from '../kernel/instant.ts';
import { matchAt, type Source } from './source.ts';

/** A date as written: what the words leave out stays undefined. */
export type WrittenDate = {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly month: number | undefined;
  readonly year: number | undefined;
  /** "của năm trước (kỳ báo cáo)": -1; "thuộc kỳ báo cáo", "năm nay": 0; "năm sau": 1. */
  readonly yearShift: number | undefined;
};

const S = '\\s{0,12}';
const WEEKDAY = `(?:(?:ngay${S})?(?:thu${S}(?:hai|ba|tu|nam|sau|bay|[2-7])|chu${S}nhat)${S}[,;(]?${S})?`;
/** "ngày mùng 5 tháng 6" */
const NGAY = `(?:\\(?ngay${S}(?:m[uo]ng${S})?)`;
/** The moon's calendar is another matter: "10 tháng 3 âm lịch". */
const NOT_LUNAR = `(?!${S}\\(?am${S}lich)`;
const YEAR = '((?:19|20)\\d{2})';

const IN_WORDS = new RegExp(
  `${WEEKDAY}(?:${NGAY}|(?<![\\d/.,]))(\\d{1,2})${S},?${S}thang${S}(\\d{1,2})(?!\\d)${NOT_LUNAR}(?:${S}[,/]?${S}(?:nam|/)${S}${YEAR})?`,
  'y',
);
const SLASHED = new RegExp(
  `${WEEKDAY}(?:${NGAY}|(?<![\\d/.,a-z]))(\\d{1,2})${S}([/.-])${S}(?:thang${S})?(\\d{1,2})(?!\\d)(?:${S}(?:\\2|/)${S}(${YEAR}|\\d{2}(?![\\d/]))|${S},?${S}nam${S}${YEAR})?`,
  'y',
);
const DAY_ONLY = new RegExp(`${WEEKDAY}${NGAY}(\\d{1,2})(?![\\d/%]|${S}[/.-]${S}\\d|${S}thang${S}\\d)`, 'y');

const SHIFT_BACK = new RegExp(
  `${S}(?:cua${S}|thuoc${S}|,${S})?nam${S}(?:lien${S}ke${S})?(?:truoc|lien${S}truoc)(?:${S}lien${S}ke)?(?:${S}(?:ky|nam)${S}bao${S}cao)?(?!${S}(?:ngay|\\d))`,
  'y',
);
const SHIFT_NONE = new RegExp(
  `${S}(?:cua|thuoc|trong)?${S}(?:cung${S})?(?:ky${S}bao${S}cao|nam${S}(?:bao${S}cao|nay|hien${S}tai|do|thuoc${S}ky))`,
  'y',
);
const SHIFT_ON = new RegExp(
  `${S}(?:cua${S}|thuoc${S})?nam${S}(?:sau|tiep${S}theo|ke${S}tiep|lien${S}sau)(?:${S}(?:ky|nam)${S}bao${S}cao)?`,
  'y',
);

const plausible = (day: number, month: number | undefined): boolean =>
  day >= 1 && day <= 31 && (month === undefined || (month >= 1 && month <= 12));

/** "24" beside "/03/" is 2024: offices write no other century. */
const fullYear = (written: string | undefined): number | undefined =>
  written === undefined ? undefined : written.length === 2 ? 2000 + Number(written) : Number(written);

const shiftAfter = (bare: string, at: number): { end: number; shift: number } | undefined => {
  const tries: [RegExp, number][] = [
    [SHIFT_BACK, -1],
    [SHIFT_NONE, 0],
    [SHIFT_ON, 1],
  ];
  for (const [pattern, shift] of tries) {
    const m = matchAt(pattern, bare, at);
    if (m) return { end: at + m[0].length, shift };
  }
  return undefined;
};

/** The date that begins exactly at an offset, with the words that place its year. */
export const dateAt = (source: Source, at: number): WrittenDate | undefined => {
  const { bare } = source;
  const found = (
    m: RegExpExecArray,
    day: number,
    month: number | undefined,
    year: number | undefined,
  ): WrittenDate | undefined => {
    if (!plausible(day, month)) return undefined;
    const end = at + m[0].length;
    const shift = year === undefined ? shiftAfter(bare, end) : undefined;
    return { start: at, end: shift?.end ?? end, day, month, year, yearShift: shift?.shift };
  };
  let m = matchAt(IN_WORDS, bare, at);
  if (m) return found(m, Number(m[1]), Number(m[2]), fullYear(m[3]));
  m = matchAt(SLASHED, bare, at);
  if (m) {
    const year = fullYear(m[4] ?? m[6]);
    // "1.2" and "05-10" are numbers or ranges unless a year or the word "ngày" says otherwise.
    if (m[2] !== '/' && year === undefined && !m[0].includes('ngay')) return undefined;
    return found(m, Number(m[1]), Number(m[3]), year);
  }
  m = matchAt(DAY_ONLY, bare, at);
  if (m) return found(m, Number(m[1]), undefined, undefined);
  return undefined;
};

/** A whole civil day, or undefined when it does not exist. */
export const civil = (year: number, month: number, day: number): string | undefined => {
  const text = dayOf(year, month, day);
  return isDay(text) ? text : undefined;
};

const TIME = new RegExp(
  `(\\d{1,2})${S}(?:gio|h|g|:)(?:${S}(\\d{2})(?!\\d))?${S}(?:phut|p(?![a-z])|'{1,2})?`,
  'y',
);

/** A time of day at an offset: "16 giờ 00", "16h00'", "16:00". */
export const timeAt = (
  source: Source,
  at: number,
): { end: number; hour: number; minute: number } | undefined => {
  const m = matchAt(TIME, source.bare, at);
  if (!m) return undefined;
  const afternoon = /^\s{0,4}(?:buoi\s{0,4})?chieu(?![a-z])/.test(
    source.bare.slice(at + m[0].length, at + m[0].length + 16),
  );
  const written = Number(m[1]);
  const [hour, minute] = [afternoon && written < 12 ? written + 12 : written, Number(m[2] ?? 0)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  return { end: at + m[0].length, hour, minute };
};
