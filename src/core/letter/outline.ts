import { type Block, blocksOf } from './blocks.ts';
import { partOf } from './part.ts';
import type { ReadGroup, ReadPart } from './reading.ts';
import { type Source, sourceOf } from './source.ts';

const TITLE = /(?:^|\n)[ \t]*ĐỀ\s{1,3}CƯƠNG(?!\p{L})/u;
const ENDS = /\n[ \t]*(?:PHỤ LỤC|Phụ lục|BIỂU MẪU|Biểu số|BIỂU SỐ|Mẫu số|Nơi nhận|NƠI NHẬN)/u;
/** "Phần thứ nhất", "PHẦN I", "A. KẾT QUẢ": headings above the numbered ones. */
const DIVISION =
  /^[ \t]*(?:(?:Phần|PHẦN)\s+(?:thứ\s+|THỨ\s+)?(?:\p{L}+|\d{1,2})\s{0,3}[.:-]?|[A-H]\s{0,2}[./)-])[ \t]*(?=\S|\n|$)/u;

/** No outline has more parts; the bound keeps hostile files cheap. */
const MOST = 100;

const rankOf = (block: Block): number => block.level * 10 + block.depth;

/** Blocks of a stretch as parts: the highest headings are the parts, those below their fields. */
const partsIn = (source: Source, start: number, end: number): ReadPart[] => {
  const all = blocksOf(source, start, end);
  const isDivision = (b: Block): boolean => b.level === 0 && DIVISION.test(source.flat.slice(b.start, b.end));
  // "A. … / B. …" part the outline only when there are two at least.
  const divided = all.filter(isDivision).length > 1;
  const blocks = all.filter((b) => b.level > 0 || (divided && isDivision(b)));
  const first = blocks[0];
  if (!first) return [];
  const rank = (b: Block): number => (b.level === 0 ? 0 : rankOf(b));
  const top = Math.min(...blocks.map(rank));
  const tops = blocks.flatMap((b, at) => (rank(b) === top ? [at] : [])).slice(0, MOST);
  const nextOf = new Map(all.map((b, at) => [b, all[at + 1]]));
  const parts: ReadPart[] = [];
  tops.forEach((at, i) => {
    const block = blocks[at];
    if (!block) return;
    const words = block.level === 0 ? afterDivision(source, block, nextOf.get(block)) : block;
    const part = partOf(source, words, blocks.slice(at + 1, tops[i + 1] ?? blocks.length), parts.length + 1);
    if (part) parts.push(part);
  });
  return parts;
};

/** The title behind "A." or "Phần thứ nhất", or on the line below it. */
const afterDivision = (source: Source, block: Block, next: Block | undefined): Block => {
  const head = DIVISION.exec(source.flat.slice(block.start, block.end))?.[0].length ?? 0;
  const rest = source.flat.slice(block.start + head, block.end);
  if (rest.trim() === '' && next && next.level === 0) return next;
  return { ...block, words: block.start + head + (/^\s*/.exec(rest)?.[0].length ?? 0) };
};

/** An outline attached behind the signature. */
const outlineParts = (source: Source, from: number): ReadPart[] => {
  const title = TITLE.exec(source.flat.slice(from));
  if (!title) return [];
  const start = from + title.index + title[0].length;
  const end = ENDS.exec(source.flat.slice(start));
  return partsIn(source, start, end ? start + end.index : source.flat.length);
};

/** An outline that came as a file of its own: what stands under "ĐỀ CƯƠNG", or the whole file. */
export const readOutline = (raw: string): { text: string; parts: readonly ReadPart[] } => {
  const source = sourceOf(raw);
  const titled = outlineParts(source, 0);
  if (titled.length > 0) return { text: source.text, parts: titled };
  const end = ENDS.exec(source.flat)?.index ?? source.flat.length;
  return { text: source.text, parts: partsIn(source, 0, end) };
};

/** The outlines of the body, or else the one attached for everybody. */
export const groupsOrOutline = (
  groups: ReadGroup[],
  source: Source,
  footEnd: number,
  everyone: readonly string[],
): ReadGroup[] => {
  if (groups.length) return groups;
  const parts = outlineParts(source, footEnd);
  return parts.length ? [{ recipients: everyone, parts }] : [];
};
