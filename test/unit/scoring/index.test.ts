import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../../src/core/scoring/readAnswers.ts';
import { score } from '../../../src/core/scoring/score.ts';
import * as second from './independent.ts';
import { answersOf, area, leaf, lineOf, problemCodes, setOf, yes } from './sets.ts';

describe('"không phát sinh"', () => {
  const set = setOf(
    [
      area('1', 6, [
        leaf('1.1', 2, yes(2), { notApplicable: 'full' }),
        leaf('1.2', 2, yes(2), { notApplicable: 'reduce-max' }),
        leaf('1.3', 2, yes(2)),
      ]),
      area('2', 4, [leaf('2.1', 4, { type: 'linear' })]),
    ],
    { totalPoints: 10 },
  );

  test('I3 brings full points in one criterion, a smaller maximum in another, and the index follows', () => {
    const sheet = score(
      set,
      answersOf({ '1.1': 'không phát sinh', '1.2': 'không phát sinh', '1.3': false, '2.1': 100 }),
    );
    expect(lineOf(sheet, '1.1')).toMatchObject({ points: '2', maximum: '2', status: 'computed' });
    expect(lineOf(sheet, '1.2')).toMatchObject({ points: '0', maximum: '0', status: 'reduced' });
    expect(sheet.total).toMatchObject({ achieved: '6', maximum: '8' });
    expect(sheet.index).toMatchObject({ percent: '75', complete: true });
    expect(sheet.areas[0]).toMatchObject({ achieved: '2', maximum: '4', percent: '50' });
  });

  test('is no answer where the set says nothing about it', () => {
    const sheet = score(set, answersOf({ '1.3': 'không phát sinh' }));
    expect(lineOf(sheet, '1.3')).toMatchObject({ points: null, status: 'not-computable' });
    expect(lineOf(sheet, '1.3').explanation).toContain('chưa quy định');
  });

  test('does not happen by itself when a denominator is zero, unless the set says so', () => {
    const own = setOf(
      [area('1', 2, [leaf('1.1', 2, { type: 'linear' }, { whenNil: 'full', zeroDenominatorIsNil: true })])],
      { totalPoints: 2 },
    );
    expect(lineOf(score(own, answersOf({ '1.1': '0/0' })), '1.1').points).toBe('2');
    expect(lineOf(score(set, answersOf({ '2.1': '0/0' })), '2.1')).toMatchObject({
      points: null,
      status: 'not-computable',
    });
  });
});

test('I4 points at criterion or component level give the same percentages', () => {
  const parts = [0.5, 1, 2.5];
  const atComponents = setOf([
    area('1', 100, [
      {
        code: '1.1',
        name: 'Một',
        maxPoints: 4,
        children: parts.map((p, i) => leaf(`1.1.${i + 1}`, p, yes(p))),
      },
      { code: '1.2', name: 'Hai', maxPoints: 96, children: [leaf('1.2.1', 96, { type: 'linear' })] },
    ]),
  ]);
  const atCriteria = setOf([
    area('1', 100, [leaf('1.1', 4, { type: 'sum', parts }), leaf('1.2', 96, { type: 'linear' })]),
  ]);
  expect(problemCodes(atComponents)).toEqual([]);
  expect(problemCodes(atCriteria)).toEqual([]);
  fc.assert(
    fc.property(
      fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
      fc.integer({ min: 0, max: 97 }),
      (flags, n) => {
        const deep = score(
          atComponents,
          answersOf({
            '1.1.1': flags[0],
            '1.1.2': flags[1],
            '1.1.3': flags[2],
            '1.2.1': { numerator: n, denominator: 97 },
          }),
        );
        const flat = score(atCriteria, answersOf({ '1.1': flags, '1.2': { numerator: n, denominator: 97 } }));
        expect(deep.index).toEqual(flat.index);
        expect(deep.areas).toEqual(flat.areas);
        expect(lineOf(deep, '1.1').points).toBe(lineOf(flat, '1.1').points);
      },
    ),
    { numRuns: 300 },
  );
});

