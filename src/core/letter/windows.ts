import { aboutReport } from './aboutReport.ts';
import { type Block, sentenceAround } from './blocks.ts';
import { civil, dateAt, timeAt, type WrittenDate } from './dates.ts';
import type { ReadWindow } from './reading.ts';
import { cite, joined, matchAt, type Source } from './source.ts';
import { resolveDay, type YearContext } from './yearOf.ts';

const FROM = new RegExp(
  `(?<![a-z])tu\\s{0,6}(?=${joined('dau nam')}|ngay|\\d|thu\\s)|(?<=(?:${joined('ky bao cao')}|${joined('so lieu')}|${joined('thoi ky')})\\s{0,3}:\\s{0,3})(?=(?:ngay\\s)?\\d)|(?<=\\(\\s{0,2})(?=\\d{1,2}/\\d{1,2}/\\d{4}\\s{0,2}-\\s{0,2}\\d)`,
  'g',
);
const TO = new RegExp(
  `\\s{0,8},?\\s{0,4}(?:${joined('cho den')}|${joined('den het')}|den|toi|-|${joined('het')})(?:\\s{0,6}(?:het|cuoi|thoi\\s{0,4}diem)){0,2}\\s{0,8}`,
  'y',
);
const UNTIL = new RegExp(
  `(?:${joined('tinh den')}|${joined('luy ke den')}|${joined('den thoi diem')}|so\\s{0,4}lieu(?:\\s{0,4}bao\\s{0,4}cao)?\\s{0,4}:?\\s{0,4}den|${joined('chot so lieu')}[^.;\\n]{0,60}?(?:den|vao|ngay|:)|so\\s{0,4}lieu\\s{0,4}chot(?:\\s{0,4}(?:den|vao|tai))?|${joined('chot den')}|${joined('cap nhat den')}|${joined('lay so lieu den')}|${joined('lay den')}|${joined('thoi diem chot')}[^.;\\n]{0,40}?(?:la|vao|:|den))(?:\\s{0,6}(?:thoi\\s{0,4}diem|het|cuoi|la|vao|het)){0,3}\\s{0,6}`,
  'g',
);
const ASIDE = /\s{0,4}\([^()\n]{2,120}\)/y;
const YEAR_START = new RegExp(`${joined('dau nam')}(?:\\s{0,4}((?:19|20)\\d{2}))?`, 'y');
/** What makes a stretch of days the window of figures. */
const FIGURES =
  /so\s{0,4}lieu|ky\s{0,4}bao\s{0,4}cao|ket\s{0,4}qua|bao\s{0,4}cao|tinh\s{0,4}(?:tu|den)|luy\s{0,4}ke|moc\s{0,4}thoi\s{0,4}gian|thoi\s{0,4}gian\s{0,4}(?:lay|tong|chot|danh\s{0,4}gia)/;
/** What makes it something else: duty rosters, inspections, meetings, holidays, plans. */
const OTHER =
  /(?<![a-z])(?:truc(?! tuyen| thuoc| tiep| lien thong)|nghi\s{0,4}(?:le|tet)|hoi\s{0,4}nghi|kiem\s{0,4}tra|khao\s{0,4}sat|tap\s{0,4}huan|to\s{0,4}chuc\s{0,4}(?:cuoc|lop|dot|hoi|le|kiem)|co\s{0,4}hieu\s{0,4}luc|giai\s{0,4}doan|trien\s{0,4}khai\s{0,4}tu|thoi\s{0,4}gian\s{0,4}(?:thuc\s{0,4}hien|to\s{0,4}chuc|kiem|trien)|dang\s{0,4}ky\s{0,4}tu|gui\s{0,4}(?:bao\s{0,4}cao\s{0,4})?(?:ve\s[^.;]{0,40})?tu\s{0,4}ngay|(?:nhan|gui|nop)\s{0,4}bao\s{0,4}cao\s{0,4}:?\s{0,4}tu\s)/;
const STRONG =
  /chot\s{0,4}so\s{0,4}lieu|so\s{0,4}lieu|tinh\s{0,4}tu|ky\s{0,4}bao\s{0,4}cao|lay\s{0,4}so|luy\s{0,4}ke/;
/** "Tính đến ngày …, toàn huyện đã tiếp nhận …" tells a result. */
const STATED = /^tính\s+đến[^.;]{0,160}?(?<!\p{L})(?:đã|đạt|còn|có\s+\d)(?!\p{L})/u;
const CUMULATIVE = /(?:luy\s{0,4}ke|cong\s{0,4}don)[^.;]{0,40}$/;

/** "từ 0h00 ngày 15/3", "đến 17 giờ ngày 31/5": the hour says no more than the day. */
const afterTime = (source: Source, at: number): number => {
  const clock = timeAt(source, at);
  return clock
    ? clock.end + (/^\s{0,4},?\s{0,4}/.exec(source.bare.slice(clock.end, clock.end + 10))?.[0].length ?? 0)
    : at;
};

