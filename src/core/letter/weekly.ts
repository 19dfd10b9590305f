import { timeAt } from './dates.ts';
import type { Source } from './source.ts';

const WEEKDAY: Readonly<Record<string, number>> = {
  hai: 2,
  ba: 3,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  nhat: 8,
};
const EACH_WEEK = '(?:hang|moi|cua\\s{0,4}(?:moi|hang))\\s{0,4}tuan';
const DAY = '(?:ngay\\s{0,4})?(?:thu\\s{0,4}(hai|ba|tu|nam|sau|bay|[2-7])|chu\\s{0,4}(nhat))(?![a-z\\d])';
const PART = '(?:(?:buoi\\s{0,4})?(?:sang|chieu)\\s{0,4})?';
/** "trước 16 giờ thứ Năm hằng tuần", "vào chiều thứ Sáu hằng tuần", "hằng tuần (trước ngày thứ Sáu)". */
const DAY_FIRST = new RegExp(
  `(?<![a-z])(truoc|cham\\s{0,4}nhat|muon\\s{0,4}nhat|vao|trong)\\s[^.;\\n]{0,24}?${PART}${DAY}\\s{0,4},?\\s{0,4}${EACH_WEEK}`,
  'g',
);
const WEEK_FIRST = new RegExp(
  `(?<![a-z])${EACH_WEEK}[^.;\\n]{0,60}?(truoc|cham\\s{0,4}nhat|muon\\s{0,4}nhat|vao|trong)\\s[^.;\\n]{0,24}?${PART}${DAY}`,
  'g',
);

export type Weekly = {
  readonly start: number;
  readonly end: number;
  /** 2 is thứ Hai, 8 is Chủ nhật. */
  readonly day: number;
  readonly inclusive: boolean;
  readonly time: { readonly hour: number; readonly minute: number } | undefined;
};

/** Weekly deadlines of a stretch. @param start offset of the stretch in the text, `end` behind it */
export const weeklyIn = (source: Source, start: number, end: number): Weekly[] => {
  const stretch = source.bare.slice(start, end);
  const found: Weekly[] = [];
  for (const pattern of [DAY_FIRST, WEEK_FIRST])
    for (const m of stretch.matchAll(pattern)) {
      const at = start + m.index;
      if (found.some((one) => at < one.end && at + m[0].length > one.start)) continue;
      const word = m[2] ?? m[3] ?? '';
      const day = /^\d$/.test(word) ? Number(word) : WEEKDAY[word];
      if (day === undefined) continue;
      let time: Weekly['time'];
      for (const digit of m[0].matchAll(/(?<![\d/])\d{1,2}(?=\s{0,4}(?:gio|h|g|:))/g)) {
        const clock = timeAt(source, at + digit.index);
        if (clock) time = { hour: clock.hour, minute: clock.minute };
      }
      found.push({ start: at, end: at + m[0].length, day, inclusive: !/^truoc/.test(m[1] ?? ''), time });
    }
  return found;
};
