import { timeAt } from './dates.ts';
import { joined, type Source } from './source.ts';

const pad = (n: number): string => String(n).padStart(2, '0');

/** '16:00' */
export const clockWords = (time: { readonly hour: number; readonly minute: number }): string =>
  `${pad(time.hour)}:${pad(time.minute)}`;

/** Where an hour without a date may begin a deadline of every day. */
export const BEFORE_HOUR = new RegExp(
  `(?<![a-z])(?:truoc|${joined('cham nhat')}|${joined('muon nhat')})(?:\\s{0,4}(?:la|luc|vao))?\\s{1,6}(?=\\d)`,
  'g',
);
const EACH_DAY = /(?<![a-z])(?:hang|moi)\s{0,4}ngay(?!\s{0,4}\d)/;

/** "gửi trước 15 giờ 00 hằng ngày", "báo cáo hằng ngày trước 6 giờ và 16 giờ": an hour without a date. */
export const dailyAt = (
  source: Source,
  sentence: { start: number; end: number },
  start: number,
  hour: number,
): { times: string[]; end: number } | undefined => {
  const times: string[] = [];
  let at = hour;
  for (let i = 0; i < 3; i++) {
    const clock = timeAt(source, at);
    if (!clock) break;
    times.push(clockWords(clock));
    at = clock.end;
    const and = /^\s{0,4}(?:,|va)\s{0,4}(?=\d)/.exec(source.bare.slice(at, at + 12));
    if (!and || !timeAt(source, at + and[0].length)) break;
    at += and[0].length;
  }
  if (!times.length) return undefined;
  const after = /^\s{0,4},?\s{0,4}(?:cua\s{0,4})?(?:hang|moi)\s{0,4}ngay(?!\s{0,4}\d)/.exec(
    source.bare.slice(at, at + 30),
  );
  const before = source.bare.slice(sentence.start, start);
  if (!/bao\s{0,4}cao/.test(before)) return undefined;
  if (after) return { times, end: at + after[0].length };
  // "hằng ngày trước 16 giờ" ends there: what follows must not be a date.
  const rest = source.bare.slice(at, at + 24);
  if (!EACH_DAY.test(before) || /^[\s,(]{0,6}(?:ngay|thu|chu|\d)/.test(rest)) return undefined;
  return { times, end: at };
};
