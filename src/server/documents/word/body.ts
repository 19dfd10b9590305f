import { AlignmentType, type FileChild, HeadingLevel, ImageRun, Paragraph } from 'docx';
import { enumerated, headingNumber } from '../../../core/documents/layout.ts';
import type { Orientation } from '../../../core/documents/stretches.ts';
import type { Block, List, Paragraph as ParagraphBlock, Picture, Qr } from '../../../core/documents/tree.ts';
import { qrPng } from '../qr.ts';
import { inlineRuns } from './inlines.ts';
import { AFTER, clean, FIRST_LINE, run, textWidth } from './style.ts';
import { tableBlocks } from './table.ts';

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** Signs are text, not Word numbering: they survive copying, other programs and being read again. */
const listParagraphs = (list: List, depth: number, keepNext: boolean): Paragraph[] =>
  list.items.flatMap((item, i) => {
    const number = (list.start ?? 1) + i;
    const sign = list.ordered ? (depth === 0 ? `${number}. ` : `${number}) `) : depth === 0 ? '- ' : '+ ';
    const last = keepNext && i === list.items.length - 1;
    return [
      new Paragraph({
        style: 'VanBan',
        indent: { left: depth * 360, firstLine: FIRST_LINE },
        keepNext: last,
        children: [run(sign), ...inlineRuns(item.inlines)],
      }),
      ...(item.sub ? listParagraphs(item.sub, depth + 1, last) : []),
    ];
  });

const paragraphOf = (block: ParagraphBlock, keepNext: boolean): Paragraph =>
  new Paragraph({
    style: 'VanBan',
    keepNext,
    ...(block.align === 'center' ? { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } } : {}),
    ...(block.align === 'left' ? { alignment: AlignmentType.LEFT } : {}),
    children: inlineRuns(block.inlines),
  });

const QR_PIXELS = 113;

/** The description has a fixed id: the library counts on from the document before, and bytes would differ. */
const qrOf = (block: Qr, keepNext: boolean): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext,
    spacing: { before: AFTER, after: AFTER },
    children: [
      new ImageRun({
        type: 'png',
        data: qrPng(block.value),
        transformation: { width: QR_PIXELS, height: QR_PIXELS },
        altText: { id: '1', name: 'QR', title: clean(block.alt), description: clean(block.alt) },
      }),
    ],
  });

/** Pixels of a 96th of an inch, as the library counts. */
const PICTURE_PIXELS = 600;

const pictureOf = (block: Picture, orientation: Orientation): Paragraph => {
  const width = Math.min(PICTURE_PIXELS, Math.floor(textWidth(orientation) / 15));
  const size = { width, height: Math.round(width * block.ratio) };
  const alt = clean(block.alt);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: AFTER, after: AFTER },
    children: [
      new ImageRun({
        type: 'png',
        data: block.png ?? new Uint8Array(),
        transformation: size,
        altText: { id: '1', name: 'Biểu đồ', title: alt, description: alt },
      }),
    ],
  });
};

/** `keepWithNext` ties the end of the block to what follows: a signature never stands alone on a page. */
export const blockParts = (block: Block, orientation: Orientation, keepWithNext: boolean): FileChild[] => {
  switch (block.kind) {
    case 'heading': {
      const number = block.number ? `${headingNumber(block.number)} ` : '';
      return [
        new Paragraph({ heading: LEVELS[block.level - 1]!, children: [run(`${number}${block.text}`)] }),
      ];
    }
    case 'paragraph':
      return [paragraphOf(block, keepWithNext)];
    case 'legal-basis':
      return enumerated(block.items).map(
        (line) =>
          new Paragraph({
            style: 'VanBan',
            keepNext: keepWithNext,
            children: [run(line, { italics: true })],
          }),
      );
    case 'list':
      return listParagraphs(block, 0, keepWithNext);
    case 'table':
      return tableBlocks(block, orientation, keepWithNext);
    case 'qr':
      return [qrOf(block, keepWithNext)];
    case 'picture':
      return [pictureOf(block, orientation)];
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: 'exact' } })];
  }
};
