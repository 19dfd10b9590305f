import { describe, expect, it } from 'vitest';
import { type Cell, EMPTY, readFigure } from '../../../src/core/template/cell.ts';
import { findingsOf } from '../../../src/core/template/check.ts';
import { addCells, valueAt } from '../../../src/core/template/compute.ts';
import type { UnitForm } from '../../../src/core/template/outline.ts';

const star = (column: string) => ({ row: '*', column });
const form: UnitForm = {
  id: 'dossier',
  title: 'Giải quyết hồ sơ',
  scope: 'commune',
  totalRow: true,
  rows: [
    { id: 'ho-tich', title: 'Hộ tịch' },
    { id: 'dat-dai', title: 'Đất đai' },
    { id: 'total', title: 'Tổng cộng' },
  ],
  columns: [
    { id: '3', title: 'Tổng', kind: 'figure', formula: { sum: [star('4'), star('5'), star('6')] } },
    ...['4', '5', '6', '8', '9', '10', '12', '13'].map((id) => ({
      id,
      title: id,
      kind: 'figure' as const,
      min: '0',
    })),
    { id: '7', title: 'Tổng', kind: 'figure', formula: { sum: [star('8'), star('9'), star('10')] } },
    { id: '11', title: 'Tổng', kind: 'figure', formula: { sum: [star('12'), star('13')] } },
    {
      id: 'r1',
      title: 'Tỷ lệ',
      kind: 'figure',
      formula: { percent: { of: [star('8'), star('9')], by: [star('7')] } },
    },
  ],
  checks: [{ id: '3=7+11', severity: 'must', left: [star('3')], op: '=', right: [star('7'), star('11')] }],
};

const values =
  (typed: Record<string, string>) =>
  (row: string, column: string): Cell => {
    const text = typed[`${row}/${column}`];
    return text === undefined ? EMPTY : readFigure(text);
  };
const hoTich = (cells: Record<string, string>) =>
  values(Object.fromEntries(Object.entries(cells).map(([c, v]) => [`ho-tich/${c}`, v])));
const good = { 4: '46', 5: '71', 6: '1', 8: '84', 9: '28', 10: '0', 12: '6', 13: '0' };

describe('computed cells', () => {
  it('adds typed cells', () => {
    expect(valueAt(form, hoTich(good), 'ho-tich', '3')).toEqual({ kind: 'amount', amount: '118' });
  });
  it('says incomplete while a cell is blank: blank never counts as zero', () => {
    expect(valueAt(form, hoTich({ 4: '46', 5: '71' }), 'ho-tich', '3')).toEqual({
      kind: 'incomplete',
      amount: '117',
      missing: 1,
    });
    expect(valueAt(form, hoTich({}), 'ho-tich', '3')).toEqual({ kind: 'empty' });
  });
  it('"không phát sinh" adds nothing; all nil stays nil (C3)', () => {
    expect(valueAt(form, hoTich({ 4: 'kps', 5: '71', 6: '0' }), 'ho-tich', '3')).toEqual({
      kind: 'amount',
      amount: '71',
    });
    expect(addCells([{ kind: 'nil' }, { kind: 'nil' }])).toEqual({ kind: 'nil' });
    expect(addCells([{ kind: 'not-applicable' }, { kind: 'not-applicable' }])).toEqual({
      kind: 'not-applicable',
    });
  });
  it('computes a ratio from sums, also in the row of totals', () => {
    expect(valueAt(form, hoTich(good), 'ho-tich', 'r1')).toEqual({ kind: 'amount', amount: '100' });
    const two = values({
      'ho-tich/8': '84',
      'ho-tich/9': '28',
      'ho-tich/10': '0',
      'dat-dai/8': '0',
      'dat-dai/9': '0',
      'dat-dai/10': '8',
    });
    expect(valueAt(form, two, 'total', 'r1')).toEqual({ kind: 'amount', amount: '93.33' });
  });
  it('C7: a ratio of nothing is "không tính được"', () => {
    expect(valueAt(form, hoTich({ ...good, 8: '0', 9: '0' }), 'ho-tich', 'r1')).toEqual({
      kind: 'uncomputable',
    });
  });
});

describe('C4: sums that do not match are said with the numbers', () => {
  it('is silent when they match and while something is blank', () => {
    expect(findingsOf(form, hoTich(good))).toEqual([]);
    expect(findingsOf(form, hoTich({ 4: '46' }))).toEqual([]);
  });
  it('names row, columns, both sides and the difference', () => {
    const [finding, ...rest] = findingsOf(form, hoTich({ ...good, 12: '5' }));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      key: 'dossier:3=7+11:ho-tich',
      severity: 'must',
      rowId: 'ho-tich',
      code: 'check.unequal',
      left: '118',
      right: '117',
      difference: '1',
      columns: ['3', '7', '11'],
    });
  });
  it('marks what is no number and what is out of range, and nothing else', () => {
    expect(findingsOf(form, hoTich({ ...good, 4: '12a' })).map((f) => f.code)).toEqual(['check.unreadable']);
    expect(findingsOf(form, hoTich({ 4: '-1' })).map((f) => f.code)).toEqual(['check.range']);
  });
});
