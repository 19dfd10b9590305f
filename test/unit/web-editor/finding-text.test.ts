import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { readFigure } from '../../../src/core/template/cell.ts';
import { findingsOf } from '../../../src/core/template/check.ts';
import { type Values, valueAt } from '../../../src/core/template/compute.ts';
import type { UnitForm } from '../../../src/core/template/outline.ts';
import type { Form, Template } from '../../../src/core/template/template.ts';
import { cellLabel } from '../../../src/web/screens/editor/grid/cell-text.ts';
import { findingText } from '../../../src/web/screens/editor/grid/finding-text.ts';
import { createHistory } from '../../../src/web/screens/editor/grid/undo.ts';
import { addWords } from '../../../src/web/texts/text.ts';
import { vi } from '../../../src/web/texts/vi.ts';

const pack = JSON.parse(
  readFileSync(new URL('../../../packs/cao-loc-2024/template.json', import.meta.url), 'utf8'),
) as Template;
const formOf = (id: string): UnitForm => {
  const form = pack.forms.find((f) => f.id === id) as Form & { rows: UnitForm['rows'] };
  return form;
};

const said = (form: UnitForm, typed: Readonly<Record<string, string>>): string[] => {
  const values: Values = (row, column) => readFigure(typed[`${row}/${column}`] ?? '');
  return findingsOf(form, values).map((finding) => {
    const { head, body } = findingText(form, finding, (r, c) => valueAt(form, values, r, c));
    return `${head} ${body}`.trim();
  });
};

beforeAll(() => addWords(vi));

test('C4 a row that does not add up is said in words, with what each side is made of', () => {
  const row = { '4': '46', '5': '71', '6': '1', '8': '84', '9': '28', '10': '0', '12': '5', '13': '0' };
  const typed = Object.fromEntries(Object.entries(row).map(([c, v]) => [`ho-tich/${c}`, v]));
  expect(said(formOf('dossier'), typed)).toEqual([
    'Hộ tịch lệch 1 hồ sơ. Cột 3 là 118 (46 + 71 + 1), còn cột 7 cộng cột 11 là 117 (112 + 5).',
  ]);
});

test('a figure that follows from another period than the one beside it says from which', () => {
  const form = formOf('dossier');
  const values: Values = (_row, column) => readFigure(column === '6' ? '4' : '0');
  const before = (_form: string, _row: string, column: string) => readFigure(column === '12' ? '5' : '0');
  const [found] = findingsOf(form, values, { previous: { relation: 'adjoins', cell: before } }).filter(
    (f) => f.rightExpr,
  );
  const which = 'Kỳ trước: Năm 2023.';
  expect(found && findingText(form, found, (r, c) => valueAt(form, values, r, c), which)).toEqual({
    head: 'Hộ tịch lệch 1 hồ sơ.',
    body: `Cột 6 là 4, còn cột 11 kỳ trước là 5. ${which} Hồ sơ từ kỳ trước chuyển sang là hồ sơ còn lại cuối kỳ trước.`,
  });
});

test('C8 what is no number is named as it was typed, with its column', () => {
  expect(said(formOf('dossier'), { 'ho-tich/4': '2o' })[0]).toContain('Cột 4: “2o” chưa phải là số.');
});

test('a form of one figure a row speaks of its rows, and of the limit of a cell', () => {
  const [over] = said(formOf('cddh'), { 'cchc-1-02/value': '10', 'cchc-1-03/value': '12' });
  expect(over).toContain('vượt 2 nhiệm vụ.');
  expect(over).toContain('là 12, lớn hơn “Số nhiệm vụ đề ra trong kế hoạch CCHC năm” là 10.');
  expect(said(formOf('cddh'), { 'cchc-1-15/value': '3' })[0]).toContain('là 3, lớn hơn mức cao nhất 1.');
  expect(said(formOf('cddh'), { 'cchc-1-04/value': '-1' })[0]).toContain('nhỏ hơn mức thấp nhất 0.');
});

test('D7 a cell is named by row, column number, column words and unit', () => {
  expect(cellLabel(formOf('dossier'), 'ho-tich', '4')).toBe('Hộ tịch, cột 4, Tiếp nhận: Trực tuyến, hồ sơ');
  expect(cellLabel(formOf('cddh'), 'cchc-1-04', 'value')).toBe(
    'Số cuộc kiểm tra, tự kiểm tra CCHC, Kỳ này, cuộc',
  );
});

test('steps go back and forth; a step that changes nothing is none, a new one ends what could be redone', () => {
  const history = createHistory();
  const [a, b, c] = ['1', '2', '3'].map((n) => readFigure(n));
  const step = (before = a!, after = b!) => [{ row: 'r', column: '1', before, after }];
  history.push(step(a, a));
  expect(history.undo()).toBeUndefined();
  history.push(step(a, b));
  history.push(step(b, c));
  expect(history.undo()).toEqual(step(b, c));
  expect(history.redo()).toEqual(step(b, c));
  expect(history.undo()).toEqual(step(b, c));
  history.push(step(b, a));
  expect(history.redo()).toBeUndefined();
});
