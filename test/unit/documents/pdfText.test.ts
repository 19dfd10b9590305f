import { inflateSync } from 'node:zlib';
import QRCode from 'qrcode';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  cell,
  type DocumentTree,
  list,
  paragraph,
  row,
  type Table,
} from '../../../src/core/documents/tree.ts';
import { createPress, type Press } from '../../../src/server/documents/pdf/compile.ts';
import { documentData } from '../../../src/server/documents/pdf/content.ts';
import { readFonts } from '../../../src/server/documents/pdf/letters.ts';
import { breakable, MAY_BREAK, printable } from '../../../src/server/documents/pdf/printable.ts';
import { qrPng, qrSvg } from '../../../src/server/documents/qr.ts';
import { renderWord } from '../../../src/server/documents/word/renderWord.ts';
import { readPdf, tight } from './readPdf.ts';
import { samples } from './samples.ts';

let press: Press;
let letters: ReadonlySet<number>;
beforeAll(() => {
  press = createPress();
  letters = readFonts().letters;
});

const base = samples['báo cáo của phòng']!;
const withBlocks = (blocks: DocumentTree['blocks'], rest: Partial<DocumentTree> = {}): DocumentTree => ({
  ...base,
  blocks,
  ...rest,
});
const textOf = async (tree: DocumentTree): Promise<string> =>
  tight((await readPdf(press.print(tree))).pages.map((page) => page.body).join('\n'));

const HOSTILE = [
  '#import "@preview/x:1.0.0": *',
  '#panic("x")',
  '#{ while true {} }',
  '#read("/etc/passwd")',
  '$ x^2 $',
  '\\ \\u{41} \\#',
  '@opening',
  '<label> <opening>',
  '*đậm* _nghiêng_ `mã`',
  '= Tiêu đề',
  '- mục + mục / mục: x',
  '// chú thích /* chú thích */',
  '"); #panic("',
  '[ ] { } ( ) ~ -- --- ... \'"',
  'https://cchc.example/a_b*c',
];

describe('what a person wrote stays text', () => {
  it.each(HOSTILE)('%s', async (words) => {
    const table: Table = {
      kind: 'table',
      caption: `Biểu ${words}`,
      unitNote: `ĐVT ${words}`,
      columns: [{ width: 1, align: 'left' }],
      head: [row([cell(`Đầu ${words}`)])],
      rows: [row([cell(`Ô ${words}`)])],
    };
    const tree = withBlocks(
      [
        { kind: 'heading', level: 2, number: '1', text: `Mục ${words}` },
        paragraph(`Lời ${words}`),
        list([`Ý ${words}`]),
        { kind: 'legal-basis', items: [`Căn cứ ${words}`, 'Căn cứ khác'] },
        table,
        { kind: 'qr', value: words, alt: words },
        paragraph('Hết'),
      ],
      {
        head: { ...base.head, title: `Trích yếu ${words}`, place: 'Cao Lộc' },
        annexes: [{ title: `Kèm ${words}`, blocks: [paragraph('Hết')] }],
        noiNhan: [`Nơi ${words}`, 'Lưu: VT.'],
        signature: { authority: null, position: 'Trưởng phòng', name: `Tên ${words}` },
      },
    );
    const text = await textOf(tree);
    const plain = tight(words);
    for (const before of ['Mục', 'Lời', 'Ý', 'Biểu', 'ĐVT', 'Đầu', 'Ô', 'Trích yếu', 'Tên'])
      expect(text).toContain(`${before} ${plain}`);
    // Enumerations end with their own signs.
    const bare = plain.replace(/[;.,]+$/, '');
    expect(text).toContain(`Căn cứ ${bare};`);
    expect(text).toContain(`- Nơi ${bare};`);
    expect(text).toContain(`KÈM ${plain.toLocaleUpperCase('vi')}`);
  });
});

describe('letters', () => {
  it('the font has every Vietnamese letter', () => {
    const vowels = 'aăâeêioôơuưy'.split('');
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const small = ['đ', ...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))];
    const all = [...small, ...small.map((one) => one.toLocaleUpperCase('vi'))];
    expect(all).toHaveLength(146);
    expect(all.filter((one) => !letters.has(one.codePointAt(0)!))).toEqual([]);
  });

  it('NFD comes out as NFC; what cannot be printed does not spoil the document', async () => {
    const odd = 'Cải cách hành chính'.normalize('NFD');
    const text = await textOf(
      withBlocks([paragraph(`${odd} \u{1f600} 漢 \uf0b7 a\u200bb\u00adc \ud800 x\u0000y \ue123\ufe0f.`)]),
    );
    expect(text).toContain('Cải cách hành chính □ □ • abc xy □');
  });

  it('stand-ins: blanks and dashes that the font lacks, line ends of every kind', () => {
    expect(
      printable('a\u2003b\u2011c\r\nd\te', new Set([...'abcde- '].map((one) => one.charCodeAt(0)))),
    ).toBe('a b-c\nd e');
  });

  it('a word longer than its place breaks and is copied whole', async () => {
    expect(breakable('ngắn 1234567', 5)).toBe(`ngắn 12345${MAY_BREAK}67`);
    const long = `https://cchc.example/${'abc123'.repeat(30)}`;
    const { pages } = await readPdf(press.print(withBlocks([paragraph(`Xem ${long} ở đó.`)])));
    for (const one of pages.flatMap((page) => page.pieces)) expect(one.right).toBeLessThan(195.5);
    expect(
      pages
        .map((page) => page.body)
        .join('')
        .replace(/\s/g, ''),
    ).toContain(`${long}ởđó`);
  });
});

