import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  formatAmount,
  parseAmount,
  percent,
  ratio,
  subtract,
  sum,
} from '../../../src/core/kernel/amount.ts';
import { readFigure } from '../../../src/core/template/cell.ts';

describe('C8: numbers as offices type them', () => {
  it.each([
    ['1.234,5', '1234.5'],
    ['1234,5', '1234.5'],
    ['1.234.567,89', '1234567.89'],
    ['2.000', '2000'],
    ['2.5', '2.5'],
    ['0', '0'],
    ['-3', '-3'],
    [' 1 234 ', '1234'],
    ['1\u00a0234', '1234'],
    ['007', '7'],
  ])('reads %s', (typed, amount) => expect(parseAmount(typed)).toBe(amount));

  it.each(['12a', '2o', '1.23.4', '1,2,3', '1..2', '--1', '1e5', '٣', ''])('does not read %s', (typed) =>
    expect(parseAmount(typed)).toBeUndefined(),
  );

  it('keeps what is no number as it was typed, and tells blank, zero, nil and not-applicable apart (C3)', () => {
    expect(readFigure('12a')).toEqual({ kind: 'unparsed', typed: '12a' });
    expect(readFigure('')).toEqual({ kind: 'empty' });
    expect(readFigure('0')).toEqual({ kind: 'amount', amount: '0' });
    expect(readFigure('KPS')).toEqual({ kind: 'nil' });
    expect(readFigure('không áp dụng'.normalize('NFD'))).toEqual({ kind: 'not-applicable' });
  });

  it('writes back what it reads', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, part) => {
          const amount = `${whole}${part ? `.${String(part).padStart(2, '0').replace(/0$/, '')}` : ''}`;
          expect(parseAmount(formatAmount(amount))).toBe(amount === '-0' ? '0' : amount);
        },
      ),
    );
  });
});

describe('decimals, never floats', () => {
  it('adds exactly', () => expect(sum(['0.1', '0.2'])).toBe('0.3'));
  it('adds in any order to the same', () => {
    const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }).map((n) => String(n / 100)));
    fc.assert(fc.property(amounts, (list) => sum(list) === sum([...list].reverse())));
  });
  it('subtracts and compares', () => {
    expect(subtract('118', '117')).toBe('1');
    expect(compare('10', '9')).toBe(1);
  });
  it('C7: dividing by zero is "không tính được", never 0 or infinity', () => {
    expect(percent('5', '0')).toBeUndefined();
    expect(ratio('0', '0')).toBeUndefined();
    expect(percent('329', '331')).toBe('99.4');
    expect(formatAmount('99.4', 2)).toBe('99,40');
  });
});
