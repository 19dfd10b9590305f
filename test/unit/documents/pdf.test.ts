import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentTree, Inline } from '../../../src/core/documents/tree.ts';
import { createPress, type Press } from '../../../src/server/documents/pdf/compile.ts';
import { type Page, type Piece, type ReadPdf, readPdf, tight } from './readPdf.ts';
import { samples } from './samples.ts';

const KINDS = [
  'công văn',
  'báo cáo của xã',
  'báo cáo của phòng',
  'báo cáo của huyện',
  'giấy xác nhận',
  'công văn gia hạn',
  'công văn trả lại',
  'công văn đôn đốc nhiều đơn vị',
  'công văn đính chính',
  'phụ lục kết quả chỉ số',
] as const;
let press: Press;
const read = new Map<string, ReadPdf>();
const of = (kind: (typeof KINDS)[number]): ReadPdf => read.get(kind)!;

beforeAll(async () => {
  press = createPress();
  for (const kind of KINDS) read.set(kind, await readPdf(press.print(samples[kind]!)));
});

const piece = (page: Page, words: string): Piece => {
  const found = page.pieces.find((one) => one.text.trim() === words);
  expect(found, `"${words}" on the page:\n${page.text}`).toBeDefined();
  return found!;
};
const middle = (one: Piece): number => (one.left + one.right) / 2;

/** Every word that the tree says, as far as a person would look for it. */
const wordsOf = (tree: DocumentTree): string[] => {
  const plain = (inlines: readonly Inline[]): string =>
    inlines.map((one) => (one.kind === 'source' ? one.mark : one.text)).join('');
  return [...tree.blocks, ...tree.annexes.flatMap((annex) => annex.blocks)].flatMap((block) => {
    if (block.kind === 'paragraph') return [plain(block.inlines)];
    if (block.kind === 'heading') return [block.level === 1 ? block.text.toUpperCase() : block.text];
    if (block.kind === 'table')
      return [...block.head, ...block.rows].flatMap((row) => row.cells.map((one) => plain(one.inlines)));
    if (block.kind === 'list') return block.items.map((one) => plain(one.inlines));
    return block.kind === 'legal-basis' ? block.items.map((one) => one.replace(/;$/, '')) : [];
  });
};

