import { type IStylesOptions, TextRun } from 'docx';
import { PAGE } from '../../../core/documents/layout.ts';
import type { Orientation } from '../../../core/documents/stretches.ts';

/** Sizes are half-points, lengths twips, as WordprocessingML counts. */
const FONT = 'Times New Roman';
export const SIZE = { copies: 22, word: 24, table: 24, small: 26, body: 28 } as const;
/** Rounded up: the library's own conversion rounds down, to margins just below the least that the decree allows. */
export const mm = (millimetres: number): number => Math.ceil((millimetres / 25.4) * 1440);
export const FIRST_LINE = 720;
export const AFTER = 120;

export const textWidth = (orientation: Orientation): number =>
  mm(orientation === 'portrait' ? PAGE.width : PAGE.height) - mm(PAGE.left) - mm(PAGE.right);

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** NFC at every door out; what XML cannot hold would make Word offer a repair. */
export const clean = (words: string): string => words.normalize('NFC').replace(UNWRITABLE, '');

export type Look = { bold?: boolean; italics?: boolean; underline?: boolean; size?: number };

export const run = (words: string, { underline, ...look }: Look = {}): TextRun =>
  new TextRun({ text: clean(words), ...look, ...(underline ? { underline: { type: 'single' } } : {}) });

const headingStyle = (look: { bold: boolean; italics?: boolean; allCaps?: boolean }) => ({
  run: { font: FONT, size: SIZE.body, color: '000000', ...look },
  paragraph: {
    keepNext: true,
    indent: { firstLine: FIRST_LINE },
    alignment: 'both' as const,
    spacing: { before: AFTER, after: AFTER },
  },
});

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: FONT,
        size: SIZE.body,
        color: '000000',
        language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    heading1: headingStyle({ bold: true, allCaps: true }),
    heading2: headingStyle({ bold: true }),
    heading3: headingStyle({ bold: true, italics: true }),
    heading4: headingStyle({ bold: false, italics: true }),
  },
  paragraphStyles: [
    {
      id: 'VanBan',
      name: 'Văn bản',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        alignment: 'both',
        indent: { firstLine: FIRST_LINE },
        // NĐ 30/2020: at least 6 pt between paragraphs, lines from single to 1.5.
        spacing: { after: AFTER, line: 264, lineRule: 'auto' },
      },
    },
  ],
};
