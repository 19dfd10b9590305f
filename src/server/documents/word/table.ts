import { AlignmentType, FileChild, type IContext, type IXmlableObject, Paragraph } from 'docx';
import { fitGrid, type Placed } from '../../../core/documents/grid.ts';
import type { Orientation } from '../../../core/documents/stretches.ts';
import type { Column, Inline, Row, Table as TableBlock } from '../../../core/documents/tree.ts';
import { inlineLook } from './inlines.ts';
import { AFTER, clean, type Look, run, SIZE, textWidth } from './style.ts';

/** Very wide forms are printed smaller, or a number would break inside its cell. */
const sizeFor = (columns: number): number => (columns > 16 ? 18 : columns > 13 ? 20 : SIZE.table);

export const columnTwips = (columns: readonly Column[], width: number): number[] => {
  const shares = columns.map((one) => Math.max(0.1, one.width));
  const total = shares.reduce((a, b) => a + b, 0);
  const twips = shares.map((share) => Math.floor((share / total) * width));
  twips[0]! += width - twips.reduce((a, b) => a + b, 0);
  return twips;
};

/** Elements as the library writes them out: a name with attributes, or with children in the order of the schema. */
type Node = IXmlableObject;
const leaf = (name: string, attributes: Record<string, string | number> = {}): Node => ({
  [name]: {
    _attr: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`w:${key}`, value])),
  },
});
const val = (name: string, value: string | number): Node => leaf(name, { val: value });

/**
 * A table as plain elements. A consolidated annex has fifteen thousand cells; objects of the library for each of them,
 * their paragraphs, runs and properties took most of the time of the whole document.
 */
class PlainTable extends FileChild {
  readonly #node: Node;
  constructor(children: readonly Node[]) {
    super('w:tbl');
    this.#node = { 'w:tbl': [...children] };
  }
  override prepForXml(_: IContext): Node {
    return this.#node;
  }
}

const runNode = (one: Inline, base: Look): Node => {
  const { words, look } = inlineLook(one, base);
  const properties: Node[] = [
    ...(look.bold ? [leaf('w:b'), leaf('w:bCs')] : []),
    ...(look.italics ? [leaf('w:i'), leaf('w:iCs')] : []),
    ...(look.size ? [val('w:sz', look.size), val('w:szCs', look.size)] : []),
    ...(look.underline ? [val('w:u', 'single')] : []),
  ];
  return {
    'w:r': [
      ...(properties.length > 0 ? [{ 'w:rPr': properties }] : []),
      { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, clean(words)] },
    ],
  };
};

type RowLook = { head: boolean; bold: boolean; keepNext: boolean; size: number };

const cellNode = (
  { cell, at, colspan, rowspan }: Placed,
  columns: readonly Column[],
  twips: readonly number[],
  look: RowLook,
  /** Under a cell that reaches down over several rows: the same width, and nothing in it. */
  goesOn = false,
): Node => {
  const align = look.head ? (cell.align ?? 'center') : (cell.align ?? columns[at]!.align);
  const width = twips.slice(at, at + colspan).reduce((a, b) => a + b, 0);
  const base: Look = { size: look.size, ...(look.bold ? { bold: true } : {}) };
  return {
    'w:tc': [
      {
        'w:tcPr': [
          leaf('w:tcW', { type: 'dxa', w: width }),
          ...(colspan > 1 ? [val('w:gridSpan', colspan)] : []),
          ...(goesOn ? [val('w:vMerge', 'continue')] : rowspan > 1 ? [val('w:vMerge', 'restart')] : []),
          val('w:vAlign', 'center'),
        ],
      },
      {
        'w:p': [
          { 'w:pPr': [...(look.keepNext ? [leaf('w:keepNext')] : []), val('w:jc', align)] },
          ...(goesOn ? [] : cell.inlines.map((one) => runNode(one, base))),
        ],
      },
    ],
  };
};

type Held = { readonly placed: Placed; readonly left: number };

/** Rows of the grid, with the cells that go on from above in their places. */
const rowNodes = (
  rows: readonly Row[],
  columns: readonly Column[],
  twips: readonly number[],
  lookOf: (row: Row, index: number) => RowLook,
): Node[] => {
  let held = new Map<number, Held>();
  return fitGrid(rows, columns.length).map((placed, i) => {
    const look = lookOf(rows[i]!, i);
    const cells = [
      ...placed.map((one) => ({ at: one.at, node: cellNode(one, columns, twips, look) })),
      ...[...held.values()].map(({ placed: one }) => ({
        at: one.at,
        node: cellNode(one, columns, twips, look, true),
      })),
    ].sort((a, b) => a.at - b.at);
    const next = [
      ...placed.map((one) => ({ placed: one, left: one.rowspan - 1 })),
      ...[...held.values()].map((one) => ({ ...one, left: one.left - 1 })),
    ];
    held = new Map(next.filter((one) => one.left > 0).map((one) => [one.placed.at, one]));
    return {
      'w:tr': [
        { 'w:trPr': [leaf('w:cantSplit'), ...(look.head ? [leaf('w:tblHeader')] : [])] },
        ...cells.map((one) => one.node),
      ],
    };
  });
};

const SIDES = ['top', 'left', 'bottom', 'right'] as const;
const MARGINS = { top: 30, left: 70, bottom: 30, right: 70 } as const;

const tableProperties = (width: number): Node => ({
  'w:tblPr': [
    leaf('w:tblW', { type: 'dxa', w: width }),
    {
      'w:tblBorders': [...SIDES, 'insideH', 'insideV'].map((side) =>
        leaf(`w:${side}`, { val: 'single', color: '000000', sz: 4 }),
      ),
    },
    leaf('w:tblLayout', { type: 'fixed' }),
    { 'w:tblCellMar': SIDES.map((side) => leaf(`w:${side}`, { type: 'dxa', w: MARGINS[side] })) },
  ],
});

/** The table with its caption and unit; `keepWithNext` ties its last rows to what follows. */
export const tableBlocks = (
  block: TableBlock,
  orientation: Orientation,
  keepWithNext: boolean,
): FileChild[] => {
  if (!block.columns.length || block.head.length + block.rows.length === 0) return [];
  const width = textWidth(orientation);
  const twips = columnTwips(block.columns, width);
  const size = sizeFor(block.columns.length);
  const nodesOf = (rows: readonly Row[], head: boolean): Node[] =>
    rowNodes(rows, block.columns, twips, ({ role }, i) => ({
      head,
      bold: head || role !== undefined,
      keepNext: head || role === 'group' || (keepWithNext && i >= rows.length - 2),
      size,
    }));
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
    new PlainTable([
      tableProperties(width),
      { 'w:tblGrid': twips.map((one) => leaf('w:gridCol', { w: one })) },
      ...nodesOf(block.head, true),
      ...nodesOf(block.rows, false),
    ]),
    // Two tables that touch are one table for Word.
    new Paragraph({ spacing: { after: 60, line: 120, lineRule: 'exact' }, keepNext: keepWithNext }),
  ];
};