describe('outside the 100 points', () => {
  const set = setOf(
    [
      area('1', 100, [leaf('1.1', 100, { type: 'linear' })]),
      area('T', 3, [leaf('T.1', 3, { type: 'bonus', per: 1 }), leaf('T.2', 3, { type: 'bonus', per: 1 })], {
        role: 'bonus',
      }),
      area(
        'P',
        0,
        [
          leaf('P.1', 0, { type: 'penalty', per: 0.5 }),
          leaf('P.2', 0, { type: 'late-penalty', perDay: 1, max: 5 }),
        ],
        {
          role: 'penalty',
        },
      ),
    ],
    { outside: { bonusMax: 4, penaltyMax: 5, indexMax: 100 } },
  );

  test('bonus and penalty stand beside the maximum', () => {
    expect(problemCodes(set)).toEqual([]);
    const sheet = score(set, answersOf({ '1.1': 90, 'T.1': 1, 'T.2': 0, 'P.1': 3, 'P.2': { days: 2 } }));
    expect(sheet.total).toMatchObject({
      appraised: '90',
      bonus: '1',
      penalty: '-3.5',
      achieved: '87.5',
      maximum: '100',
    });
    expect(sheet.index.percent).toBe('87.5');
  });

  test('are limited together, and the index by its own limit', () => {
    const rich = score(set, answersOf({ '1.1': 99, 'T.1': 9, 'T.2': 9, 'P.1': 0, 'P.2': 0 }));
    expect(rich.total.bonus).toBe('4');
    expect(rich.index.percent).toBe('100');
    const poor = score(set, answersOf({ '1.1': 3, 'T.1': 0, 'T.2': 0, 'P.1': 90, 'P.2': { days: 30 } }));
    expect(poor.total).toMatchObject({ penalty: '-3', achieved: '0' });
  });

  test('are known by their rules, without being marked', () => {
    const own = setOf([
      area('1', 100, [leaf('1.1', 100, yes(100))]),
      area('A', 3, [leaf('A.1', 3, { type: 'bonus', per: 1 })]),
      {
        code: 'B',
        name: 'Điểm trừ',
        children: [
          leaf('B.1', 0, { type: 'formula', expr: '-điểm("1") × 0,1' }),
          {
            code: 'B.2',
            name: 'Vi phạm',
            ruleSpec: {
              type: 'options',
              options: [
                { label: 'có', points: -2 },
                { label: 'không', points: 0 },
              ],
            },
          },
          {
            code: 'B.3',
            name: 'Chậm',
            ruleSpec: {
              type: 'late-penalty',
              bands: [
                { gt: 10, points: -5 },
                { gte: 1, lte: 10, points: -1 },
                { lt: 1, points: 0 },
              ],
            },
          },
        ],
      },
    ]);
    expect(problemCodes(own)).toEqual([]);
    const sheet = score(own, answersOf({ '1.1': true, 'A.1': 2, 'B.2': true, 'B.3': { days: 4 } }));
    expect(sheet.total).toMatchObject({ bonus: '2', penalty: '-13', achieved: '89', maximum: '100' });
    expect(sheet.areas.map((a) => a.role)).toEqual(['normal', 'bonus', 'penalty']);
  });

  test('a penalty inside an area takes from that area, never below zero', () => {
    const own = setOf([
      area('1', 100, [leaf('1.1', 100, { type: 'linear' }), leaf('1.2', 0, { type: 'penalty', per: 2 })]),
    ]);
    expect(score(own, answersOf({ '1.1': 50, '1.2': 3 })).areas[0]).toMatchObject({
      achieved: '44',
      maximum: '100',
    });
    expect(score(own, answersOf({ '1.1': 1, '1.2': 3 })).areas[0]?.achieved).toBe('0');
  });
});

