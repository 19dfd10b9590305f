import { fitGrid } from '../../../core/documents/grid.ts';
import {
  addressees,
  annexReference,
  annexTitle,
  bodyLines,
  capitals,
  closeBody,
  copyLines,
  enumerated,
  headingNumber,
  isWide,
  kindName,
  kindTitle,
  numberLine,
  PAGE,
  placeAndDay,
  signatureLines,
  superiorLines,
} from '../../../core/documents/layout.ts';
import { type Orientation, stretches } from '../../../core/documents/stretches.ts';
import type { Annex, Block, DocumentTree, Inline, List, Row, Table } from '../../../core/documents/tree.ts';
import { isDay } from '../../../core/kernel/instant.ts';
import { qrSvg } from '../qr.ts';
import type { DataBlock, DataCell, DataHead, DataPart, DataRow, DocumentData, Run } from './data.ts';
import { breakable, dashTogether, printable } from './printable.ts';

/** The day Nghị định 30/2020/NĐ-CP took effect: for documents whose day is not yet given. */
const NO_DAY = '2020-03-05';
/** Letters of a line of body text; a longer word would run out of the page. */
const LINE_ROOM = 60;
const POINTS = 72 / 25.4;
/** Mean share of an em that a letter of a table takes, with something to spare. */
const LETTER = 0.55;
const CELL_PADDING = 7;
const PLAIN = { bold: false, italic: false, underline: false, small: false } as const;

/** Signs that the template reads: line ends, places to break, stretches that stay together. */
const MARKS = /[\n\u200b\u2060]/;

/** The words alone where nothing else is to be said of the cell. */
const plainly = (cell: DataCell): DataCell | string => {
  const [run, ...more] = cell.runs;
  if (cell.colspan > 1 || cell.rowspan > 1 || more.length > 0) return cell;
  if (run === undefined) return '';
  return run.bold || run.italic || run.underline || run.small || MARKS.test(run.text) ? cell : run.text;
};

