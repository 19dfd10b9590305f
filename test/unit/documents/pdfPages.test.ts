import { beforeAll, describe, expect, it } from 'vitest';
import { reportDocument } from '../../../src/core/documents/reportDocument.ts';
import { type DocumentTree, paragraph } from '../../../src/core/documents/tree.ts';
import { createPress, type Press } from '../../../src/server/documents/pdf/compile.ts';
import { type Page, readPdf, tight } from './readPdf.ts';
import { communeInput, dossierTable, samples } from './samples.ts';

let press: Press;
beforeAll(() => {
  press = createPress();
});
const pagesOf = async (tree: DocumentTree): Promise<readonly Page[]> =>
  (await readPdf(press.print(tree))).pages;

const NAME = 'Hoàng Văn Hùng';

describe('a signature never stands alone', () => {
  const signedPage = (pages: readonly Page[]): Page => {
    const signed = pages.filter((page) => page.text.includes(NAME));
    expect(signed).toHaveLength(1);
    expect(signed[0]!.text).toContain('- Lưu: VT, VP.');
    return signed[0]!;
  };

  it('however long the text is', async () => {
    let turned = 0;
    for (let lines = 0; lines < 24; lines++) {
      const pages = await pagesOf(
        reportDocument({
          ...communeInput,
          annexes: [],
          sections: communeInput.sections.slice(0, 3),
          opening: Array.from({ length: lines }, (_, i) => paragraph(`Nội dung thứ ${i + 1} đã thực hiện.`)),
          closing: 'Trên đây là báo cáo của UBND xã Bảo Lâm, đề nghị UBND huyện xem xét, hướng dẫn thực hiện',
        }),
      );
      if (pages.length === 2) turned++;
      expect(tight(signedPage(pages).body)).toMatch(/Trên đây là báo cáo.*\.\/\./);
    }
    // Otherwise the question would not have been asked.
    expect(turned).toBeGreaterThan(2);
    expect(turned).toBeLessThan(24);
  });

  it('nor under a bare "./." after a table: its last rows go along, under their heading', async () => {
    let [turned, again] = [0, 0];
    for (let lines = 0; lines < 26; lines++) {
      const table = { ...dossierTable(9), landscape: false };
      const pages = await pagesOf(
        reportDocument({
          ...communeInput,
          annexes: [],
          closing: null,
          opening: Array.from({ length: lines }, (_, i) => paragraph(`Nội dung thứ ${i + 1} đã thực hiện.`)),
          sections: [{ number: 'I', title: 'Kết quả', level: 1, blocks: [table] }],
        }),
      );
      const page = signedPage(pages);
      const body = tight(page.body);
      expect(body).toMatch(/9\. Địa chính - Xây dựng.*Tổng số.*\.\/\./);
      // The heading is printed once on each page that holds rows, no more and no less.
      for (const one of pages) {
        const rows = /\d\. (Văn hóa|Tư pháp|Địa chính|Tài chính|Lao động|Tôn giáo)/.test(tight(one.body));
        expect(tight(one.body).match(/Lĩnh vực giải quyết/g)?.length ?? 0).toBe(rows ? 1 : 0);
      }
      if (pages.length > 1) turned++;
      if (pages.length > 1 && !body.includes('1. Văn hóa - Xã hội')) again++;
    }
    expect(turned).toBeGreaterThan(2);
    expect(again).toBeGreaterThan(0);
  });
});

describe('H3: 22 units with 60 rows each', () => {
  it('headings and the name of the unit on every page, rows whole, pages numbered', async () => {
    const pages = await pagesOf(samples['báo cáo dài']!);
    const annex = pages.slice(pages.findIndex((page) => /^Phụ lục$/m.test(page.text)));
    expect(annex.length).toBeGreaterThan(40);
    const rowsSeen: string[] = [];
    annex.forEach((page, i) => {
      const number = page.pieces.find((one) => one.base < 20 && /^\d+$/.test(one.text.trim()));
      expect(number?.text.trim()).toBe(i === 0 ? undefined : String(i + 1));
      expect(page.pieces.filter((one) => one.text.trim() === 'Lĩnh vực giải quyết')).toHaveLength(1);
      const names = page.pieces.filter((one) => /^(\d+\. |UBND \d\d$)/.test(one.text.trim()));
      // The first line under the heading says whose rows these are, and no such line ends a page.
      expect(names[0]!.text).toMatch(/^UBND \d\d/);
      expect(names.at(-1)!.text).toMatch(/^\d+\. /);
      for (const one of names) {
        if (one.text.startsWith('UBND')) continue;
        rowsSeen.push(one.text);
        // Its ten figures stand beside it: on the line, or in the middle of a name of two lines.
        const figures = page.pieces.filter(
          (piece) => piece.left > one.left + 20 && Math.abs(piece.base - one.base) < 3.2,
        );
        expect(figures.length, one.text).toBeGreaterThanOrEqual(10);
      }
    });
    expect(rowsSeen).toHaveLength(22 * 60);
  });
});