describe('H1: the PDF of every kind of document', () => {
  it.each(KINDS)('%s: its Vietnamese text is searched and copied in NFC', (kind) => {
    const { pages } = of(kind);
    const all = pages.map((page) => page.body).join('\n');
    expect(all).toBe(all.normalize('NFC'));
    const words = wordsOf(samples[kind]!).filter((one) => one.trim());
    expect(words.length).toBeGreaterThan(4);
    for (const one of words)
      expect(tight(all)).toContain(
        tight(one)
          .replace(/[.;]?(\.\/\.)?$/, '')
          .trim(),
      );
    // No letter was lost on the way: a font without it would have given a box.
    expect(all).not.toMatch(/[□\ufffd]/);
  });

  it.each(KINDS)('%s: archivable and tagged, with language, title and its own fonts', async (kind) => {
    const { pdf, pages } = of(kind);
    const { info, metadata } = await pdf.getMetadata();
    const xmp = (metadata as { getRaw(): string }).getRaw();
    expect(xmp).toMatch(/pdfaid:part>2</);
    expect(xmp).toMatch(/pdfaid:conformance>A</);
    expect(info).toMatchObject({ Language: 'vi-VN' });
    expect((info as { Title: string }).Title).toMatch(/^(Công văn|Báo cáo|Giấy xác nhận): /);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await (await pdf.getPage(1)).getStructTree()).not.toBeNull();
    for (const one of pages.flatMap((page) => page.pieces)) {
      expect(one.font).toMatch(/^Tinos-(Regular|Bold|Italic|BoldItalic)$/);
      expect(one.embedded).toBe(true);
    }
  });

  it.each(KINDS)('%s: A4, nothing outside the margins but what stands in the top one', (kind) => {
    for (const page of of(kind).pages) {
      const landscape = page.width > page.height;
      expect([page.width, page.height].map(Math.round)).toEqual(landscape ? [297, 210] : [210, 297]);
      for (const one of page.pieces) {
        expect(one.left).toBeGreaterThan(29.9);
        expect(one.right).toBeLessThan(page.width - 14.5);
        expect(one.base).toBeLessThan(page.height - 20);
        if (one.base < 20) expect(one.text.trim()).toMatch(/^(\d+|Số liệu minh họa)$/);
      }
    }
  });

  it('boxes 1 and 2: the nation at the right, the bodies at the left, in their sizes', () => {
    const [page] = of('báo cáo của phòng').pages as [Page];
    const [superior, body] = [piece(page, 'UBND HUYỆN CAO LỘC'), piece(page, 'PHÒNG NỘI VỤ')];
    const [nation, motto] = [
      piece(page, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      piece(page, 'Độc lập - Tự do - Hạnh phúc'),
    ];
    expect([superior.size, body.size, nation.size, motto.size]).toEqual([13, 13, 13, 14]);
    expect([superior.font, body.font, nation.font, motto.font]).toEqual([
      'Tinos-Regular',
      'Tinos-Bold',
      'Tinos-Bold',
      'Tinos-Bold',
    ]);
    expect(superior.base).toBeCloseTo(nation.base, 1);
    expect(body.base).toBeGreaterThan(superior.base);
    // The left box is 65 mm wide and begins at the margin; the right one takes the rest.
    expect(middle(superior)).toBeCloseTo(30 + 65 / 2, 0);
    expect(middle(body)).toBeCloseTo(middle(superior), 0);
    expect(middle(nation)).toBeCloseTo(95 + 100 / 2, 0);
    expect(middle(motto)).toBeCloseTo(middle(nation), 0);
    const alone = of('báo cáo của xã').pages[0]!;
    expect(piece(alone, 'XÃ BẢO LÂM').base).toBeGreaterThan(piece(alone, 'ỦY BAN NHÂN DÂN').base);
    expect(alone.text).not.toContain('UBND HUYỆN CAO LỘC');
  });

  it('boxes 3, 4 and the draft: number under the body, day under the nation', () => {
    const [page] = of('báo cáo của xã').pages as [Page];
    const number = piece(page, 'Số: 09/BC-UBND');
    const day = piece(page, 'Bảo Lâm, ngày 28 tháng 02 năm 2024');
    expect([number.size, day.size, day.font]).toEqual([13, 13, 'Tinos-Italic']);
    expect(middle(number)).toBeCloseTo(62.5, 0);
    expect(middle(day)).toBeCloseTo(145, 0);
    expect(page.text).not.toContain('DỰ THẢO');
    const [draft] = of('báo cáo của phòng').pages as [Page];
    // Room for the pen.
    expect(piece(draft, '/BC-PNV').left - piece(draft, 'Số:').right).toBeGreaterThan(8);
    expect(piece(draft, 'tháng 02 năm 2024').left - piece(draft, 'Cao Lộc, ngày').right).toBeGreaterThan(5);
    expect(piece(draft, 'DỰ THẢO').font).toBe('Tinos-Bold');
  });

  it('box 5: the name of the kind and its abstract in the middle; V/v under the number', () => {
    const [page] = of('báo cáo của xã').pages as [Page];
    const [name, abstract] = [
      piece(page, 'BÁO CÁO'),
      piece(page, 'Kết quả công tác cải cách hành chính quý I năm 2024'),
    ];
    for (const one of [name, abstract]) {
      expect([one.size, one.font]).toEqual([14, 'Tinos-Bold']);
      expect(middle(one)).toBeCloseTo(30 + 165 / 2, 0);
    }
    const [letter] = of('công văn').pages as [Page];
    const about = letter.pieces.find((one) => one.text.startsWith('V/v báo cáo'))!;
    expect(about.size).toBe(12);
    expect(about.right).toBeLessThan(95.5);
  });

  it('boxes 6 and 9a: text of 14 points, first line 1.27 cm in, ragged nowhere', () => {
    const [page] = of('công văn').pages as [Page];
    expect(piece(page, 'Kính gửi:').size).toBe(14);
    expect(page.text).toMatch(/- UBND các xã, thị trấn\./);
    const first = page.pieces.find((one) => one.text.startsWith('Thực hiện Công văn số 983'))!;
    expect(first.size).toBe(14);
    expect(first.left).toBeCloseTo(42.7, 0);
    expect(first.right).toBeCloseTo(195, 0);
    const second = page.pieces.find((one) => one.text.startsWith('Lạng Sơn về việc'))!;
    expect([Math.round(second.left), Math.round(second.right)]).toEqual([30, 195]);
    // Lines from single (1.15 em of this font) to one and a half.
    const pitch = ((second.base - first.base) * 72) / 25.4 / 14;
    expect(pitch).toBeGreaterThan(1.15);
    expect(pitch).toBeLessThan(1.5 * 1.15);
  });

  it('boxes 7 and 9b: signer at the right, copies at the left, on one page', () => {
    const page = of('báo cáo của xã').pages.find((one) => one.text.includes('Nơi nhận:'))!;
    const [copies, list, authority, position, name] = [
      'Nơi nhận:',
      '- Lưu: VT, VP.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Hoàng Văn Hùng',
    ].map((words) => piece(page, words)) as [Piece, Piece, Piece, Piece, Piece];
    expect([copies.size, copies.font, list.size]).toEqual([12, 'Tinos-BoldItalic', 11]);
    for (const one of [authority, position, name]) {
      expect([one.size, one.font]).toEqual([14, 'Tinos-Bold']);
      expect(middle(one)).toBeCloseTo(195 - 45, 0);
    }
    expect(copies.left).toBeCloseTo(30, 0);
    // Room for the pen and the stamp.
    expect(name.base - position.base).toBeGreaterThan(25);
  });

  it.each([
    ['công văn gia hạn', 'V/v gia hạn', 'UBND xã Bảo Lâm', 'TRƯỞNG PHÒNG'],
    ['công văn trả lại', 'V/v hoàn thiện', 'UBND xã Bảo Lâm', 'TRƯỞNG PHÒNG'],
    ['công văn đôn đốc nhiều đơn vị', 'V/v đôn đốc', 'Các cơ quan, đơn vị có tên', 'TRƯỞNG PHÒNG'],
    ['công văn đính chính', 'V/v đính chính', '- UBND huyện Cao Lộc;', 'TRƯỞNG PHÒNG'],
  ] as const)('%s: every box in its place, on as many pages as it needs', (kind, about, to, position) => {
    const { pages } = of(kind);
    const [first] = pages as [Page];
    expect(piece(first, 'UBND HUYỆN CAO LỘC').font).toBe('Tinos-Regular');
    expect(piece(first, 'PHÒNG NỘI VỤ').font).toBe('Tinos-Bold');
    const regarding = first.pieces.find((one) => one.text.startsWith(about))!;
    expect([regarding.size, regarding.right < 95.5]).toEqual([12, true]);
    const addressed = first.pieces.find((one) => one.text.includes(to) && one.left > 50)!;
    expect(addressed.size).toBe(14);
    // The addressees stand under both columns of the head, the text under them.
    expect(addressed.base).toBeGreaterThan(regarding.base);
    const body = first.pieces.find((one) => one.size === 14 && Math.abs(one.left - 42.7) < 0.5)!;
    expect(body.base).toBeGreaterThan(addressed.base);
    const numbers = pages.map((page) => page.pieces.find((one) => one.base < 20 && /^\d+$/.test(one.text)));
    expect(numbers.map((one) => one?.text)).toEqual(
      pages.map((_, i) => (i === 0 ? undefined : String(i + 1))),
    );
    // Who signs, and whom it goes to beside, close the last page with words above them.
    const last = pages.at(-1)!;
    const [copies, signer] = [piece(last, 'Nơi nhận:'), piece(last, position)];
    expect(middle(signer)).toBeCloseTo(150, 0);
    expect(last.pieces.some((one) => one.base > 20 && one.base < copies.base - 4)).toBe(true);
    expect(tight(last.body)).toMatch(/\.\/\./);
  });

  it('a letter that has left bears its number, day and signer; a draft none of them', () => {
    const left = of('công văn gia hạn').pages;
    expect(piece(left[0]!, 'Số: 07/PNV-CCHC').size).toBe(13);
    piece(left[0]!, 'Cao Lộc, ngày 29 tháng 02 năm 2024');
    piece(left.at(-1)!, 'Nông Văn Quang');
    const draft = of('công văn trả lại').pages;
    piece(draft[0]!, 'DỰ THẢO');
    expect(draft.some((page) => page.text.includes('Nông Văn Quang'))).toBe(false);
    expect(draft.length).toBeGreaterThan(1);
  });

  it('long tables of letters and annexes repeat their heading, and no row is torn', () => {
    for (const [kind, heading, rows] of [
      ['công văn trả lại', 'Vị trí trong báo cáo', 14],
      ['công văn đôn đốc nhiều đơn vị', 'Cơ quan, đơn vị', 19],
    ] as const) {
      const { pages } = of(kind);
      const holding = pages.filter((page) =>
        page.pieces.some((one) => /^\d+$/.test(one.text.trim()) && one.left < 40),
      );
      for (const page of holding)
        expect(page.pieces.filter((one) => one.text.trim() === heading)).toHaveLength(1);
      const seen = holding.flatMap((page) =>
        page.pieces
          .filter((one) => /^\d+$/.test(one.text.trim()) && one.left < 40)
          .map((one) => Number(one.text)),
      );
      expect(seen).toEqual(Array.from({ length: rows }, (_, i) => i + 1));
    }
  });

  it('the receipt: what the QR code opens is also there in letters', () => {
    const [page] = of('giấy xác nhận').pages as [Page];
    expect(page.text).toMatch(/^\s*Mã kiểm tra: K7QM2XWD9P\s*$/m);
    expect(tight(page.text)).toContain('https://cchc.example/kiem-tra-phieu ');
  });
});

