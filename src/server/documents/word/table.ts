import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
} from 'docx';
import { fitGrid, type Placed } from '../../../core/documents/grid.ts';
import type { Orientation } from '../../../core/documents/stretches.ts';
import type { Column, Row, Table as TableBlock } from '../../../core/documents/tree.ts';
import { inlineRuns } from './inlines.ts';
import { AFTER, run, SIZE, textWidth } from './style.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
} as const;
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** Very wide forms are printed smaller, or a number would break inside its cell. */
const sizeFor = (columns: number): number => (columns > 16 ? 18 : columns > 13 ? 20 : SIZE.table);

export const columnTwips = (columns: readonly Column[], width: number): number[] => {
  const shares = columns.map((one) => Math.max(0.1, one.width));
  const total = shares.reduce((a, b) => a + b, 0);
  const twips = shares.map((share) => Math.floor((share / total) * width));
  twips[0]! += width - twips.reduce((a, b) => a + b, 0);
  return twips;
};

type RowLook = { head: boolean; bold: boolean; keepNext: boolean; size: number };

const cellOf = (
  placed: Placed,
  columns: readonly Column[],
  twips: readonly number[],
  look: RowLook,
): TableCell => {
  const { cell, at, colspan, rowspan } = placed;
  const align = look.head ? (cell.align ?? 'center') : (cell.align ?? columns[at]!.align);
  return new TableCell({
    width: { size: twips.slice(at, at + colspan).reduce((a, b) => a + b, 0), type: 'dxa' },
    verticalAlign: VerticalAlign.CENTER,
    ...(colspan > 1 ? { columnSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
    children: [
      new Paragraph({
        alignment: ALIGN[align],
        keepNext: look.keepNext,
        children: inlineRuns(cell.inlines, { size: look.size, ...(look.bold ? { bold: true } : {}) }),
      }),
    ],
  });
};

/** The table with its caption and unit; `keepWithNext` ties its last rows to what follows. */
export const tableBlocks = (
  block: TableBlock,
  orientation: Orientation,
  keepWithNext: boolean,
): (Paragraph | Table)[] => {
  if (!block.columns.length || block.head.length + block.rows.length === 0) return [];
  const width = textWidth(orientation);
  const twips = columnTwips(block.columns, width);
  const size = sizeFor(block.columns.length);
  const rowsOf = (rows: readonly Row[], head: boolean): TableRow[] =>
    fitGrid(rows, block.columns.length).map((placed, i) => {
      const role = rows[i]!.role;
      const tied = head || role === 'group' || (keepWithNext && i >= rows.length - 2);
      const look = { head, bold: head || role !== undefined, keepNext: tied, size };
      return new TableRow({
        cantSplit: true,
        tableHeader: head,
        children: placed.map((one) => cellOf(one, block.columns, twips, look)),
      });
    });
  return [
    ...(block.caption
      ? [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            keepNext: true,
            spacing: { before: AFTER, after: 60 },
            children: [run(block.caption, { bold: true, size: SIZE.small })],
          }),
        ]
      : []),
    ...(block.unitNote
      ? [
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            keepNext: true,
            spacing: { after: 60 },
            children: [run(block.unitNote, { italics: true, size: SIZE.table })],
          }),
        ]
      : []),
    new Table({
      width: { size: width, type: 'dxa' },
      columnWidths: twips,
      layout: TableLayoutType.FIXED,
      borders: BORDERS,
      margins: { marginUnitType: 'dxa', top: 30, bottom: 30, left: 70, right: 70 },
      rows: [...rowsOf(block.head, true), ...rowsOf(block.rows, false)],
    }),
    // Two tables that touch are one table for Word.
    new Paragraph({ spacing: { after: 60, line: 120, lineRule: 'exact' }, keepNext: keepWithNext }),
  ];
};