/** The tree as the data of one template; every word passes `print`. */
export const documentData = (tree: DocumentTree, letters: ReadonlySet<number>): DocumentData => {
  const print = (words: string, room = LINE_ROOM): string =>
    dashTogether(breakable(printable(words, letters), room));
  const line = (words: string): string => print(words).replace(/\n/g, ' ').trim();

  const runs = (inlines: readonly Inline[], room = LINE_ROOM): Run[] =>
    inlines.map((one) => {
      if (one.kind === 'source')
        return { ...PLAIN, text: ` ${print(one.mark, room)}`, italic: true, small: true };
      const look = { ...PLAIN, bold: one.bold ?? false, text: print(one.text, room) };
      if (one.kind === 'figure') return look;
      return { ...look, italic: one.italic ?? false, underline: one.underline ?? false };
    });

  const text = (content: readonly Run[], depth = 0): DataBlock => ({
    kind: 'paragraph',
    runs: content,
    align: 'justify',
    depth,
  });

  /** Signs are text, as in the Word file: they survive copying and being read again. */
  const listBlocks = (list: List, depth: number): DataBlock[] =>
    list.items.flatMap((item, i) => {
      const number = (list.start ?? 1) + i;
      const sign = list.ordered ? (depth === 0 ? `${number}. ` : `${number}) `) : depth === 0 ? '- ' : '+ ';
      return [
        text([{ ...PLAIN, text: sign }, ...runs(item.inlines)], depth),
        ...(item.sub ? listBlocks(item.sub, depth + 1) : []),
      ];
    });

  const table = (block: Table, orientation: Orientation): DataBlock[] => {
    if (!block.columns.length || block.head.length + block.rows.length === 0) return [];
    const widths = block.columns.map((one) => Math.max(0.1, one.width));
    const total = widths.reduce((a, b) => a + b, 0);
    const count = block.columns.length;
    // Very wide forms are printed smaller, or a number would break inside its cell.
    const size = count > 16 ? 9 : count > 13 ? 10 : 12;
    const width = textWidth(orientation);
    const rowsOf = (rows: readonly Row[], head: boolean): DataRow[] =>
      fitGrid(rows, count).map((placed, i) => {
        const { role } = rows[i]!;
        let lines = 1;
        const cells = placed.map(({ cell, at, colspan, rowspan }) => {
          const share = widths.slice(at, at + colspan).reduce((a, b) => a + b, 0) / total;
          const room = Math.max(3, Math.floor((share * width - CELL_PADDING) / (size * LETTER)));
          const content = runs(cell.inlines, room);
          const letters = content.reduce((sum, one) => sum + one.text.length, 0);
          if (rowspan === 1) lines = Math.max(lines, letters / room);
          const align = cell.align ?? (head ? 'center' : block.columns[at]!.align);
          return { at, cell: { runs: content, colspan, rowspan, align } };
        });
        const tall = lines * size * 1.2 > textHeight(orientation) * 0.6;
        const bold = head || role !== undefined;
        return {
          cells: cells.map(({ at, cell }) =>
            bold || tall || cell.align !== block.columns[at]!.align ? cell : plainly(cell),
          ),
          bold,
          group: role === 'group',
          breakable: tall,
        };
      });
    return [
      {
        kind: 'table',
        caption: line(block.caption ?? ''),
        unitNote: line(block.unitNote ?? ''),
        size,
        widths,
        aligns: block.columns.map((one) => one.align),
        head: rowsOf(block.head, true),
        rows: rowsOf(block.rows, false),
        tail: 0,
      },
    ];
  };

  const blocksOf = (block: Block, orientation: Orientation): DataBlock[] => {
    switch (block.kind) {
      case 'heading': {
        const words = block.level === 1 ? capitals(block.text) : block.text;
        const number = block.number ? `${headingNumber(block.number)} ` : '';
        return [{ kind: 'heading', level: block.level, text: line(`${number}${words}`) }];
      }
      case 'paragraph':
        return [{ kind: 'paragraph', runs: runs(block.inlines), align: block.align ?? 'justify', depth: 0 }];
      case 'legal-basis':
        return enumerated(block.items).map((one) => text([{ ...PLAIN, text: print(one), italic: true }]));
      case 'list':
        return listBlocks(block, 0);
      case 'table':
        return table(block, orientation);
      case 'qr':
        return [{ kind: 'qr', svg: qrSvg(block.value), alt: line(block.alt) }];
      case 'picture':
        return [{ kind: 'picture', svg: block.svg, alt: line(block.alt) }];
      case 'page-break':
        return [{ kind: 'page-break' }];
    }
  };

  const head = (): DataHead => {
    const { head: box, kind, kinhGui, marks } = tree;
    const to = kinhGui.length ? addressees(kinhGui) : { lines: [] };
    return {
      superior: box.superior ? superiorLines(box.superior).map(line) : [],
      body: bodyLines(box.body).map(line),
      // The blanks for the pen are part of these two lines.
      number: print(numberLine(box, marks.draft)),
      placeAndDay: print(placeAndDay(box)),
      regarding: kind === 'công văn' && box.regarding ? line(box.regarding).replace(/\s+/g, ' ') : '',
      draft: marks.draft,
      notices: (marks.notices ?? []).map(line),
      title: kindTitle(kind) ?? '',
      abstract: kindTitle(kind) ? line(box.title ?? '') : '',
      addressee: line(to.line ?? ''),
      addressees: to.lines.map(line),
    };
  };

  const ending = (): DataPart['ending'] => {
    const { signature, noiNhan } = tree;
    if (!signature && !noiNhan.length) return null;
    return {
      copies: noiNhan.length ? copyLines(noiNhan).map(line) : [],
      signer: signature
        ? { lines: signatureLines(signature).map(line), name: line(signature.name ?? '') }
        : null,
    };
  };

  const bodyParts = stretches(closeBody(tree.blocks), tree.landscape).map(
    ({ orientation, blocks }, i, all): DataPart => ({
      landscape: orientation === 'landscape',
      opening: i === 0,
      head: i === 0 ? head() : null,
      annex: null,
      blocks: tied(
        blocks.flatMap((block) => blocksOf(block, orientation)),
        i === all.length - 1,
      ),
      ending: i === all.length - 1 ? ending() : null,
    }),
  );

  const annexPart = (annex: Annex, index: number): DataPart => {
    const wide = annex.blocks.some((block) => block.kind === 'table' && isWide(block));
    return {
      landscape: wide,
      opening: true,
      head: null,
      annex: {
        label: annexTitle(index, tree.annexes.length),
        title: line(capitals(annex.title)),
        reference: print(annexReference(tree)),
      },
      blocks: annex.blocks.flatMap((block) => blocksOf(block, wide ? 'landscape' : 'portrait')),
      ending: null,
    };
  };

  const day = tree.head.day && isDay(tree.head.day) ? tree.head.day : NO_DAY;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const { top, bottom, left, right } = PAGE;
  return {
    title: line(`${kindName(tree.kind)}: ${tree.head.title ?? tree.head.regarding ?? ''}`),
    author: line(tree.head.body),
    description: tree.marks.illustration ? 'Số liệu minh họa' : '',
    day: [year, month, date],
    mark: tree.marks.illustration ? 'Số liệu minh họa' : '',
    page: { top, bottom, left, right },
    parts: [...bodyParts, ...tree.annexes.map(annexPart)],
  };
};

const TIED_ROWS = 2;

const endsBare = (block: DataBlock | undefined): boolean =>
  block?.kind === 'paragraph' && block.runs.map((one) => one.text).join('') === './.';

/** A './.' on a line of its own under a table is no text that a signature could stand under: rows go with it. */
const tied = (blocks: readonly DataBlock[], last: boolean): DataBlock[] =>
  blocks.map((block, i) => {
    if (!last || block.kind !== 'table' || i !== blocks.length - 2 || !endsBare(blocks.at(-1))) return block;
    // A cell over several rows cannot be cut in two: then the whole table goes along.
    const simple = block.rows.every((one) =>
      one.cells.every((each) => typeof each === 'string' || each.rowspan === 1),
    );
    return { ...block, tail: simple ? TIED_ROWS : block.rows.length };
  });

const textWidth = (orientation: Orientation): number =>
  ((orientation === 'portrait' ? PAGE.width : PAGE.height) - PAGE.left - PAGE.right) * POINTS;
const textHeight = (orientation: Orientation): number =>
  ((orientation === 'portrait' ? PAGE.height : PAGE.width) - PAGE.top - PAGE.bottom) * POINTS;
