import { getDocumentProxy } from 'unpdf';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';

const MM = 25.4 / 72;
const TOP = 20;

/** A piece of text as it stands on the page: millimetres from the left and the upper edge, size in points. */
export type Piece = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that the letters stand on. */
  readonly base: number;
  readonly size: number;
  readonly font: string;
  readonly embedded: boolean;
};
export type Page = {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** Everything on the page as it is copied, lines apart. */
  readonly text: string;
  /** The same without what stands in the top margin. */
  readonly body: string;
};

type Font = { name: string; missingFile?: boolean };

export type ReadPdf = { readonly pdf: PDFDocumentProxy; readonly pages: readonly Page[] };

export const readPdf = async (file: Uint8Array): Promise<ReadPdf> => {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const pages: Page[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const [, , width = 0, height = 0] = page.view;
    // Fonts are known after the page was interpreted.
    await page.getOperatorList();
    const { items } = await page.getTextContent();
    const pieces: Piece[] = [];
    let [text, body] = ['', ''];
    for (const item of items) {
      if (!('str' in item)) continue;
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
      const words = item.str + (item.hasEOL ? '\n' : '');
      text += words;
      if ((height - y) * MM >= TOP) body += words;
      if (!item.str.trim()) continue;
      const font = page.commonObjs.get(item.fontName) as Font;
      pieces.push({
        text: item.str,
        left: x * MM,
        right: (x + item.width) * MM,
        base: (height - y) * MM,
        size: Math.round(size * 10) / 10,
        font: font.name.replace(/^[A-Z]{6}\+/, ''),
        embedded: font.missingFile !== true,
      });
    }
    pages.push({ width: width * MM, height: height * MM, pieces, text, body });
  }
  return { pdf, pages };
};

/** As a person searches: line ends and runs of blanks count as one blank. */
export const tight = (words: string): string => words.replace(/\s+/g, ' ');
