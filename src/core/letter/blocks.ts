import type { Source } from './source.ts';

/** A paragraph or list item of the body. level: 0 running text, 1 "I.", 2 "1.", 3 "a)", 4 "-", 5 "+". */
export type Block = {
  readonly start: number;
  /** Where the words begin after the marker. */
  readonly words: number;
  readonly end: number;
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  readonly label: string;
  /** The depth of "1.2.3" in dots. */
  readonly depth: number;
};

const MARKERS: readonly (readonly [RegExp, Block['level']])[] = [
  [/^(?:Phần\s+|PHẦN\s+|Mục\s+|MỤC\s+|Điều\s+)?((?:[IVX]{1,5}))\s{0,2}[./)-]\s{1,4}/u, 1],
  [/^Điều\s+(\d{1,2})\s?\.\s{1,4}/u, 1],
  [/^(\d{1,2}(?:\.\d{1,2}){0,3})\s{0,2}[./)]\s{0,4}(?=\D)/u, 2],
  [/^(\d{1,2}(?:\.\d{1,2}){1,3})\s{1,4}(?=\p{Lu})/u, 2],
  [/^\((\d{1,2})\)\s{0,4}/u, 3],
  [/^([a-hđik-m])\s{0,2}[)./]\s{1,4}/u, 3],
  [/^([-–•·○●▪])\s{0,4}(?=[^\s-])/u, 4],
  [/^(\+)\s{0,4}/u, 5],
];

const markerOf = (line: string): { level: Block['level']; label: string; length: number } | undefined => {
  for (const [pattern, level] of MARKERS) {
    const m = pattern.exec(line);
    if (m) return { level, label: m[1] ?? '', length: m[0].length };
  }
  return undefined;
};

/** Where list items begin although the line ends were lost: after an end of clause, a marker and a capital. */
const INLINE =
  /(?<=[.;:!?]['"*)]{0,3})\s{1,4}(?=(?:[-–+]\s{1,2}|\d{1,2}(?:\.\d{1,2}){0,2}\s?[.)]\s{1,2}|[a-hđ]\)\s{1,2}|[IVX]{1,4}\.\s)\p{Lu})/gu;

type Line = { start: number; end: number; blankBefore: boolean };

const linesOf = (flat: string, from: number, to: number): Line[] => {
  const lines: Line[] = [];
  let at = from;
  let blank = true;
  for (const raw of flat.slice(from, to).split('\n')) {
    let start = at;
    if (raw.trim() === '') blank = true;
    else {
      for (const m of raw.matchAll(INLINE)) {
        const cut = at + m.index;
        if (cut > start) {
          lines.push({ start, end: cut, blankBefore: blank });
          blank = false;
        }
        start = cut + m[0].length;
      }
      lines.push({ start, end: at + raw.length, blankBefore: blank });
      blank = false;
    }
    at += raw.length + 1;
  }
  return lines;
};

const ENDS = /[.;:!?/]["'*)\s]*$/u;

export const blocksOf = (source: Source, from: number, to: number): Block[] => {
  const { flat } = source;
  const blocks: {
    start: number;
    words: number;
    end: number;
    level: Block['level'];
    label: string;
    depth: number;
  }[] = [];
  for (const line of linesOf(flat, from, to)) {
    const indent = /^\s*/.exec(flat.slice(line.start, line.end))?.[0].length ?? 0;
    const start = line.start + indent;
    const rest = flat.slice(start, line.end);
    const last = blocks.at(-1);
    // The tail is enough: a block may be a whole book.
    const before = last ? flat.slice(Math.max(last.start, last.end - 2000), last.end) : '';
    const closed = !last || ENDS.test(before.slice(-12));
    const lowStart = /^\p{Ll}/u.test(rest);
    let marker = markerOf(rest);
    // A line that begins with a number in the middle of a sentence is no list item ("ngày\n05. …").
    if (
      marker &&
      marker.level === 2 &&
      !closed &&
      !line.blankBefore &&
      /(?:ngày|tháng|năm|số|quý|mục|khoản|điểm|đến|từ)\s*$/iu.test(before)
    )
      marker = undefined;
    if (marker?.level === 3 && /^[a-zđ]/.test(marker.label) && lowStart && !/^[a-zđ]\s{0,2}[)./]/u.test(rest))
      marker = undefined;
    // "(1) …; (2) …" in running text, wrapped before "(2)".
    const runsOn =
      marker !== undefined &&
      last !== undefined &&
      /^\(\d/.test(rest) &&
      last.label !== String(Number(marker.label) - 1) &&
      before.includes(`(${Number(marker.label) - 1})`);
    if (runsOn) marker = undefined;
    // A wrapped line is long; a short one that ends before a capital is an item or paragraph of its own.
    const lastLine = before.slice(before.lastIndexOf('\n') + 1);
    // "1. Công tác chỉ đạo, điều hành cải cách hành chính" over a line much longer: not wrapped there.
    const isShort =
      last !== undefined &&
      last.level > 0 &&
      !before.includes('\n') &&
      lastLine.length < 80 &&
      rest.length > lastLine.length + 25 &&
      !/[,(]\s*$|\s(?:và|của|theo|về|cho|với|tại|do|thuộc)\s*$/u.test(lastLine);
    const isOwnLine =
      !lowStart &&
      /^\p{Lu}/u.test(rest) &&
      (lastLine.length < 50 || isShort || /^(?:Trước|Chậm nhất)\s/u.test(rest));
    const continues =
      last &&
      !marker &&
      !isOwnLine &&
      (runsOn ||
        (lowStart ? !closed || !line.blankBefore || /[,]\s*$/.test(before) : !closed && !line.blankBefore));
    const brokenSentence = last && !marker && lowStart && !closed;
    if (last && (continues || brokenSentence)) last.end = line.end;
    else
      blocks.push({
        start,
        words: start + (marker?.length ?? 0),
        end: line.end,
        level: marker?.level ?? 0,
        label: marker?.label ?? '',
        depth: marker?.level === 2 ? marker.label.split('.').length : 1,
      });
  }
  return blocks;
};

const REACH = 1500;

/** Sentences and clauses of a stretch: ends at ". " before a capital, ";" or a blank line. */
export const sentenceAround = (
  source: Source,
  block: { start: number; end: number },
  at: number,
): { start: number; end: number } => {
  const { flat } = source;
  const stop = /(?:[.!?]['"*)]{0,3}\s+(?=['"(*-]{0,3}\p{Lu})|;)/gu;
  // A sentence of more than a page is none: the bound keeps hostile texts cheap.
  let start = Math.max(block.start, at - REACH);
  let end = Math.min(block.end, at + REACH);
  const last = end;
  const reach = flat.slice(0, Math.min(flat.length, last + 8));
  stop.lastIndex = start;
  for (let m = stop.exec(reach); m && m.index < last; m = stop.exec(reach)) {
    // Abbreviations: "TP. Lạng Sơn", "ThS. Nguyễn".
    if (/(?:TP|Tp|ThS|TS|Mr|Q|P|H|T)\.$/u.test(flat.slice(Math.max(0, m.index - 4), m.index + 1))) continue;
    const after = m.index + m[0].length;
    if (after <= at) start = after;
    else if (m.index >= at) {
      end = m.index + 1;
      break;
    }
  }
  return { start, end };
};
