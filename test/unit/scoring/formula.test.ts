import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exprText } from '../../../src/core/scoring/expressionText.ts';
import { parseCondition, parseFormula } from '../../../src/core/scoring/formula.ts';
import { FormulaFault } from '../../../src/core/scoring/formulaTokens.ts';
import { oneRule, scored } from './sets.ts';

describe('formulas in a cell', () => {
  test.each([
    ['2 + 3 × 4', {}, '14'],
    ['(2 + 3) * 4', {}, '20'],
    ['10 - 2 - 3', {}, '5'],
    ['8 / 2 / 2', {}, '2'],
    ['-(2 - 5)', {}, '3'],
    ['min(0,5; 1)', {}, '0.5'],
    ['max(2, 3)', {}, '3'],
    ['trung bình(1; 2; 4,5)', {}, '2.5'],
    ['làm tròn(2/3; 1)', {}, '0.7'],
    ['không quá(số lượng × 0,5; 2)', { count: 7 }, '2'],
    ['b/a × 2', { a: 4, b: 3 }, '1.5'],
    ['tỷ lệ/100 × điểm tối đa', 50, '50'],
    ['nếu(tỷ lệ >= 80% và tỷ lệ < 90%; 1; 2)', 85, '1'],
    ['if((tỷ lệ > 90) or not(tỷ lệ >= 10); 1; 2)', 5, '1'],
    ['(tỷ lệ - 60%)/(80% - 60%) * 0.5 + 0.5', 70, '0.75'],
    ['năm nay - năm trước', { current: 5, previous: 3 }, '2'],
    ['tham chiếu("cao nhất") × 2', 1, '6'],
  ])('%s', (expr, answer, points) => {
    const set = oneRule({ type: 'formula', expr }, 100);
    expect(scored(set, answer, { context: { 'cao nhất': '3' } }).points).toBe(points);
  });

  test.each([
    ['2 +', 'thiếu ở cuối'],
    ['2 3', 'chưa hiểu “3”'],
    ['lạ(2)', 'chưa có hàm “lạ”'],
    ['nếu(1; 2; 3)', 'thiếu dấu so sánh'],
    ['(2', 'thiếu dấu “)”'],
    ['điểm(1)', 'ngoặc kép'],
    ['1.234 × 2', 'hai cách'],
    ['2 $ 3', 'ký tự “$”'],
  ])('refuses %s', (text, words) => {
    const read = parseFormula(text);
    expect(read).toBeInstanceOf(FormulaFault);
    expect((read as FormulaFault).words).toContain(words);
  });

  test('any text is read or refused, quickly', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      'nếu(',
      ';',
      '2',
      '0,5',
      '×',
      '/',
      '-',
      'và',
      'điểm("1")',
      'x',
      '>=',
      '"',
      ' ',
      'min(',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 300 }).map((p) => p.join('')),
        ),
        (text) => {
          const read = parseFormula(text);
          if (!(read instanceof FormulaFault)) expect(exprText(read)).not.toBe('');
          expect(parseCondition(text)).toBeDefined();
        },
      ),
      { numRuns: 2_000 },
    );
    expect(parseFormula('('.repeat(100_000))).toBeInstanceOf(FormulaFault);
    expect(parseCondition('(nếu('.repeat(2_000))).toBeInstanceOf(FormulaFault);
  });
});
