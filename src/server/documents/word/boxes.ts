import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx';
import {
  addressees,
  bodyLines,
  kindTitle,
  numberLine,
  placeAndDay,
  superiorLines,
} from '../../../core/documents/layout.ts';
import type { Orientation } from '../../../core/documents/stretches.ts';
import type { DocumentTree } from '../../../core/documents/tree.ts';
import { boldWidth, rule } from './rule.ts';
import { AFTER, mm, run, SIZE, textWidth } from './style.ts';

export const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
} as const;

const LEFT = mm(65);
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
/** Rules under names and abstracts are a third to a half of their line. */
const RULE_SHARE = 0.4;

const centred = (words: string, look: Parameters<typeof run>[1], before = 0): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before },
    keepNext: true,
    children: [run(words, look)],
  });

/** The last printed line when a name is longer than its column. */
const lastLineWidth = (words: string, halfPoints: number, column: number): number => {
  let width = 0;
  for (const word of words.split(' ')) {
    const added = boldWidth(width ? ` ${word}` : word, halfPoints);
    width = width + added > column ? boldWidth(word, halfPoints) : width + added;
  }
  return width;
};

const ruleUnder = (words: string, halfPoints: number, column: number): Paragraph =>
  rule(Math.round(lastLineWidth(words, halfPoints, column) * RULE_SHARE), column);

/** Box 2: the superior body, and the issuing body in bold above its rule. */
const issuer = ({ head }: DocumentTree): Paragraph[] => {
  const lines = bodyLines(head.body);
  return [
    ...(head.superior ? superiorLines(head.superior) : []).map((line) => centred(line, { size: SIZE.small })),
    ...lines.map((line) => centred(line, { bold: true, size: SIZE.small })),
    ruleUnder(lines.at(-1)!, SIZE.small, LEFT),
  ];
};

/** Box 1, the same on every document. */
const nation = (column: number): Paragraph[] => [
  centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: SIZE.small }),
  centred(MOTTO, { bold: true, size: SIZE.body }),
  rule(boldWidth(MOTTO, SIZE.body), column),
];

const draftMark = (): Paragraph => {
  const edge = { style: BorderStyle.SINGLE, size: 6, space: 2, color: '000000' };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: AFTER, after: 60 },
    indent: { left: mm(19), right: mm(19) },
    border: { top: edge, bottom: edge, left: edge, right: edge },
    children: [run('DỰ THẢO', { bold: true, size: SIZE.small })],
  });
};

const numberBox = (tree: DocumentTree): Paragraph[] => [
  centred(numberLine(tree.head, tree.marks.draft), { size: SIZE.small }, 60),
  ...(tree.kind === 'công văn' && tree.head.regarding
    ? [centred(`V/v ${tree.head.regarding.replace(/\s+/g, ' ')}`, { size: SIZE.word }, 60)]
    : []),
  ...(tree.marks.draft ? [draftMark()] : []),
];

const boxCell = (width: number, children: Paragraph[]): TableCell =>
  new TableCell({
    width: { size: width, type: 'dxa' },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    borders: { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER },
    children,
  });

/** Boxes 1 to 4 and 5b, side by side. */
export const headTable = (tree: DocumentTree, orientation: Orientation): Table => {
  const right = textWidth(orientation) - LEFT;
  const day = centred(placeAndDay(tree.head), { italics: true, size: SIZE.small }, 60);
  return new Table({
    width: { size: LEFT + right, type: 'dxa' },
    columnWidths: [LEFT, right],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { marginUnitType: 'dxa', top: 0, bottom: 0, left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [boxCell(LEFT, issuer(tree)), boxCell(right, nation(right))],
      }),
      new TableRow({ cantSplit: true, children: [boxCell(LEFT, numberBox(tree)), boxCell(right, [day])] }),
    ],
  });
};

/** What became of the document after it left; not part of the text that was signed. */
export const noticeBox = ({ marks }: DocumentTree): Paragraph[] => {
  const edge = { style: BorderStyle.SINGLE, size: 6, space: 3, color: '000000' };
  return (marks.notices ?? []).map(
    (words) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: AFTER, after: 60 },
        border: { top: edge, bottom: edge, left: edge, right: edge },
        children: [run(words, { italics: true, size: SIZE.word })],
      }),
  );
};

/** Box 5a: the name of the kind, the abstract and its rule. */
export const titleBox = (tree: DocumentTree, orientation: Orientation): Paragraph[] => {
  const name = kindTitle(tree.kind);
  if (!name) return [];
  const abstract = tree.head.title?.trim();
  return [
    centred(name, { bold: true, size: SIZE.body }, 240),
    ...(abstract
      ? [
          centred(abstract, { bold: true, size: SIZE.body }),
          ruleUnder(abstract, SIZE.body, textWidth(orientation)),
        ]
      : []),
  ];
};

/** Box 9a. */
export const addresseeBox = (tree: DocumentTree): Paragraph[] => {
  if (!tree.kinhGui.length) return [new Paragraph({ spacing: { after: AFTER } })];
  const { line, lines } = addressees(tree.kinhGui);
  if (line !== undefined) {
    return [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 240, after: 240 },
        children: [run(`Kính gửi: ${line}`)],
      }),
    ];
  }
  return [
    new Paragraph({
      indent: { left: mm(25) },
      spacing: { before: 240, after: 40 },
      children: [run('Kính gửi:')],
    }),
    ...lines.map(
      (one, i) =>
        new Paragraph({
          indent: { left: mm(38), hanging: 180 },
          spacing: { after: i === lines.length - 1 ? 240 : 40 },
          children: [run(one)],
        }),
    ),
  ];
};
