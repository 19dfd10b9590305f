import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx';
import { copyLines, signatureLines } from '../../../core/documents/layout.ts';
import type { Orientation } from '../../../core/documents/stretches.ts';
import type { DocumentTree } from '../../../core/documents/tree.ts';
import { NO_BORDER, NO_BORDERS } from './boxes.ts';
import { mm, run, SIZE, textWidth } from './style.ts';

/** Room for the pen and the stamp between the position and the name. */
const ROOM_FOR_SEAL = 1500;
const ABOVE = 160;

const copies = (noiNhan: readonly string[]): Paragraph[] =>
  noiNhan.length
    ? [
        new Paragraph({
          spacing: { before: ABOVE },
          children: [run('Nơi nhận:', { bold: true, italics: true, size: SIZE.word })],
        }),
        ...copyLines(noiNhan).map((line) => new Paragraph({ children: [run(line, { size: SIZE.copies })] })),
      ]
    : [new Paragraph({})];

const signer = ({ signature }: DocumentTree): Paragraph[] => {
  if (!signature) return [new Paragraph({})];
  const lines = signatureLines(signature);
  return [
    ...lines.map(
      (line, i) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: i === 0 ? ABOVE : 0 },
          children: [run(line, { bold: true })],
        }),
    ),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: ROOM_FOR_SEAL },
      children: [run(signature.name ?? '', { bold: true })],
    }),
  ];
};

/** Boxes 7 and 9b: one row that does not split, so that name, position and copies stay together. */
export const signatureTable = (tree: DocumentTree, orientation: Orientation): Table[] => {
  if (!tree.signature && !tree.noiNhan.length) return [];
  const width = textWidth(orientation);
  const right = mm(90);
  const cell = (size: number, children: Paragraph[]): TableCell =>
    new TableCell({
      width: { size, type: 'dxa' },
      borders: { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER },
      children,
    });
  return [
    new Table({
      width: { size: width, type: 'dxa' },
      columnWidths: [width - right, right],
      layout: TableLayoutType.FIXED,
      borders: NO_BORDERS,
      margins: { marginUnitType: 'dxa', top: 0, bottom: 0, left: 0, right: 0 },
      rows: [
        new TableRow({
          cantSplit: true,
          children: [cell(width - right, copies(tree.noiNhan)), cell(right, signer(tree))],
        }),
      ],
    }),
  ];
};
