import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/kernel/sheet.ts';
import { formProblemText, readForm } from '../../../src/core/scoring/form.ts';
import { FORM_COLUMNS } from '../../../src/core/scoring/formColumns.ts';
import { score } from '../../../src/core/scoring/score.ts';
import { readCriteriaFile } from '../../../src/server/scoring/readFile.ts';
import { criteriaTemplate } from '../../../src/server/scoring/template.ts';
import { answersOf, lineOf } from './sets.ts';

const HEAD = ['Mã', 'Tên', 'Cấp', 'Điểm tối đa', 'Loại quy tắc', 'Tham số', 'Không phát sinh'];
const rows = (...lines: Cell[][]): { name: string; rows: Cell[][] }[] => [
  { name: 'Tiêu chí', rows: [HEAD, ...lines] },
];
const read = (...lines: Cell[][]) => readForm(rows(...lines), 'thu');
const errors = (...lines: Cell[][]): string[] => read(...lines).problems.map((p) => formProblemText(p));

const AREA: Cell[] = ['1', 'Lĩnh vực', 'lĩnh vực', 100, '', '', ''];

describe('I1 the Excel form', () => {
  test('the written form is read without a word, and scores', async () => {
    const file = await readCriteriaFile(Buffer.from(await criteriaTemplate()), 'mau.xlsx');
    if (!file.ok) throw new Error(file.vi);
    const [only] = file.sets;
    expect(only?.problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect(only?.set).toMatchObject({ id: 'vi-du-2026', year: 2026, totalPoints: '100' });
    if (!only?.set) throw new Error('not read');
    const sheet = score(
      only.set,
      answersOf({
        '1.1.3': '92,5',
        '1.3.2': { a: 40, b: 30 },
        '1.3.3': 85,
        '1.1.1': 'kịp thời',
        'P.2': { days: 11 },
      }),
    );
    expect(['1.1.3', '1.3.2', '1.3.3', 'P.2'].map((code) => lineOf(sheet, code).points)).toEqual([
      '3.25',
      '3.75',
      '4.25',
      '-4.5',
    ]);
  });

  test('an error names sheet, row and cell', () => {
    expect(errors(AREA, ['1.1', 'Tiêu chí', 'tiêu chí', 100, 'bậc', 'từ 80% trở lên = hai', ''])).toEqual([
      'trang “Tiêu chí”, dòng 3, ô F3: Tham số “từ 80% trở lên = hai” của 1.1 chưa hiểu được.',
      'trang “Tiêu chí”, dòng 3, ô E3: 1.1 chưa có quy tắc chấm và chưa có dòng con.',
    ]);
    expect(errors(AREA, ['1.1', 'Tiêu chí', 'tiêu chí', 100, 'công thức', 'b/a × ', ''])).toContain(
      'trang “Tiêu chí”, dòng 3, ô F3: Công thức của 1.1: công thức còn thiếu ở cuối (vị trí 5).',
    );
    expect(
      errors(AREA, ['1.1', 'Tiêu chí', 'tiêu chí', 100, 'bậc', 'từ 80% trở lên = 100; dưới 60% = 0', '']),
    ).toEqual(['trang “Tiêu chí”, dòng 3, ô F3: Các bậc điểm của 1.1 bỏ trống khoảng từ 60% đến dưới 80%.']);
    expect(errors(AREA, ['1.1', 'Tiêu chí', 'tiêu chí', 'mười', 'có/không', '', ''])[0]).toBe(
      'trang “Tiêu chí”, dòng 3, ô D3: Điểm tối đa “mười” của 1.1 chưa phải là số.',
    );
    expect(errors(AREA, ['1.1', 'Tiêu chí', 'tiêu chí', 100, 'tùy ý', '', ''])[0]).toMatch(
      /dòng 3, ô E3: Loại quy tắc “tùy ý” của 1\.1 chưa có/,
    );
    expect(
      errors(AREA, ['1.1', 'Tiêu chí', 'tiêu chí', 100, 'tuyến tính có ngưỡng', 'ngưỡng tám mươi', ''])[0],
    ).toBe('trang “Tiêu chí”, dòng 3, ô F3: Tham số “ngưỡng tám mươi” của 1.1 chưa hiểu được.');
    expect(errors(AREA, ['1.1', 'Tiêu chí', 'tiêu chí', 100, 'tuyến tính', '', 'tùy'])[0]).toMatch(
      /ô G3: Cách chấm khi không phát sinh “tùy”/,
    );
    expect(errors(['1.1', 'Tiêu chí', 'tiêu chí', 100, 'tuyến tính', '', ''])[0]).toMatch(
      /dòng 2, ô A2: Dòng 1\.1 đứng trước lĩnh vực/,
    );
    expect(
      errors(AREA, [{ date: '2026-01-01' }, 'Tiêu chí', 'tiêu chí', 100, 'tuyến tính', '', ''])[0],
    ).toMatch(/ô A3: Ô mã đang là ngày tháng/);
  });

  test('100 points must add up, at every level', () => {
    const set = read(
      ['1', 'Một', 'lĩnh vực', 60, '', '', ''],
      ['1.1', 'A', 'tiêu chí', 50, 'tuyến tính', '', ''],
      ['2', 'Hai', 'lĩnh vực', 30, 'tuyến tính', '', ''],
    );
    expect(set.problems.map((p) => [p.code, p.row, p.cell])).toEqual([
      ['set.total', 1, 'D1'],
      ['line.sum', 2, 'D2'],
    ]);
    expect(formProblemText(set.problems[0] as never)).toBe(
      'trang “Tiêu chí”, dòng 1, ô D1: Tổng điểm các lĩnh vực là 90, bộ tiêu chí ghi 100. Kiểm tra điểm tối đa của từng lĩnh vực.',
    );
  });

  test('the same code twice, bands that leave a gap, a rule beyond its maximum', () => {
    const found = read(
      AREA,
      ['1.1', 'A', 'tiêu chí', 50, 'bậc', 'từ 80 trở lên = 50; từ 10 đến dưới 60 = 10; dưới 10 = 0', ''],
      ['1.1', 'B', 'tiêu chí', 50, 'có/không', 'có = 60; không = 0', ''],
    ).problems;
    expect(found.map((p) => [p.code, p.cell])).toEqual([
      ['bands.gap', 'F3'],
      ['line.sameCode', 'A4'],
      ['rule.overMaximum', 'D4'],
    ]);
  });

  test('columns are found by their headings in any order, levels by the dots of the codes', () => {
    const { set, problems } = readForm(
      [
        {
          name: 'Sheet1',
          rows: [
            ['Bảng tiêu chí'],
            ['Tên bộ tiêu chí', 'Bộ của xã'],
            ['ĐIỂM TỐI ĐA', 'TÊN', 'MÃ', 'THAM SỐ', 'LOẠI QUY TẮC'],
            [100, 'Lĩnh vực', 1, null, null],
            ['40', 'Tiêu chí A', '1.1', 'đạt: 40; không đạt: 0', 'Đạt / không đạt'],
            ['60', 'Tiêu chí B', '1.2', '≥ 90%: 60\n70 - <90%: 30\n< 70%: 0', 'Bậc'],
          ],
        },
      ],
      'thu',
    );
    expect(problems).toEqual([]);
    expect(set?.title).toBe('Bộ của xã');
    if (!set) throw new Error('not read');
    expect(lineOf(score(set, answersOf({ '1.2': '89,9' })), '1.2').points).toBe('30');
  });

  test.each([
    ['trừ do chậm', 'mỗi ngày trừ = 5; trừ tối đa = 20; quá số ngày = 10', { days: 3 }, '-15'],
    ['điểm trừ', 'trừ mỗi trường hợp = 0,1; trừ tối đa = 0,5', { count: 9 }, '-0.5'],
    ['điểm thưởng', 'cộng mỗi trường hợp = 2; tối đa = 100', { count: 2 }, '4'],
  ])('%s outside the points', (type, parameters, answer, points) => {
    const found = readForm(
      [
        {
          name: 'T',
          rows: [
            [...HEAD, 'Thưởng/trừ'],
            [...AREA.slice(0, 4), 'tuyến tính', '', '', ''],
            [
              'P',
              'Ngoài',
              'lĩnh vực',
              null,
              type,
              parameters,
              '',
              type.includes('thưởng') ? 'thưởng' : 'trừ',
            ],
          ],
        },
      ],
      'thu',
    );
    expect(found.problems).toEqual([]);
    if (!found.set) throw new Error('not read');
    expect(lineOf(score(found.set, answersOf({ P: answer })), 'P').points).toBe(points);
  });

  test('a file without the table says which headings it needs', () => {
    expect(readForm([{ name: 'A', rows: [['gì đó']] }], 'x').problems.map((p) => p.code)).toEqual([
      'form.noSheet',
    ]);
    expect(readForm([], 'x').problems.map((p) => p.code)).toEqual(['form.noSheet']);
    expect(read().problems.map((p) => p.code)).toEqual(['form.empty']);
  });

  test('a real file of cells, with its own wording, through the gate', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Bảng',
          rows: [FORM_COLUMNS.map((c) => c.title), ['1', 'Một', 'lĩnh vực', 99, 'tuyến tính']],
        },
      ],
    });
    const file = await readCriteriaFile(Buffer.from(bytes), 'a.xlsx');
    if (!file.ok) throw new Error(file.vi);
    expect(file.sets[0]?.set).toBeUndefined();
    expect(file.sets[0]?.problems[0]).toMatchObject({ code: 'set.total', sheet: 'Bảng', row: 1, cell: 'D1' });
  });
});
