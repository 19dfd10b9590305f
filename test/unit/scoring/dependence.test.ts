import { describe, expect, test } from 'vitest';
import { score } from '../../../src/core/scoring/score.ts';
import { answersOf, area, leaf, lineOf, problemCodes, setOf, yes } from './sets.ts';

describe('one criterion depends on another', () => {
  const set = setOf([
    area('1', 100, [
      leaf('1.1', 40, yes(40)),
      leaf('1.2', 30, { type: 'linear' }, { zeroWhen: 'điểm("1.1") = 0' }),
      leaf('1.3', 30, {
        type: 'conditional',
        on: '1.1',
        cases: [{ is: true, rule: { type: 'linear' } }],
        otherwise: { type: 'linear', max: 10 },
      }),
    ]),
  ]);

  test('"nếu tiêu chí 1.1 = 0 thì 0"', () => {
    expect(problemCodes(set)).toEqual([]);
    const zero = score(set, answersOf({ '1.1': false, '1.2': 100, '1.3': 50 }));
    expect(lineOf(zero, '1.2')).toMatchObject({
      points: '0',
      explanation: '0 điểm vì có điều kiện: điểm 1.1 (0) = 0.',
    });
    expect(lineOf(zero, '1.3').points).toBe('5');
    const full = score(set, answersOf({ '1.1': true, '1.2': 100, '1.3': 50 }));
    expect([lineOf(full, '1.2').points, lineOf(full, '1.3').points]).toEqual(['30', '15']);
  });

  test('is not known before the other is', () => {
    const sheet = score(set, answersOf({ '1.2': 100 }));
    expect(lineOf(sheet, '1.2')).toMatchObject({ points: null, status: 'not-answered' });
  });

  test('a condition on a criterion takes all of its parts with it', () => {
    const own = setOf([
      area('1', 100, [
        {
          code: '1.1',
          name: 'Một',
          maxPoints: 60,
          zeroWhen: 'chọn("1.1.1"; "không")',
          children: [leaf('1.1.1', 20, yes(20)), leaf('1.1.2', 40, { type: 'linear' })],
        },
        leaf('1.2', 40, yes(40)),
      ]),
    ]);
    const sheet = score(own, answersOf({ '1.1.1': false, '1.1.2': 100, '1.2': true }));
    expect([lineOf(sheet, '1.1.2').points, lineOf(sheet, '1.1').points, sheet.index.percent]).toEqual([
      '0',
      '0',
      '40',
    ]);
  });

  test('circles are refused, and score to nothing instead of never ending', () => {
    const own = setOf([
      area('1', 100, [
        leaf('1.1', 50, { type: 'formula', expr: 'điểm("1.2")' }),
        leaf('1.2', 50, { type: 'formula', expr: 'điểm("1.1") + điểm("9.9")' }),
      ]),
    ]);
    expect(problemCodes(own)).toEqual(['error reference.unknown', 'error reference.circle']);
    expect(lineOf(score(own, answersOf({})), '1.1').points).toBeNull();
  });

  test('a late report with a hard stop can void the whole set', () => {
    const own = setOf([area('1', 100, [leaf('1.1', 100, yes(100))])], {
      zeroWhen: 'trả lời("1.1"; "số ngày chậm") > 10',
    });
    const answers = answersOf({ '1.1': { answer: true, days: 11 } });
    expect(score(own, answers).index.percent).toBe('0');
    expect(score(own, answersOf({ '1.1': { answer: true, days: 10 } })).index.percent).toBe('100');
  });
});

describe('parts of a line', () => {
  test.each([
    ['capped-sum', '3', { '1.1.1': true, '1.1.2': true }],
    ['max', '2', { '1.1.1': true, '1.1.2': true }],
    ['min', '0', { '1.1.1': true, '1.1.2': false }],
    ['average', '1', { '1.1.1': true, '1.1.2': false }],
  ])('%s', (combine, points, answers) => {
    const own = setOf(
      [
        area('1', 3, [
          {
            code: '1.1',
            name: 'Một',
            maxPoints: 3,
            combine,
            children: [leaf('1.1.1', 2, yes(2)), leaf('1.1.2', 2, yes(2))],
          },
        ]),
      ],
      { totalPoints: 3 },
    );
    expect(problemCodes(own)).toEqual([]);
    const sheet = score(own, answersOf(answers));
    expect(lineOf(sheet, '1.1')).toMatchObject({ points, maximum: '3' });
  });
});
