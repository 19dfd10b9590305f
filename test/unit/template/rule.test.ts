import { beforeAll, describe, expect, it } from 'vitest';
import { relationOf } from '../../../src/core/report/previous.ts';
import { type Cell, EMPTY, readFigure } from '../../../src/core/template/cell.ts';
import { findingsOf } from '../../../src/core/template/check.ts';
import type { UnitForm } from '../../../src/core/template/outline.ts';
import { readFormula, readRule } from '../../../src/core/template/readRule.ts';
import type { Around } from '../../../src/core/template/rule.ts';
import { checkFromText, checkText, formulaText } from '../../../src/core/template/ruleSource.ts';
import type { Check, Column } from '../../../src/core/template/template.ts';
import { faultText, ruleWords } from '../../../src/web/rule-words.ts';
import { addWords } from '../../../src/web/texts/text.ts';
import { vi } from '../../../src/web/texts/vi.ts';

beforeAll(() => addWords(vi));

const column = (id: string): Column => ({ id, title: `Cột ${id}`, number: `(${id})`, kind: 'figure' });
const star = (id: string) => ({ row: '*', column: id });
const wide: UnitForm = {
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
    ...['3', '4', '6', '7', '8', '10', '12', '13'].map(column),
    { ...column('11'), formula: { sum: [star('12'), star('13')] } },
    { id: 'note', title: 'Ghi chú', kind: 'text' },
  ],
  checks: [],
};
const long: UnitForm = {
  id: 'cddh',
  title: 'Chỉ đạo',
  scope: 'commune',
  rows: [
    { id: 'a', title: 'Số nhiệm vụ', indicator: 'CCHC.1.02' },
    { id: 'b', title: 'Đã hoàn thành', indicator: 'CCHC.1.03' },
  ],
  columns: [
    { id: 'value', title: 'Kỳ này', kind: 'figure' },
    { id: 'note', title: 'Ghi chú', kind: 'text' },
  ],
  checks: [],
};

const values =
  (typed: Record<string, string>) =>
  (row: string, at: string): Cell => {
    const text = typed[`${row}/${at}`];
    if (text === undefined) return EMPTY;
    return at === 'note' ? { kind: 'text', text } : readFigure(text);
  };
const check = (rule: string, more: Partial<Check> = {}): Check =>
  ({ id: 'r', severity: 'must', rule, ...more }) as Check;
const said = (form: UnitForm, rule: string, typed: Record<string, string>, around: Around = {}) =>
  findingsOf({ ...form, checks: [check(rule)] }, values(typed), around).map((f) => [
    f.rowId,
    f.code,
    f.left,
    f.right,
  ]);

describe('the language of rules', () => {
  const faults: [string, string, number, string][] = [
    ['', 'rule.empty', 0, ''],
    ['[3] = [99]', 'rule.unknownPlace', 6, '99'],
    ['[3] = [7', 'rule.bracketOpen', 6, ''],
    ['[3] [7]', 'rule.expected', 4, '='],
    ['[3] = cộng', 'rule.unknownWord', 6, 'cộng'],
    ['[3] = 7 $', 'rule.unknownSign', 8, '$'],
    ['[3] = [7] +', 'rule.unfinished', 11, ''],
    ['[3] < [7]', 'rule.strict', 4, '<'],
    ['[3] = 1.2.3', 'rule.numberUnread', 6, '1.2.3'],
    ['[note] = 1', 'rule.notFigure', 0, 'note'],
    ['[ho-tich] = 1', 'rule.columnNeeded', 0, 'ho-tich'],
    ['kỳ trước(3) = 1', 'rule.placeOnly', 9, '3'],
    ['các xã([3]) = 1', 'rule.noIndicator', 7, ''],
    ['[3] = [7] khi mưa', 'rule.unknownWord', 14, 'mưa'],
    ['[3] = [7] )', 'rule.unexpected', 10, ')'],
    ['tỷ lệ([3]) = 1', 'rule.expected', 9, ';'],
    ['[3] từ 0', 'rule.expected', 8, 'đến'],
    ['process.exit()', 'rule.unknownWord', 0, 'process'],
  ];
  it.each(faults)('%j is refused with its place', (typed, code, at, found) => {
    const read = readRule(wide, typed);
    expect(read).toEqual({ fault: { code, at, found } });
    if ('fault' in read) expect(faultText(read.fault)).toMatch(new RegExp(`^Chữ thứ ${at + 1}: .{5,}`));
  });

  it('says a rule in words', () => {
    const words = (typed: string) => {
      const read = readRule(wide, typed);
      if ('fault' in read) throw new Error(read.fault.code);
      return ruleWords(read, (ref) => `cột ${ref.column}`);
    };
    expect(words('[3]=[7]+[11]')).toBe('cột 3 phải bằng cột 7 cộng cột 11');
    expect(words('[6] = kỳ trước([11]) khi liền kề')).toBe(
      'cột 6 phải bằng cột 11 kỳ trước (chỉ khi kỳ số liệu liền ngay sau kỳ trước)',
    );
    expect(words('nếu [10] > 0 và [4] ≥ 1 thì có [note]')).toBe(
      'khi cột 10 lớn hơn 0 và cột 4 không nhỏ hơn 1 thì phải có cột note',
    );
    expect(words('tỷ lệ([8]; [7]) từ 0 đến 100')).toBe(
      'tỷ lệ phần trăm của cột 8 trên cột 7 phải từ 0 đến 100',
    );
  });

  it('keeps sums of cells as such and everything else as its text; both read back the same', () => {
    const sums = checkFromText(wide, ' [3] =[7]+ [tổng; 11] ');
    expect(sums).toEqual({ left: [star('3')], op: '=', right: [star('7'), { row: 'total', column: '11' }] });
    expect(checkText(wide, check('x', sums as Partial<Check>))).toBe('x');
    const plain = { id: 'r', severity: 'must', ...sums } as Check;
    expect(checkText(wide, plain)).toBe('[3] = [7] + [tổng; 11]');
    expect(checkFromText(long, '[CCHC.1.03] <= [CCHC.1.02]')).toEqual({
      left: [{ row: 'b', column: 'value' }],
      op: '<=',
      right: [{ row: 'a', column: 'value' }],
    });
    expect(checkFromText(wide, '[6] = kỳ  trước([11]) khi liền kề')).toEqual({
      rule: '[6] = kỳ trước([11]) khi liền kề',
    });
    expect(readFormula(wide, '= [12] + [13]')).toEqual({ sum: [star('12'), star('13')] });
    expect(readFormula(wide, 'tỷ lệ([8]; [7])')).toEqual({ percent: { of: [star('8')], by: [star('7')] } });
    for (const text of ['[12] + [13]', 'tỷ lệ([8] + [tổng; 4]; [7])']) {
      const formula = readFormula(wide, text);
      if (!('fault' in formula)) expect(formulaText(wide, formula)).toBe(text);
    }
    expect(readFormula(wide, '[12] - [13]')).toMatchObject({ fault: { code: 'rule.formulaShape' } });
  });
});