describe('H3: page numbers and annexes', () => {
  it('numbers stand in the middle of the top margin, not on the first page, and count anew in an annex', () => {
    const { pages } = of('báo cáo của huyện');
    const numbers = pages.map((page) => {
      const found = page.pieces.filter((one) => one.base < 20 && /^\d+$/.test(one.text.trim()));
      expect(found.length).toBeLessThan(2);
      if (!found[0]) return null;
      expect(found[0].size).toBe(14);
      expect(middle(found[0])).toBeCloseTo((30 + page.width - 15) / 2, 0);
      return Number(found[0].text);
    });
    const annexes = pages.flatMap((page, i) => (/^Phụ lục I+$/m.test(page.text) ? [i] : []));
    expect(annexes).toHaveLength(2);
    expect(numbers).toEqual(
      pages.map((_, i) => {
        const start = annexes.filter((at) => at <= i).at(-1) ?? 0;
        return i === start ? null : i - start + 1;
      }),
    );
    // Only wide tables turn the page.
    expect(pages.map((page) => page.width > page.height)).toEqual(
      pages.map((page) => page.text.includes('Từ kỳ')),
    );
  });

  it('demonstration data say so on every page, real data on none', async () => {
    for (const kind of KINDS)
      for (const page of of(kind).pages) expect(piece(page, 'Số liệu minh họa').base).toBeLessThan(20);
    const real = { ...samples['công văn']!, marks: { draft: false, illustration: false } };
    const { pages } = await readPdf(press.print(real));
    for (const page of pages) expect(page.text).not.toContain('minh họa');
  });
});
