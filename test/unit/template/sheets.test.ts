import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SheetOfCells } from '../../../src/core/kernel/sheet.ts';
import { publishedMeanings } from '../../../src/core/template/meaning.ts';
import { readTemplate } from '../../../src/core/template/readSheets.ts';
import type { Template } from '../../../src/core/template/template.ts';
import { sheetsOfTemplate } from '../../../src/core/template/writeSheets.ts';

const path = join(import.meta.dirname, '../../../packs/cao-loc-2024/template.json');
const template = JSON.parse(readFileSync(path, 'utf8')) as Template;
const published = publishedMeanings([template]);

const file = (change: (sheets: Record<string, string[][]>) => void = () => {}): SheetOfCells[] => {
  const sheets = Object.fromEntries(
    sheetsOfTemplate(template).map((s) => [s.name, [[...s.headings], ...s.rows.map((row) => [...row])]]),
  );
  change(sheets);
  return Object.entries(sheets).map(([name, rows]) => ({ name, rows }));
};
/** The cell of a row known by one of its words, under a heading. */
const set = (rows: string[][] | undefined, known: string, heading: string, value: string): void => {
  const row = rows?.find((r) => r.includes(known));
  const at = rows?.[0]?.indexOf(heading) ?? -1;
  if (!row || at < 0) throw new Error(`no ${known} ${heading}`);
  row[at] = value;
};

describe('the file of a template', () => {
  it('read back is the same template', () => {
    const read = readTemplate(file(), published);
    expect(read.problems).toEqual([]);
    expect(read.template).toEqual(template);
  });

  it('columns may stand in any order, below a title, with unknown sheets beside', () => {
    const read = readTemplate(
      [
        { name: 'Ghi chép', rows: [['x']] },
        ...file().map((s) => ({ ...s, rows: [['Phụ lục'], ...s.rows.map((row) => [...row].reverse())] })),
      ],
      published,
    );
    expect(read.template).toEqual(template);
  });

  it('each fault is told by sheet, row, cell and reason', () => {
    const { problems, template: none } = readTemplate(
      file((s) => {
        set(s.Mục, 's1', 'Phạm vi', 'khắp nơi');
        set(s.Hàng, 'cchc-1-01', 'Tên chỉ tiêu', '');
        set(s.Hàng, 'cchc-1-02', 'Lớn nhất', 'mười');
        set(s.Cột, '4', 'Mã biểu', 'bieu-la');
        set(s['Quy tắc'], '3=7+11', 'Quy tắc', '[3] = [7] + [111]');
        set(s['Đề cương'], 'commune', 'Loại đơn vị', 'thôn');
      }),
      published,
    );
    expect(none).toBeUndefined();
    expect(problems.map((p) => [p.sheet, p.cell, p.code])).toEqual([
      ['Mục', 'J2', 'templateFile.cellChoice'],
      ['Đề cương', 'C2', 'templateFile.cellChoice'],
      ['Hàng', 'C2', 'templateFile.cellMissing'],
      ['Hàng', 'I3', 'templateFile.cellAmount'],
      ['Cột', 'A7', 'templateFile.cellUnknown'],
      // What reckoned with the column that went elsewhere is told as well.
      ['Cột', 'H6', 'templateFile.cellRule'],
      ['Cột', 'H18', 'templateFile.cellRule'],
      ['Quy tắc', 'D7', 'templateFile.cellRule'],
    ]);
    expect(problems.at(-1)?.details).toMatchObject({ fault: { found: '111' } });
  });

  it('what does not fit together, and C2: what would change its meaning, is told by its row', () => {
    const twice = readTemplate(
      file((s) => {
        set(s.Hàng, 'cchc-1-01', 'Đơn vị tính', 'lượt');
        set(s.Mục, 's6', 'Có phần lời', '');
      }),
      published,
    );
    expect(twice.problems).toMatchObject([
      { sheet: 'Mục', code: 'templateFile.unsound', details: { problem: 'template.emptySection' } },
      { sheet: 'Hàng', row: 2, code: 'templateFile.meaning', details: { field: 'unit', wanted: 'lượt' } },
    ]);
  });

  it('another workbook says which sheets and headings it lacks', () => {
    const { problems } = readTemplate([{ name: 'Mẫu', rows: [['Tên mẫu']] }], published);
    expect(problems.filter((p) => p.code === 'templateFile.sheetMissing')).toHaveLength(6);
    expect(problems.filter((p) => p.sheet === 'Mẫu').map((p) => p.details.heading)).toEqual([
      'Mã mẫu',
      'Phiên bản',
    ]);
  });
});
