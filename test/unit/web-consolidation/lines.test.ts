import { expect, test } from 'vitest';
import type { TotalCell, TotalForm } from '../../../src/core/consolidation/answers.ts';
import type { Computed } from '../../../src/core/template/compute.ts';
import { cellWords, differenceWords } from '../../../src/web/screens/consolidation/cell-words.ts';
import { lineAt, linesOf } from '../../../src/web/screens/consolidation/lines.ts';

const amount = (n: string): Computed => ({ kind: 'amount', amount: n });
const cell = (row: string, column: string, commune: Computed): TotalCell => ({
  row,
  column,
  commune,
  agency: null,
  total: null,
  area: null,
  difference: null,
  units: 0,
  nil: 0,
  last: null,
});
const wide: TotalForm = {
  id: 'dossier',
  title: 'Giải quyết hồ sơ',
  unit: 'hồ sơ',
  sectionNumber: '2',
  area: 'TTHC',
  sectionTitle: 'Cải cách thủ tục hành chính',
  rows: [
    { id: 'ho-tich', title: 'Hộ tịch' },
    { id: 'total', title: 'Tổng cộng' },
  ],
  columns: [
    { id: '7', title: 'Tổng số', number: '(7)', group: 'Đã giải quyết', kind: 'figure' },
    { id: '8', title: 'Trước hạn', number: '(8)', group: 'Đã giải quyết', kind: 'figure' },
    {
      id: 'r1',
      title: 'Trước và đúng hạn',
      kind: 'figure',
      formula: { percent: { of: [{ row: '*', column: '8' }], by: [{ row: '*', column: '7' }] } },
    },
  ],
  cells: [
    cell('ho-tich', '7', amount('3')),
    cell('ho-tich', '8', amount('1')),
    cell('ho-tich', 'r1', amount('33.33')),
    cell('total', '7', amount('5260')),
    cell('total', '8', amount('5218')),
    cell('total', 'r1', amount('99.2')),
  ],
};

test('a form of many columns is read by its columns on the row of totals, ratios with their summed parts', () => {
  const lines = linesOf(wide);
  expect(lines.map((l) => [l.title, l.group, l.spot.row])).toEqual([
    ['(7) Tổng số', 'Đã giải quyết', 'total'],
    ['(8) Trước hạn', 'Đã giải quyết', 'total'],
    ['Trước và đúng hạn', undefined, 'total'],
  ]);
  expect(lines[2]?.parts).toEqual({ of: '5218', by: '5260' });
  expect(lines[2]?.unit).toBe('%');
});

test('a figure of one of its rows is found too, named by row and column', () => {
  const found = lineAt([wide], { form: 'dossier', row: 'ho-tich', column: '8' });
  expect(found?.line.title).toBe('Hộ tịch, Trước hạn');
  expect(lineAt([wide], { form: 'gone', row: 'x', column: 'y' })).toBeUndefined();
});

test('parts of a ratio that are not known are not made up', () => {
  const blank = {
    ...wide,
    cells: wide.cells.map((c) => (c.column === '8' ? { ...c, commune: { kind: 'empty' as const } } : c)),
  };
  expect(linesOf(blank)[2]?.parts).toBeUndefined();
});

test('C3 C7 blank, zero, nil, not applicable and not computable never look the same', () => {
  const kinds: Computed[] = [
    { kind: 'empty' },
    amount('0'),
    { kind: 'nil' },
    { kind: 'not-applicable' },
    { kind: 'uncomputable' },
  ];
  expect(new Set(kinds.map((k) => cellWords(k, false))).size).toBe(kinds.length);
  expect(cellWords(amount('1234.5'), false)).toBe('1.234,5');
  expect(cellWords(amount('99.2'), true)).toBe('99,20%');
});

test('a difference always says its sign', () => {
  expect([differenceWords('3'), differenceWords('-1204')]).toEqual(['+3', '−1.204']);
});