/** "đến hết tháng 02/2024": the last day of that month, which the letter names whole. */
const MONTH_END =
  /thang\s{0,4}(\d{1,2})(?:\s{0,4}(?:[/,-]|nam|\/\s{0,2}nam)\s{0,4}(?:nam\s{0,4})?((?:19|20)\d{2}))(?!\d)/y;
const monthEnd = (source: Source, at: number): WrittenDate | undefined => {
  if (!/(?:het|cuoi)\s{0,8}$/.test(source.bare.slice(Math.max(0, at - 16), at))) return undefined;
  const m = matchAt(MONTH_END, source.bare, at);
  const [month, year] = [Number(m?.[1]), Number(m?.[2])];
  const day = [31, 30, 29, 28].find((d) => m && civil(year, month, d) !== undefined);
  return m && day ? { start: at, end: at + m[0].length, day, month, year, yearShift: undefined } : undefined;
};

/** "Số liệu: tháng 9/2022 đến tháng 02/2023": whole months, each with its year. */
const MONTHS =
  /(?<![a-z])(?:tu\s{0,4})?(?:dau\s{0,4})?thang\s{0,4}(\d{1,2})\s{0,3}(?:\/|nam)\s{0,3}((?:19|20)\d{2})\s{0,4}(?:den|-)\s{0,4}(?:(?:het|cuoi)\s{0,4})?thang\s{0,4}(\d{1,2})\s{0,3}(?:\/|nam)\s{0,3}((?:19|20)\d{2})(?!\d)/g;
const monthsOf = (m: RegExpMatchArray): { from: string; to: string } | undefined => {
  const [a, y, b, z] = m.slice(1, 5).map(Number) as [number, number, number, number];
  const from = civil(y, a, 1);
  const last = [31, 30, 29, 28].map((d) => civil(z, b, d)).find((d) => d !== undefined);
  return from && last && from <= last ? { from, to: last } : undefined;
};

const endDay = (source: Source, at: number): { date: WrittenDate; end: number } | undefined => {
  // "từ ngày 01/7/2025 (thời điểm vận hành …) đến ngày …"
  const aside = matchAt(ASIDE, source.bare, at)?.[0].length ?? 0;
  const to = matchAt(TO, source.bare, at + aside);
  if (!to) return undefined;
  const start = at + aside + to[0].length;
  const date = dateAt(source, afterTime(source, start)) ?? monthEnd(source, start);
  return date ? { date, end: date.end } : undefined;
};

const SINCE = new RegExp(
  `\\s{0,4}[(,]\\s{0,4}(?:${joined('tinh tu')}|${joined('ke tu')}|tu)\\s{0,6}(?=ngay|\\d)`,
  'y',
);

/** No letter sets more windows; the bound keeps hostile texts cheap. */
const MOST = 200;
const LOOKS = 2000;

type Draft = { window: ReadWindow; cumulative: boolean; block: Block };

const fromYear = (day: string, years: number): string | undefined => {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  return civil(y + years, m, d);
};

/** The first day, on or before the last: a date without a year lies in the year before when it must. */
const firstDay = (
  first: WrittenDate,
  last: WrittenDate,
  to: string,
  context: YearContext,
): string | undefined => {
  if (first.year !== undefined || first.yearShift !== undefined) return resolveDay(first, context, 'window');
  const [year = 0, month = 0] = to.split('-').map(Number);
  if (first.month === undefined) {
    const sameMonth = last.month !== undefined ? civil(year, month, first.day) : undefined;
    return sameMonth && sameMonth <= to ? sameMonth : undefined;
  }
  const day = civil(year, first.month, first.day);
  return day && day > to ? fromYear(day, -1) : day;
};

