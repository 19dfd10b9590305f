import { getDocumentProxy } from 'unpdf';
import { glyphText } from './pdfGlyphs.ts';

const PAGES = 600;

type Item = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean };

/** Letters that another font brings are drawn into gaps of a line that has already ended further right. */
const goesBack = (items: readonly Item[]): boolean => {
  let end: { x: number; y: number } | undefined;
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const height = item.height || 10;
    const [x, y] = [item.transform[4] ?? 0, item.transform[5] ?? 0];
    if (end && Math.abs(y - end.y) < height * 0.5 && x < end.x - height * 0.5) return true;
    end = { x: x + item.width, y };
  }
  return false;
};

/** Lines in the order of the file: Word writes the cells of its letterhead one after the other. */
const pageText = (items: readonly Item[]): string => {
  let out = '';
  let last: { x: number; y: number; height: number } | undefined;
  for (const item of items) {
    const [x, y] = [item.transform[4] ?? 0, item.transform[5] ?? 0];
    const height = item.height || Math.abs(item.transform[3] ?? 0) || last?.height || 10;
    if (item.str) {
      if (last) {
        const drop = last.y - y;
        if (Math.abs(drop) > height * 0.5) {
          if (!out.endsWith('\n')) out += '\n';
          // A wide gap parts paragraphs; going up starts another column.
          if (drop > height * 2.1 || drop < -height) out += '\n';
        } else if (x - last.x > height * 2.5) out += '\t';
        else if (x - last.x > height * 0.15 && !/\s$/.test(out) && !/^\s/.test(item.str)) out += ' ';
      }
      out += item.str;
      last = { x: x + item.width, y, height };
    }
    if (item.hasEOL && !out.endsWith('\n')) out += '\n';
  }
  return out;
};

export const pdfText = async (bytes: Buffer): Promise<{ text: string; pages: number }> => {
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  });
  const pages: string[] = [];
  for (let n = 1; n <= Math.min(document.numPages, PAGES); n++) {
    const page = await document.getPage(n);
    const content = await page.getTextContent();
    const items = content.items.filter((item) => 'str' in item) as unknown as Item[];
    pages.push(goesBack(items) ? await glyphText(page) : pageText(items));
    page.cleanup();
  }
  return {
    text: pages
      .join('\n')
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n'),
    pages: document.numPages,
  };
};
