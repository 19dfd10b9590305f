import { blocksOf } from './blocks.ts';
import { partOf } from './part.ts';
import type { ReadGroup, ReadPart } from './reading.ts';
import type { Source } from './source.ts';

const TITLE = /(?:^|\n)[ \t]*ĐỀ\s{1,3}CƯƠNG(?!\p{L})/u;
const ENDS = /\n[ \t]*(?:PHỤ LỤC|Phụ lục|BIỂU MẪU|Biểu số|BIỂU SỐ|Mẫu số)/u;

/** An outline attached behind the signature: its highest headings are the parts, those below their fields. */
const outlineParts = (source: Source, from: number): ReadPart[] => {
  const title = TITLE.exec(source.flat.slice(from));
  if (!title) return [];
  const start = from + title.index + title[0].length;
  const end = ENDS.exec(source.flat.slice(start));
  const blocks = blocksOf(source, start, end ? start + end.index : source.flat.length).filter(
    (b) => b.level > 0,
  );
  const first = blocks[0];
  if (!first) return [];
  const top = Math.min(...blocks.map((b) => b.level * 10 + b.depth));
  const parts: ReadPart[] = [];
  blocks.forEach((block, i) => {
    if (block.level * 10 + block.depth !== top) return;
    const next = blocks.findIndex((b, j) => j > i && b.level * 10 + b.depth === top);
    const part = partOf(
      source,
      block,
      blocks.slice(i + 1, next < 0 ? blocks.length : next),
      parts.length + 1,
    );
    if (part) parts.push(part);
  });
  return parts;
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