describe('dashes', () => {
  it('inside a sentence never open a line, where they would look like an item of a list', async () => {
    for (let start = 1; start < 12; start++) {
      const words = `${'a '.repeat(start)}${'kinh tế - xã hội, Tài chính - Kế hoạch, '.repeat(12)}hết`;
      const { pages } = await readPdf(press.print(withBlocks([paragraph(words)])));
      const text = pages.map((page) => page.body).join('\n');
      expect(tight(text)).toContain(tight(words));
      expect(text).not.toMatch(/^- (xã|Kế)/m);
      expect(text).not.toMatch(/[\u200b\u2060]/);
      // What is held together stands on the line of its neighbours.
      const bases = pages
        .flatMap((page) => page.pieces.filter((one) => /xã hội|Kế hoạch|tế -|chính -/.test(one.text)))
        .map((one) => one.base)
        .sort((a, b) => a - b);
      expect(bases.length).toBeGreaterThan(3);
      const steps = bases.map((base, i) => base - (bases[i - 1] ?? 0));
      expect(steps.filter((step) => step > 0.1 && step < 3)).toEqual([]);
    }
  });
});

describe('odd trees', () => {
  it('uneven tables, spans beyond the edge, nothing at all', async () => {
    const uneven: Table = {
      kind: 'table',
      columns: [1, 2, 3].map((width) => ({ width, align: 'left' })),
      head: [row([cell('A', { rowspan: 9 }), cell('B', { colspan: 9 })])],
      rows: [
        row([]),
        row(['1', '2', '3', '4']),
        row([cell('nhóm', { colspan: 3 })], 'group'),
        row([cell('x', { rowspan: 5 }), cell('y', { colspan: 2 })]),
      ],
    };
    const tree = withBlocks([uneven, { ...uneven, columns: [] }, { kind: 'page-break' }, uneven], {
      annexes: [{ title: 'Rỗng', blocks: [] }],
      kinhGui: [],
      noiNhan: [],
      signature: null,
    });
    expect(await textOf(tree)).toMatch(/A B.*1 2 3.*nhóm.*x y.*RỖNG/);
    // As the last block it is tied to the signature, spans or not.
    expect(await textOf(withBlocks([uneven, paragraph('./.')]))).toMatch(/x y.*\.\/\..*Nơi nhận/);
    const empty = withBlocks([], { head: { ...base.head, body: '', place: '', symbol: '', title: '' } });
    expect((await readPdf(press.print(empty))).pages).toHaveLength(1);
  });

  it('a row higher than a page breaks instead of losing its end', async () => {
    const rows = [row(['1', `${'Nội dung dài. '.repeat(700)}HẾT`]), row(['2', 'sau'])];
    const columns = [1, 3].map((width) => ({ width, align: 'left' as const }));
    const { pages } = await readPdf(
      press.print(withBlocks([{ kind: 'table', columns, head: [row(['TT', 'Nội dung'])], rows }])),
    );
    expect(pages.length).toBeGreaterThan(2);
    expect(tight(pages.map((page) => page.body).join('\n'))).toMatch(/HẾT 2 sau/);
    for (const one of pages.flatMap((page) => page.pieces)) expect(one.base).toBeLessThan(277.5);
  });
});

describe('the same document gives the same bytes', () => {
  it.each(['công văn', 'giấy xác nhận'])('%s', async (kind) => {
    const tree = samples[kind]!;
    const first = press.print(tree);
    press.print(samples['báo cáo của xã']!);
    expect(Buffer.compare(first, press.print(tree))).toBe(0);
    expect(Buffer.compare(first, createPress().print(tree))).toBe(0);
    expect(Buffer.compare(await renderWord(tree), await renderWord(tree))).toBe(0);
  });

  it('and bears its own day', async () => {
    const issued = { ...base, head: { ...base.head, day: '2024-02-06' as const } };
    expect(documentData(issued, letters).day).toEqual([2024, 2, 6]);
    const { pdf } = await readPdf(press.print(issued));
    expect((await pdf.getMetadata()).info).toMatchObject({ CreationDate: 'D:20240206000000Z' });
  });
});

describe('the QR code', () => {
  const value = 'https://cchc.example/kiem-tra-phieu/K7QM2XWD9P?hash=9f2c';
  const { modules } = QRCode.create(value, { errorCorrectionLevel: 'M' });
  const side = modules.size + 8;
  const dark = (x: number, y: number): boolean =>
    x >= 4 && y >= 4 && x < side - 4 && y < side - 4 && Boolean(modules.get(y - 4, x - 4));
  const wanted = Array.from({ length: side * side }, (_, i) => dark(i % side, Math.floor(i / side)));

  it('is drawn module by module, in PNG and in SVG', () => {
    const png = qrPng(value);
    expect(png.readUInt32BE(16)).toBe(side * 8);
    const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
    const pixels = inflateSync(data);
    const stride = side + 1;
    const seen = wanted.map((_, i) => {
      const [x, y] = [i % side, Math.floor(i / side)];
      // One module is eight pixels wide: a byte, all white or all black.
      return pixels[(y * 8 + 3) * stride + 1 + x] === 0;
    });
    expect(seen).toEqual(wanted);
    const drawn = wanted.map(() => false);
    for (const [, x, y, run] of qrSvg(value).matchAll(/M(\d+) (\d+)h(\d+)v1/g))
      for (let i = 0; i < Number(run); i++) drawn[Number(y) * side + Number(x) + i] = true;
    expect(drawn).toEqual(wanted);
  });
});