describe('rules asked of figures', () => {
  it('sums, comparisons, ranges, ratios, with blanks passed over in silence', () => {
    expect(
      said(wide, '[3] = [7] + [11]', { 'ho-tich/3': '10', 'ho-tich/7': '8', 'ho-tich/12': '1' }),
    ).toEqual([]);
    const cells = { 'ho-tich/3': '10', 'ho-tich/7': '8', 'ho-tich/12': '1', 'ho-tich/13': 'kps' };
    expect(said(wide, '[3] = [7] + [11]', cells)).toEqual([['ho-tich', 'check.unequal', '10', '9']]);
    expect(said(wide, '[3] - [7] <= 1', cells)).toEqual([['ho-tich', 'check.over', '2', '1']]);
    expect(said(wide, '[3] từ 0 đến 9', cells)).toEqual([['ho-tich', 'check.over', '10', '9']]);
    expect(said(wide, '[3] từ 11 đến 20', cells)).toEqual([['ho-tich', 'check.under', '10', '11']]);
    expect(said(wide, 'tỷ lệ([7]; [3]) >= 90', cells)).toEqual([['ho-tich', 'check.under', '80', '90']]);
    expect(said(wide, 'tỷ lệ([7]; [13]) >= 90', cells)).toEqual([]);
    expect(said(wide, 'lớn nhất([3]; [7]) = [7] * 1,25', cells)).toEqual([]);
  });

  it('asks for a comment only where its condition holds', () => {
    const rule = 'nếu [10] > 0 thì có [note]';
    expect(said(wide, rule, { 'ho-tich/10': '2', 'dat-dai/10': '0' })).toEqual([
      ['ho-tich', 'check.required', undefined, undefined],
    ]);
    expect(said(wide, rule, { 'ho-tich/10': '2', 'ho-tich/note': 'Do thiếu hồ sơ' })).toEqual([]);
    expect(said(wide, rule, {})).toEqual([]);
  });

  it('compares with the period before only when the windows stand so', () => {
    const q1 = { from: '2023-12-01', to: '2024-02-28' };
    const q2 = { from: '2024-02-29', to: '2024-05-31' };
    const half = { from: '2023-12-01', to: '2024-05-31' };
    const before = values({ 'ho-tich/6': '3', 'ho-tich/12': '4', 'ho-tich/13': '1', 'ho-tich/4': '50' });
    const around = (to: typeof q1): Around => ({
      previous: { relation: relationOf(q1, to), cell: (_form, row, at) => before(row, at) },
    });
    const opening = '[6] = kỳ trước([11]) khi liền kề';
    expect(said(wide, opening, { 'ho-tich/6': '4' }, around(q2))).toEqual([
      ['ho-tich', 'check.unequal', '4', '5'],
    ]);
    expect(said(wide, opening, { 'ho-tich/6': '5' }, around(q2))).toEqual([]);
    expect(said(wide, opening, { 'ho-tich/6': '4' }, around(half))).toEqual([]);
    expect(said(wide, opening, { 'ho-tich/6': '4' })).toEqual([]);
    const growth = '[4] >= kỳ trước([4]) khi lũy kế';
    expect(said(wide, growth, { 'ho-tich/4': '49' }, around(half))).toEqual([
      ['ho-tich', 'check.under', '49', '50'],
    ]);
    expect(said(wide, growth, { 'ho-tich/4': '49' }, around(q2))).toEqual([]);
  });

  it('compares with the sum of other units where it is known', () => {
    const around: Around = {
      units: (of, _form, row) =>
        of === 'commune' && row === 'b' ? { kind: 'amount', amount: '7' } : undefined,
    };
    expect(said(long, '[CCHC.1.03] = các xã([CCHC.1.03])', { 'b/value': '8' }, around)).toEqual([
      ['b', 'check.unequal', '8', '7'],
    ]);
    expect(said(long, '[CCHC.1.03] = các xã([CCHC.1.03])', { 'b/value': '8' })).toEqual([]);
  });
});
