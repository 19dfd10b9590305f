import { expect, test } from 'vitest';
import type { Answers } from '../src/core/scoring/answer.ts';
import { prepare } from '../src/core/scoring/prepare.ts';
import { readSet } from '../src/core/scoring/readSet.ts';
import { score } from '../src/core/scoring/score.ts';
import { line, ms } from './table.ts';

const UNITS = 3321;
const CRITERIA = 60;
const RULES = [
  { type: 'linear' },
  { type: 'linear-cap', threshold: 98, zeroBelow: 60 },
  {
    type: 'tiers',
    bands: [
      { gte: 90, points: 2 },
      { gte: 60, points: 1 },
      { lt: 60, points: 0 },
    ],
  },
  { type: 'formula', expr: 'nếu(b/a >= 0,9; 2; b/a × 2)' },
];

test('a country is rescored: 3,321 units by 60 criteria', () => {
  const { set } = readSet({
    id: 'bench',
    year: 2026,
    subjectLevel: 'commune',
    totalPoints: CRITERIA * 2,
    areas: [
      {
        code: '1',
        name: 'Mọi tiêu chí',
        maxPoints: CRITERIA * 2,
        children: Array.from({ length: CRITERIA }, (_, i) => ({
          code: `1.${i}`,
          name: `Tiêu chí ${i}`,
          maxPoints: 2,
          ruleSpec: RULES[i % RULES.length],
        })),
      },
    ],
  });
  if (!set) throw new Error('no set');
  prepare(set);
  const answersOf = (unit: number): Answers =>
    Object.fromEntries(
      Array.from({ length: CRITERIA }, (_, i) => [
        `1.${i}`,
        {
          kind: 'given' as const,
          values: { numerator: String((unit * 7 + i * 13) % 101), denominator: '100' },
        },
      ]),
    );
  const units = Array.from({ length: UNITS }, (_, unit) => answersOf(unit));
  const began = performance.now();
  const percents = units.map((answers) => score(set, answers, { explain: false }).index.percent);
  const took = performance.now() - began;
  line({
    of: '7',
    what: `the index of ${UNITS.toLocaleString('en')} units rescored by ${CRITERIA} criteria`,
    product: ms(took),
    bare: '',
    ratio: '',
    aim: '2 s',
  });
  expect(percents.every((p) => p !== null)).toBe(true);
});