export const readWindows = (
  source: Source,
  blocks: readonly Block[],
  context: YearContext,
): { windows: ReadWindow[]; recurring: boolean } => {
  const { bare } = source;
  const drafts: Draft[] = [];
  const taken: { start: number; end: number }[] = [];
  let recurring = false;
  let looked = 0;
  const isFigures = (block: Block, start: number, end: number): boolean => {
    const sentence = sentenceAround(source, block, start);
    const words = bare.slice(sentence.start, Math.min(sentence.end, end + 80));
    const whole = bare.slice(sentence.start, sentence.end);
    const before = bare.slice(Math.max(block.start, start - 160), start);
    // "Tính đến ngày …, còn 03 đơn vị chưa gửi báo cáo": a state of affairs.
    if (/chua\s{0,4}(?:gui|nop|nhan|bao|thuc|hoan|co)/.test(whole) && !STRONG.test(whole)) return false;
    if (start - sentence.start < 4 && STATED.test(source.low.slice(start, sentence.end))) return false;
    if (OTHER.test(words) && !STRONG.test(words)) return false;
    // "các nhiệm vụ được giao từ … đến …; báo cáo kết quả": the next clause says what for.
    const next = /^\s{0,4}[;,]\s{0,4}(?:va\s{0,4})?(?:tong\s{0,4}hop,?\s{0,4})?bao\s{0,4}cao/.test(
      bare.slice(end, end + 40),
    );
    return FIGURES.test(whole) || FIGURES.test(before) || next;
  };
  for (const block of blocks) {
    const stretch = bare.slice(block.start, block.end);
    for (const m of stretch.matchAll(FROM)) {
      if (taken.length >= MOST || ++looked > LOOKS) break;
      const start = block.start + m.index;
      const at = start + m[0].length;
      const yearStart = matchAt(YEAR_START, bare, at);
      const first = yearStart ? undefined : dateAt(source, afterTime(source, at));
      if (!yearStart && !first) continue;
      const firstEnd = yearStart ? at + yearStart[0].length : (first?.end ?? at);
      const last = endDay(source, firstEnd);
      if (!isFigures(block, start, last?.end ?? firstEnd)) continue;
      const about = aboutReport(source, block, start);
      const own = about?.period
        ? { ...context, period: { ...about.period, year: about.period.year ?? context.period?.year ?? null } }
        : context;
      if (!last) {
        const day = first ? resolveDay(first, own, 'window') : undefined;
        if (day && CUMULATIVE.test(bare.slice(Math.max(block.start, start - 120), start))) {
          drafts.push({
            window: {
              from: null,
              to: null,
              cumulativeFrom: day,
              about: null,
              words: cite(source, start, firstEnd),
            },
            cumulative: true,
            block,
          });
          taken.push({ start, end: firstEnd });
        }
        continue;
      }
      const to = resolveDay(last.date, own, 'window');
      if (!to) {
        recurring = true;
        taken.push({ start, end: last.end });
        continue;
      }
      const from = yearStart
        ? civil(Number(yearStart[1] ?? to.slice(0, 4)), 1, 1)
        : first
          ? firstDay(first, last.date, to, own)
          : undefined;
      if (from && from > to) continue;
      const cumulative = CUMULATIVE.test(bare.slice(Math.max(block.start, start - 120), start));
      taken.push({ start, end: last.end });
      drafts.push({
        window: { from: from ?? null, to, about: about?.words ?? null, words: cite(source, start, last.end) },
        cumulative,
        block,
      });
    }
    for (const m of stretch.matchAll(MONTHS)) {
      if (taken.length >= MOST || ++looked > LOOKS) break;
      const start = block.start + m.index;
      const end = start + m[0].length;
      const whole = monthsOf(m);
      if (!whole || taken.some((t) => start < t.end && end > t.start) || !isFigures(block, start, end))
        continue;
      taken.push({ start, end });
      const about = aboutReport(source, block, start)?.words ?? null;
      drafts.push({ window: { ...whole, about, words: cite(source, start, end) }, cumulative: false, block });
    }
    for (const m of stretch.matchAll(UNTIL)) {
      if (taken.length >= MOST || ++looked > LOOKS) break;
      const start = block.start + m.index;
      const at = start + m[0].length;
      if (taken.some((t) => at >= t.start && at <= t.end)) continue;
      const date = dateAt(source, afterTime(source, at));
      if (!date || taken.some((t) => date.end > t.start && date.end <= t.end + 2)) continue;
      if (!isFigures(block, start, date.end)) continue;
      const to = resolveDay(date, context, 'window');
      if (!to) {
        recurring = true;
        continue;
      }
      // "đến hết ngày 05/6/2025 (tính từ ngày 15/12/2024)"
      const since = matchAt(SINCE, bare, date.end);
      const first = since ? dateAt(source, date.end + since[0].length) : undefined;
      const from = first ? (firstDay(first, date, to, context) ?? null) : null;
      taken.push({ start, end: first?.end ?? date.end });
      const about = aboutReport(source, block, start);
      drafts.push({
        window: {
          from: from !== null && from <= to ? from : null,
          to,
          about: about?.words ?? null,
          words: cite(source, start, date.end),
        },
        cumulative: false,
        block,
      });
    }
  }
  return { windows: merged(drafts), recurring };
};

/** Running totals belong to the window beside them; the same window said twice is one. */
const merged = (drafts: readonly Draft[]): ReadWindow[] => {
  const windows: ReadWindow[] = [];
  for (const draft of drafts.filter((d) => !d.cumulative)) {
    const same = windows.some(
      (w) =>
        w.from === draft.window.from &&
        w.to === draft.window.to &&
        (w.about === draft.window.about || w.about === null || draft.window.about === null),
    );
    // A bare cut-off that repeats the end of a whole window adds nothing.
    const repeats = draft.window.from === null && windows.some((w) => w.to === draft.window.to);
    if (!same && !repeats) windows.push(draft.window);
  }
  for (const draft of drafts.filter((d) => d.cumulative)) {
    const from = draft.window.cumulativeFrom ?? draft.window.from ?? undefined;
    if (!from) continue;
    const at = windows.findIndex((w) => draft.window.to === null || w.to === draft.window.to);
    const host = windows[at];
    if (host) windows[at] = { ...host, cumulativeFrom: from };
    else if (draft.window.to) windows.push({ ...draft.window, cumulativeFrom: from });
  }
  return windows.filter(
    (w, i) => !(w.from === null && windows.some((o, j) => j !== i && o.to === w.to && o.from !== null)),
  );
};