describe('the survey', () => {
  const set = setOf(
    [
      area('1', 60, [leaf('1.1', 60, { type: 'linear' })]),
      area('2', 40, [leaf('2.1', 40, { type: 'survey' })]),
    ],
    {
      classes: [
        { name: 'Khá', from: 70 },
        { name: 'Tốt', from: 90 },
      ],
    },
  );

  test('with and without its points', () => {
    const file = readAnswers({ answers: { '1.1': 75 }, survey: { '2.1': { index: '90' } } });
    const held = score(set, file.answers, { survey: file.survey });
    expect(held.index).toMatchObject({
      percent: '81',
      withSurvey: '81',
      withoutSurvey: '75',
      basis: 'with-survey',
      class: 'Khá',
    });
    expect(held.areas[1]).toMatchObject({ survey: '36', appraised: '0', percent: '90' });
    const without = score(set, file.answers);
    expect(without.index).toMatchObject({ percent: '75', withSurvey: null, basis: 'without-survey' });
    expect(without.index.note).toContain('chưa so được với chỉ số có điều tra');
    expect(score({ ...set, noSurvey: 'keep' }, file.answers).index.percent).toBe('45');
  });

  test('is never self-scored', () => {
    const sheet = score(set, answersOf({ '1.1': 75, '2.1': 100 }));
    expect(lineOf(sheet, '2.1')).toMatchObject({ points: null, status: 'survey-pending' });
    expect(sheet.problems).toMatchObject([{ code: 'scoring.surveyNotSelfScored', criterion: '2.1' }]);
  });

  test('by levels, each worth a percentage', () => {
    const own = setOf(
      [
        area('1', 2, [
          leaf('1.1', 2, {
            type: 'survey',
            levels: [
              { label: 'A', percent: 100 },
              { label: 'B', percent: 60 },
              { label: 'C', percent: 20 },
            ],
          }),
        ]),
      ],
      { totalPoints: 2 },
    );
    const file = readAnswers({ answers: {}, survey: { '1.1': { A: 5, B: 3, C: 2 } } });
    expect(lineOf(score(own, {}, { survey: file.survey }), '1.1').points).toBe('1.44');
  });
});

describe('what is missing', () => {
  const set = setOf([area('1', 60, [leaf('1.1', 60, yes(60))]), area('2', 40, [leaf('2.1', 40, yes(40))])]);

  test('is listed and counts for nothing; nothing at all is no index', () => {
    const sheet = score(set, answersOf({ '1.1': true, '7.7': true }));
    expect(sheet.missing).toMatchObject([{ code: '2.1' }]);
    expect(sheet.index).toMatchObject({ percent: '60', complete: false });
    expect(sheet.problems).toMatchObject([{ code: 'scoring.unknownCriterion', criterion: '7.7' }]);
    expect(score(set, {}).index.percent).toBeNull();
  });

  test('names of objects are no answers', () => {
    expect(
      score(set, readAnswers(JSON.parse('{"answers":{"__proto__":{"value":1},"constructor":true}}')).answers)
        .missing,
    ).toHaveLength(2);
  });
});

test('totals and the index agree with sums made elsewhere', () => {
  const maxima = ['0.5', '1.5', '2', '3', '93'];
  const set = setOf([
    area(
      '1',
      100,
      maxima.map((m, i) => leaf(`1.${i}`, Number(m), { type: 'linear' })),
    ),
  ]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 97 }), { minLength: 5, maxLength: 5 }), (list) => {
      const sheet = score(
        set,
        answersOf(Object.fromEntries(list.map((n, i) => [`1.${i}`, { numerator: n, denominator: 97 }]))),
      );
      const achieved = second.total(list.map((n, i) => second.linear({ n, d: 97 }, maxima[i] ?? '0')));
      expect(sheet.total.achieved).toBe(achieved);
      expect(sheet.index.percent).toBe(second.percent(achieved, '100'));
    }),
    { numRuns: 1_000 },
  );
});

test("the set's own rounding: a third of 0.375 is 0.125, half up or half even, by line or in total", () => {
  const at = (rounding: unknown) =>
    setOf([area('1', 0.375, [leaf('1.1', 0.375, { type: 'linear' })])], { totalPoints: 0.375, rounding });
  const answer = answersOf({ '1.1': { numerator: 1, denominator: 3 } });
  const points = (rounding: unknown): string | null => lineOf(score(at(rounding), answer), '1.1').points;
  expect(points({ decimals: 2 })).toBe('0.13');
  expect(points({ decimals: 2, mode: 'half-even' })).toBe('0.12');
  expect(points({ decimals: 2, mode: 'down' })).toBe('0.12');
  expect(points({ decimals: 3 })).toBe('0.125');
});
