import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportDocument } from '../../../src/core/documents/reportDocument.ts';
import { type DocumentTree, paragraph } from '../../../src/core/documents/tree.ts';
import { renderWord } from '../../../src/server/documents/word/renderWord.ts';
import { communeInput, samples } from './samples.ts';

const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const reason = hasOffice ? '' : ' (skipped: soffice is not installed on this machine)';

/**
 * Fonts differ between machines, and letters that a font lacks come out of a PDF apart from their words. Only words
 * without such letters are looked for.
 */
const tight = (page: string): string => page.normalize('NFC').replace(/\s+/g, ' ');
const NAME = 'Hoàng Văn Hùng';

const signedTexts = Array.from({ length: 5 }, (_, lines) =>
  reportDocument({
    ...communeInput,
    annexes: [],
    sections: communeInput.sections.slice(0, 3),
    closing: Array.from(
      { length: lines * 9 + 1 },
      () => 'Đề nghị UBND huyện xem xét, hướng dẫn thực hiện',
    ).join('; '),
  }),
);
const signedTables = Array.from({ length: 4 }, (_, lines) =>
  reportDocument({
    ...communeInput,
    annexes: [],
    closing: null,
    sections: [
      {
        number: 'I',
        title: 'Kết quả',
        level: 1,
        blocks: [
          ...Array.from({ length: lines * 2 + 14 }, (_, i) =>
            paragraph(`Nội dung thứ ${i + 1} đã thực hiện.`),
          ),
          ...communeInput.sections[3]!.blocks.filter((block) => block.kind === 'table'),
        ],
      },
    ],
  }),
);
const KINDS = ['công văn', 'báo cáo của xã', 'báo cáo của phòng', 'báo cáo của huyện', 'giấy xác nhận'];

let pages: ReadonlyMap<DocumentTree, readonly string[]> = new Map();
const of = (tree: DocumentTree | undefined): readonly string[] => (tree && pages.get(tree)) ?? [];

/** Each document's pages as lines of text, all converted in one start of the office program. */
const pagesOf = async (folder: string, trees: readonly DocumentTree[]): Promise<string[][]> => {
  const files = await Promise.all(
    trees.map(async (tree, i) => {
      const path = join(folder, `d${i}.docx`);
      writeFileSync(path, await renderWord(tree));
      return path;
    }),
  );
  await promisify(execFile)('soffice', [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    ...files,
  ]);
  const found: string[][] = [];
  for (const file of files) {
    const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file.replace(/docx$/, 'pdf'))));
    const pages: string[] = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      const { items } = await (await pdf.getPage(n)).getTextContent();
      pages.push(items.map((one) => ('str' in one ? one.str + (one.hasEOL ? '\n' : '') : '')).join(''));
    }
    found.push(pages);
  }
  return found;
};

beforeAll(async () => {
  if (!hasOffice) return;
  const folder = mkdtempSync(join(tmpdir(), 'cchc-pages-'));
  const trees = [
    ...KINDS.map((kind) => samples[kind]!),
    ...signedTexts,
    ...signedTables,
    samples['báo cáo dài']!,
  ];
  try {
    const found = await pagesOf(folder, trees);
    pages = new Map(trees.map((tree, i) => [tree, found[i]!]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);

describe.skipIf(!hasOffice)(`pages as LibreOffice lays them out${reason}`, () => {
  it('hold every kind of document', () => {
    const all = KINDS.map((kind) => of(samples[kind]));
    const [letter = [], commune = [], department = [], district = [], receipt = []] = all;
    expect([letter.length, receipt.length]).toEqual([2, 1]);
    expect(tight(letter[1]!)).toMatch(/\.\/\..*VT, NV\..*Minh Khôi/);
    // The annex follows the signature on a page of its own.
    expect(tight(commune.at(-2)!)).toContain(NAME);
    expect(tight(commune.at(-1)!)).toContain('(Kèm theo Báo cáo s');
    expect(tight(department.at(-1)!)).not.toContain('TM.');
    expect(district.filter((page) => page.includes('(Kèm theo Báo cáo s'))).toHaveLength(2);
    for (const page of all.flat()) expect(tight(page)).toContain('u minh h');
  });

  it('never hold a signature alone, however long the text is', () => {
    const all = [...signedTexts, ...signedTables].map(of);
    // Without a text that reaches over the page the question would not have been asked.
    expect(all.some((one) => one.length === 2) && all.some((one) => one.length === 1)).toBe(true);
    for (const one of all) {
      const signed = one.filter((page) => tight(page).includes(NAME));
      expect(signed).toHaveLength(1);
      expect(tight(signed[0]!)).toContain('./.');
      expect(tight(signed[0]!)).toContain('VT, VP.');
    }
  });

  it('repeat headings over 22 units with 60 rows and number the pages', () => {
    const long = of(samples['báo cáo dài']);
    const annex = long.slice(long.findIndex((page) => page.includes('(Kèm theo Báo cáo s')));
    expect(annex.length).toBeGreaterThan(40);
    annex.forEach((page, i) => {
      expect(tight(page)).toContain('Trong k');
      // The first page of an annex bears no number; its pages count from 1.
      expect(/^\s*(\d+)\s/.exec(page)?.[1]).toBe(i === 0 ? undefined : String(i + 1));
    });
    for (let unit = 1; unit <= 22; unit++) {
      const group = `UBND ${String(unit).padStart(2, '0')}`;
      const on = annex.filter((page) => tight(page).includes(group));
      expect(on).toHaveLength(1);
      // The line that names a unit is not left at the foot of a page without a row of that unit.
      expect(tight(on[0]!).slice(tight(on[0]!).indexOf(group))).toMatch(/ 1\. /);
    }
  });
});
