import { expect, test } from 'vitest';
import type { UnitForm } from '../../../src/core/template/outline.ts';
import { isBlock, parseBlock, spread, writeBlock } from '../../../src/web/screens/editor/grid/block.ts';
import { at, shapeOf, typedPlace } from '../../../src/web/screens/editor/grid/shape.ts';

const form: UnitForm = {
  id: 'f',
  title: 'Hồ sơ',
  scope: 'commune',
  totalRow: true,
  rows: [
    { id: 'a', title: 'Hộ tịch' },
    { id: 'b', title: 'Đất đai' },
    { id: 'total', title: 'Tổng cộng' },
  ],
  columns: [
    { id: '1', title: 'Trực tuyến', kind: 'figure' },
    {
      id: '3',
      title: 'Tổng',
      kind: 'figure',
      formula: {
        sum: [
          { row: '*', column: '1' },
          { row: '*', column: '2' },
        ],
      },
    },
    { id: '2', title: 'Trực tiếp', kind: 'figure' },
    { id: 's', title: 'Tình trạng', kind: 'choice', choices: ['đã xong', 'chưa xong'] },
    {
      id: 'r',
      title: 'Tỷ lệ',
      kind: 'figure',
      formula: { percent: { of: [{ row: '*', column: '1' }], by: [{ row: '*', column: '3' }] } },
    },
  ],
  checks: [],
};
const shape = shapeOf(form);

test('a block is read as Excel writes it: line ends of Windows, quoted cells, a quote inside a word', () => {
  expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(parseBlock('"hai\ndòng"\t"nói ""vâng"""\n')).toEqual([['hai\ndòng', 'nói "vâng"']]);
  expect(parseBlock('"trích" và tiếp\t5')).toEqual([['"trích" và tiếp', '5']]);
  expect(parseBlock('1\t\t3')).toEqual([['1', '', '3']]);
  expect(writeBlock([['a\nb', '"'], ['1.234,5']])).toBe('"a\nb"\t""""\n1.234,5');
  expect(parseBlock(writeBlock([['a\nb', '"', 'x\ty']]))).toEqual([['a\nb', '"', 'x\ty']]);
});

test('one value with the line end that Excel adds is no block', () => {
  expect(isBlock('12\r\n')).toBe(false);
  expect(isBlock('12\r\n13')).toBe(true);
  expect(isBlock('12\t13')).toBe(true);
});

test('a block lands place by place: sums are passed over, what is no number stays as typed, the edge is told', () => {
  const laid = spread(shape, { row: 'a', column: '1' }, [
    ['1.234', '99', '12a', 'ĐÃ XONG', 'x'],
    ['kps', '', 'kad', 'có lẽ'],
    ['5', '6', '7'],
    ['8'],
  ]);
  expect(laid.cells).toEqual([
    { row: 'a', column: '1', cell: { kind: 'amount', amount: '1234' } },
    { row: 'a', column: '2', cell: { kind: 'unparsed', typed: '12a' } },
    { row: 'a', column: 's', cell: { kind: 'text', text: 'đã xong' } },
    { row: 'b', column: '1', cell: { kind: 'nil' } },
    { row: 'b', column: '2', cell: { kind: 'not-applicable' } },
  ]);
  expect(laid).toMatchObject({ computed: 4, outside: 2, refused: 1 });
});

test('a sum knows what it rests on, and typing knows which sums follow, also over another sum', () => {
  expect(shape.sources.get(at('a', '3'))).toEqual([at('a', '1'), at('a', '2')]);
  expect(new Set(shape.dependents.get(at('a', '1')))).toEqual(
    new Set([at('a', '3'), at('a', 'r'), at('total', '1'), at('total', '3'), at('total', 'r')]),
  );
  expect(shape.columns.map((c) => c.id)).toEqual(['1', '3', '2', 's']);
  expect(shape.ratios.map((c) => c.id)).toEqual(['r']);
  expect(typedPlace(shape, 'b', '3')).toEqual({ row: 'b', column: '1' });
  expect(typedPlace(shape, 'b', '2')).toEqual({ row: 'b', column: '2' });
});
