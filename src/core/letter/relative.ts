import { addDays, instantAt, isoInstant } from '../kernel/instant.ts';
import type { Block } from './blocks.ts';
import type { ReadWindow } from './reading.ts';
import { cite, joined, type Source } from './source.ts';
import type { YearContext } from './yearOf.ts';

/** "trong vòng 05 ngày làm việc kể từ ngày nhận được", "chậm nhất 10 ngày kể từ ngày kết thúc kỳ báo cáo". */
const RELATIVE = new RegExp(
  `(?:${joined('trong vong')}|${joined('trong thoi han')}|${joined('cham nhat')}(?:\\s{0,4}la)?(?:\\s{0,4}sau)?|${joined('sau')})\\s{0,6}(\\d{1,3})\\s{0,6}(?:\\([a-z ]{2,20}\\)\\s{0,6})?ngay(\\s{0,6}${joined('lam viec')})?,?\\s{0,6}(?:ke|tinh)?\\s{0,6}(?:tu|sau)\\s{0,6}(?:ngay|khi)?\\s{0,6}([a-z ,]{3,60})`,
  'g',
);

export type RelativeContext = YearContext & { readonly windows: readonly ReadWindow[] };

const FROM_ISSUE = /^(?:ngay\s)?(?:ban hanh|ky(?! bao)|phat hanh|van ban nay|cong van nay)/;
const FROM_PERIOD = /^(?:ngay\s)?(?:ket thuc|het) (?:ky|quy|thang|nam)(?: bao cao)?/;

/** The last day of the period, only where the letter itself names it, and once. */
const periodEnd = (windows: readonly ReadWindow[]): string | undefined => {
  const ends = [...new Set(windows.map((w) => w.to))];
  return ends.length === 1 ? (ends[0] ?? undefined) : undefined;
};

/** Deadlines counted in days. Working days need a calendar, and the day of receipt is not in the letter: they stay open. */
export const relativesIn = (
  source: Source,
  block: Block,
  context: RelativeContext,
): { start: number; text: string; at: string | null }[] =>
  [...source.bare.slice(block.start, block.end).matchAll(RELATIVE)].map((m) => {
    const start = block.start + m.index;
    const cited = cite(source, start, start + m[0].length);
    const since = (m[3] ?? '').trim();
    const base = FROM_ISSUE.test(since)
      ? context.date
      : FROM_PERIOD.test(since)
        ? periodEnd(context.windows)
        : undefined;
    const isWorking = m[2] !== undefined;
    return {
      start: cited.start,
      text: cited.text.replace(/[\s,]+$/, ''),
      at: base && !isWorking ? isoInstant(instantAt(addDays(base, Number(m[1]) + 1))) : null,
    };
  });
