import type {
  RichCell,
  RichDoc,
  RichInline,
  RichList,
  RichParagraph,
  RichTable,
} from '../kernel/richText.ts';
import type { Block, Cell, Column, Inline, List, ListItem, Row, Table } from './tree.ts';

/** Text of the editor as blocks of a document. What is not in the schema never gets here (`isDoc` on save). */
const inlinesOf = (content: readonly RichInline[] | undefined): Inline[] =>
  (content ?? []).map((node) => {
    const marks = new Set((node.marks ?? []).map((mark) => mark.type));
    if (node.type === 'figure')
      return {
        kind: 'figure',
        cell: node.attrs.cell,
        text: node.attrs.text.normalize('NFC'),
        ...(marks.has('strong') ? { bold: true } : {}),
      };
    return {
      kind: 'text',
      text: (node.type === 'evidence' ? node.attrs.text : node.text).normalize('NFC'),
      ...(marks.has('strong') ? { bold: true } : {}),
      ...(marks.has('em') ? { italic: true } : {}),
      ...(marks.has('underline') ? { underline: true } : {}),
    };
  });

const merge = (lists: readonly List[]): List | undefined =>
  lists.length ? { ...lists[0]!, items: lists.flatMap((one) => one.items) } : undefined;

const listOf = (node: RichList): List => ({
  kind: 'list',
  ordered: node.type === 'ordered_list',
  ...(node.attrs?.order && node.attrs.order > 1 ? { start: node.attrs.order } : {}),
  items: node.content.map((item): ListItem => {
    const paragraphs = item.content.filter((one): one is RichParagraph => one.type === 'paragraph');
    const sub = merge(
      item.content.filter((one): one is RichList => one.type !== 'paragraph').map((one) => listOf(one)),
    );
    return { inlines: joined(paragraphs), ...(sub ? { sub } : {}) };
  }),
});

/** Several paragraphs of one item or cell run on: official lists have one paragraph per sign. */
const joined = (paragraphs: readonly RichParagraph[]): Inline[] =>
  paragraphs.flatMap((one, i) => [
    ...(i > 0 ? [{ kind: 'text', text: ' ' } as const] : []),
    ...inlinesOf(one.content),
  ]);

const listLines = (node: RichList): Inline[] =>
  node.content.flatMap((item, i) => [
    ...(i > 0 ? [{ kind: 'text', text: '; ' } as const] : []),
    ...item.content.flatMap((one) => (one.type === 'paragraph' ? inlinesOf(one.content) : listLines(one))),
  ]);

const cellOf = (node: RichCell): Cell => {
  const inlines = node.content.flatMap((one, i) => [
    ...(i > 0 ? [{ kind: 'text', text: ' ' } as const] : []),
    ...(one.type === 'paragraph' ? inlinesOf(one.content) : listLines(one)),
  ]);
  const { colspan = 1, rowspan = 1, align } = node.attrs ?? {};
  return {
    inlines,
    ...(colspan > 1 ? { colspan } : {}),
    ...(rowspan > 1 ? { rowspan } : {}),
    ...(align ? { align } : {}),
  };
};

const cellText = (cell: Cell): string =>
  cell.inlines.map((one) => (one.kind === 'source' ? '' : one.text)).join('');

/** Columns that the rows really occupy, spans counted; rows of a pasted table may be uneven. */
const columnCount = (rows: readonly Row[]): number => {
  const held: number[] = [];
  let count = 1;
  for (const { cells } of rows) {
    let at = 0;
    for (const cell of cells) {
      while ((held[at] ?? 0) > 0) at++;
      for (let i = 0; i < (cell.colspan ?? 1); i++) held[at + i] = cell.rowspan ?? 1;
      at += cell.colspan ?? 1;
    }
    count = Math.max(count, held.length);
    for (let i = 0; i < held.length; i++) held[i] = Math.max(0, (held[i] ?? 0) - 1);
  }
  return count;
};

const NUMERIC = /^[-+]?[\d.,\s]+%?$/;

/** Widths follow what the cells hold; columns of numbers stand at the right. */
const columnsFor = (head: readonly Row[], rows: readonly Row[], count: number): Column[] => {
  const lengths: number[] = Array.from({ length: count }, () => 6);
  const numeric: (boolean | undefined)[] = Array.from({ length: count });
  for (const { cells } of [...head, ...rows]) {
    // Only rows without spans say something about single columns.
    if (cells.length !== count) continue;
    cells.forEach((cell, i) => {
      const words = cellText(cell).trim();
      lengths[i] = Math.max(lengths[i]!, Math.min(40, words.length));
    });
  }
  for (const { cells } of rows) {
    if (cells.length !== count) continue;
    cells.forEach((cell, i) => {
      const words = cellText(cell).trim();
      if (words) numeric[i] = (numeric[i] ?? true) && NUMERIC.test(words);
    });
  }
  return lengths.map((length, i) => ({ width: length, align: numeric[i] ? 'right' : 'left' }));
};

const tableOf = (node: RichTable): Table => {
  const all = node.content.map((one): Row => ({ cells: one.content.map(cellOf) }));
  let heads = 0;
  while (heads < all.length && node.content[heads]!.content.every((one) => one.type === 'table_header'))
    heads++;
  const reach = Math.max(
    0,
    ...all.slice(0, heads).flatMap(({ cells }, i) => cells.map((one) => i + (one.rowspan ?? 1))),
  );
  // A heading that spans into the rows below cannot be repeated on its own.
  const whole = heads === all.length || reach > heads;
  const [head, rows] = whole ? [[], all] : [all.slice(0, heads), all.slice(heads)];
  return { kind: 'table', head, rows, columns: columnsFor(head, rows, columnCount(all)) };
};

export const blocksOf = (doc: RichDoc): Block[] =>
  doc.content.flatMap((node): Block[] => {
    if (node.type === 'table') return [tableOf(node)];
    if (node.type !== 'paragraph') return [listOf(node)];
    const inlines = inlinesOf(node.content);
    return inlines.some((one) => one.kind === 'figure' || (one.kind === 'text' && one.text.trim() !== ''))
      ? [{ kind: 'paragraph', inlines }]
      : [];
  });
