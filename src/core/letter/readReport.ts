import { withoutMarks } from '../kernel/search.ts';
import type { UnitSection } from '../template/outline.ts';
import { candidatesOf, chain, type Line, linesOf } from './reportHeadings.ts';
import { type Source, sourceOf, squash } from './source.ts';

export type Stretch = { readonly start: number; readonly end: number };

export type ReadHeading = Stretch & { readonly section: string; readonly text: string };

export type ReadSection = {
  readonly section: string;
  /** The words that name it in the file. */
  readonly heading: ReadHeading;
  /** Where its words stand; the tables of the file are kept apart. */
  readonly from: Stretch;
  readonly paragraphs: readonly string[];
  /** The file says in so many words that nothing arose. */
  readonly nil: boolean;
};

export type ReadApart = Stretch & {
  readonly text: string;
  readonly why: 'before' | 'after' | 'table' | 'noWords';
  /** The section it stands in; null before the first and after the last. */
  readonly section: string | null;
};

/** A report that came as a file, split into the parts of its outline. Every word is in one of the lists. */
export type ReportReading = {
  readonly text: string;
  /** Every heading of the outline that the file has, also where nothing stands below it. */
  readonly headings: readonly ReadHeading[];
  readonly sections: readonly ReadSection[];
  readonly apart: readonly ReadApart[];
};

const TAIL =
  /(?:^|\n)[ \t]*(?:nơi\s{0,4}nhận\s{0,4}[:.]|trên đây là (?:toàn bộ )?báo cáo|phụ lục(?:\s|$))/giu;
const NIL = /^(?:kps|khong phat sinh(?: trong ky(?: bao cao)?)?)[\s.]*$/;
const TABLE_HEAD = /^\s*(?:tt|stt|so tt|so thu tu)(?:\s|$)/;
/** Running text: longer than what stands in a cell of a table. */
const PROSE = 140;

const lineText = (source: Source, line: Line): string => squash(source.flat.slice(line.start, line.end));

/** Lines of a stretch, parted into words and tables: a table begins at its title or its head, and ends at prose. */
/** What our own print says beside the words: where a table went, page numbers, the mark of a demonstration. */
const PRINTED = /^(?:\(so lieu chi tiet tai phu luc: .*|(?:\d{1,3} )?so lieu minh hoa|\d{1,3}|du thao)$/;

const partLines = (
  source: Source,
  lines: readonly Line[],
  formTitles: ReadonlySet<string>,
): { words: Line[]; table: Line[] } => {
  const words: Line[] = [];
  const table: Line[] = [];
  let inTable = false;
  for (const line of lines) {
    const bare = source.bare.slice(line.start, line.end);
    const text = lineText(source, line);
    if (formTitles.has(squash(bare).replace(/^\(?[\d.]+\)?\s*/, '')) || TABLE_HEAD.test(bare)) inTable = true;
    else if (inTable && text.length >= PROSE && /[.;:]$/.test(text)) inTable = false;
    (inTable || PRINTED.test(squash(bare)) ? table : words).push(line);
  }
  return { words, table };
};

const LIST = /^\s*(?:[-+•*–]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s/u;
const CLOSED = /[.;:!?…]["')]*$/u;

/** Lines as people wrap them (PDF, plain text) back into paragraphs. */
const paragraphsOf = (source: Source, lines: readonly Line[]): string[] => {
  const widest = lines.reduce((w, l) => Math.max(w, lineText(source, l).length), 0);
  const paragraphs: string[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const text = source.text.slice(line.start, line.end).replace(/\*\*/g, '').replace(/\s+/g, ' ').trim();
    const before = last && lineText(source, last);
    const gap = last ? source.flat.slice(last.end, line.start) : '';
    const isOwn =
      before === undefined ||
      /\n\s*\n/.test(gap) ||
      LIST.test(text) ||
      (CLOSED.test(before) && before.length < widest * 0.75) ||
      (CLOSED.test(before) && /[:;]$/.test(before));
    if (isOwn) paragraphs.push(text);
    // "14/KH-\nUBND": a symbol that was broken at its hyphen.
    else paragraphs[paragraphs.length - 1] += /\p{L}-$/u.test(before) ? text : ` ${text}`;
    last = line;
  }
  return paragraphs;
};

/** Stretches of neighbouring lines, so that what is kept apart reads as it stood. */
const stretches = (lines: readonly Line[], all: readonly Line[]): Stretch[] => {
  const result: { start: number; end: number }[] = [];
  const place = new Map(all.map((l, i) => [l.start, i]));
  let last = -2;
  for (const line of lines) {
    const at = place.get(line.start) ?? -1;
    const open = result.at(-1);
    if (open && at === last + 1) open.end = line.end;
    else result.push({ start: line.start, end: line.end });
    last = at;
  }
  return result;
};

/**
 * H4: the text of a report that a unit wrote in Word, split by the headings of its own outline: their numbers, their
 * words without marks, their order. What fits nowhere is listed apart; nothing is thrown away, nothing is entered.
 */
export const readReport = (raw: string, sections: readonly UnitSection[]): ReportReading => {
  const source = sourceOf(raw);
  const lines = linesOf(source.flat);
  const bare = (text: string): string => withoutMarks(text);
  const headings = chain(candidatesOf(source, lines, sections, bare));
  const first = headings[0]?.start ?? source.text.length;
  const lastHeading = headings.at(-1)?.end ?? source.text.length;
  TAIL.lastIndex = Math.max(0, lastHeading - 1);
  const tail = headings.length > 0 ? TAIL.exec(source.flat) : null;
  const tailStart = tail ? tail.index + (tail[0].startsWith('\n') ? 1 : 0) : source.text.length;
  const found: ReadHeading[] = [];
  const read: ReadSection[] = [];
  const apart: ReadApart[] = [];
  const keep = (stretch: Stretch, why: ReadApart['why'], section: string | null): void => {
    const text = source.text.slice(stretch.start, stretch.end).trim();
    if (text !== '') apart.push({ ...stretch, text, why, section });
  };
  keep({ start: 0, end: first }, 'before', null);
  headings.forEach((heading, i) => {
    const section = sections[heading.section];
    if (!section) return;
    const end = Math.min(headings[i + 1]?.start ?? tailStart, tailStart);
    const inside = lines
      .flatMap((l) =>
        l.end <= heading.end || l.start >= end ? [] : [{ start: Math.max(l.start, heading.end), end: l.end }],
      )
      .filter((l) => source.flat.slice(l.start, l.end).trim() !== '');
    const titles = new Set(section.forms.map((f) => squash(bare(f.title))));
    const { words, table } = partLines(source, inside, titles);
    for (const stretch of stretches(table, inside)) keep(stretch, 'table', section.id);
    const named: ReadHeading = {
      section: section.id,
      start: heading.start,
      end: heading.end,
      text: squash(source.text.slice(heading.start, heading.end)),
    };
    found.push(named);
    if (!section.words || section.applicability === 'not-applicable') {
      for (const stretch of stretches(words, inside)) keep(stretch, 'noWords', section.id);
      return;
    }
    const paragraphs = paragraphsOf(source, words);
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last) return;
    read.push({
      section: section.id,
      heading: named,
      from: { start: first.start, end: last.end },
      paragraphs,
      nil: paragraphs.length === 1 && NIL.test(squash(bare(paragraphs[0] ?? ''))),
    });
  });
  if (tailStart < source.text.length) keep({ start: tailStart, end: source.text.length }, 'after', null);
  return { text: source.text, headings: found, sections: read, apart };
};
