import { expect, it } from 'vitest';
import { biggestChanges } from '../../../src/core/report/biggestChanges.ts';
import type { Cell } from '../../../src/core/template/cell.ts';
import type { UnitForm, UnitSection } from '../../../src/core/template/outline.ts';

const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const form = {
  id: 'f',
  title: 'Biểu',
  scope: 'commune',
  checks: [],
  rows: rows.map((id) => ({ id, title: id })),
  columns: [
    { id: 'n', title: 'Số', kind: 'figure' },
    { id: 't', title: 'Ghi chú', kind: 'text' },
  ],
} as unknown as UnitForm;
const section = { id: 's1', forms: [form] } as unknown as UnitSection;
const amount = (value: string): Cell => ({ kind: 'amount', amount: value });
const of = (values: Record<string, Cell>) => (_: UnitForm, row: string, column: string) =>
  column === 'n' ? (values[row] ?? { kind: 'empty' as const }) : ({ kind: 'text', text: 'x' } as const);

it('names the five figures that changed most, blank and equal ones left aside, nil as nothing', () => {
  const changes = biggestChanges(
    [section],
    of({
      a: amount('1030'),
      b: amount('9'),
      c: { kind: 'nil' },
      d: amount('5'),
      e: { kind: 'empty' },
      f: amount('0.3'),
      g: amount('101'),
    }),
    of({
      a: amount('1000'),
      b: amount('3'),
      c: amount('4'),
      d: amount('5'),
      e: amount('70'),
      f: amount('0.1'),
      g: amount('100'),
    }),
    5,
  );
  expect(changes.map((c) => [c.rowId, c.difference])).toEqual([
    ['b', '6'],
    ['c', '-4'],
    ['a', '30'],
    ['f', '0.2'],
    ['g', '1'],
  ]);
});

it('compares totals where a form has them', () => {
  const total = { ...form, totalRow: true, rows: [...form.rows, { id: 'total', title: 'Tổng' }] } as UnitForm;
  const changes = biggestChanges(
    [{ ...section, forms: [total] }],
    of({ a: amount('9'), total: amount('12') }),
    of({ a: amount('1'), total: amount('10') }),
    5,
  );
  expect(changes.map((c) => c.rowId)).toEqual(['total']);
});
