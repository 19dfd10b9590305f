import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/scoring/answer.ts';
import { score } from '../../../src/core/scoring/score.ts';
import * as second from './independent.ts';
import { lineOf, oneRule, scoredAnswer } from './sets.ts';

const RUNS = 10_000;
/** Rules are few and answers many, as in a province. */
const pick = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
const cents = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: max * 100 }).map((n) => String(n / 100));
const units = fc.integer({ min: 0, max: 60 });

const rate = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 3_000 }))
    .map(([n, d]) => ({ n, d })),
  cents(120).map((value) => ({ n: value, d: 100 })),
  // At the edges themselves.
  pick([60, 70, 80, 90, 98, 100]).chain((edge) =>
    fc
      .integer({ min: 1, max: 400 })
      .chain((k) => pick([0, -1, 1]).map((off) => ({ n: Math.max(0, edge * k + off), d: 100 * k }))),
  ),
);
const given = (r: second.Rate, more: Record<string, string> = {}): Answer => ({
  kind: 'given',
  values: { numerator: String(r.n), denominator: String(r.d), ...more },
});

const sets = <T extends readonly unknown[]>(make: (...args: T) => ReturnType<typeof oneRule>) => {
  const known = new Map<string, ReturnType<typeof oneRule>>();
  return (...args: T) => {
    const key = JSON.stringify(args);
    const set = known.get(key) ?? make(...args);
    known.set(key, set);
    return set;
  };
};

const agree = (name: string, property: fc.IRawProperty<unknown>): void => {
  test(name, () => {
    return fc.assert(property, { numRuns: RUNS });
  });
};
const same = (line: { points: string | null }, expected: string): void => {
  if (line.points !== expected) expect(line.points).toBe(expected);
};

const MAXIMA = ['0.5', '1', '1.5', '2', '2.5', '3', '8', '0.75'];

describe('agrees with an independent calculation on 10,000 random cases', () => {
  const linear = sets((max: string) => oneRule({ type: 'linear' }, max));
  agree(
    'linear',
    fc.property(rate, pick(MAXIMA), (r, max) =>
      same(scoredAnswer(linear(max), given(r)), second.linear(r, max)),
    ),
  );

  const cap = sets((max: string, t: number, z: number) =>
    oneRule({ type: 'linear-cap', threshold: t, zeroBelow: z }, max),
  );
  agree(
    'linear-cap',
    fc.property(rate, pick(MAXIMA), pick([98, 90, 80]), pick([0, 60, 70]), (r, max, t, z) =>
      same(scoredAnswer(cap(max, t, z), given(r)), second.linearCap(r, max, t, z)),
    ),
  );

  const bands = [
    { from: 98, points: '2' },
    { from: 80, points: '1.25' },
    { from: 60, points: '0.5' },
    { from: 0, points: '0' },
  ];
  const banded = oneRule({
    type: 'tiers',
    unit: '%',
    bands: bands.map((b) => ({ gte: b.from, points: b.points })),
  });
  agree(
    'tiers',
    fc.property(rate, (r) => same(scoredAnswer(banded, given(r)), second.tiers(r, bands))),
  );

  const sloped = sets((from: string, to: string) =>
    oneRule(
      {
        type: 'tiers',
        unit: '%',
        bands: [
          { gte: 80, points: '8' },
          { gte: 60, lt: 80, from, to },
          { lt: 60, points: 0 },
        ],
      },
      8,
    ),
  );
  agree(
    'a line inside a band',
    fc.property(
      fc.integer({ min: 0, max: 1_999 }),
      pick(['0', '0.5', '2']),
      pick(['0.25', '1', '3']),
      (k, from, to) => {
        const r = { n: 6_000 + k, d: 10_000 };
        same(scoredAnswer(sloped(from, to), given(r)), second.onLine(r, 60, 80, from, to));
      },
    ),
  );

  const counted = sets((per: string, max: string) => oneRule({ type: 'count', per, max }, max));
  agree(
    'count',
    fc.property(units, pick(['0.1', '0.25', '0.5', '0.333']), pick(MAXIMA), (n, per, max) =>
      same(
        scoredAnswer(counted(per, max), { kind: 'given', values: { count: String(n) } }),
        second.count(n, per, max),
      ),
    ),
  );

  const penal = sets((max: string, per: string, floor: string) =>
    oneRule({ type: 'ratio-with-penalty', penaltyPerUnit: per, floor }, max),
  );
  agree(
    'ratio-with-penalty',
    fc.property(
      rate,
      units,
      pick(['0.1', '0.25', '0.05']),
      pick(MAXIMA),
      pick(['0', '0.25']),
      (r, n, per, max, floor) =>
        same(
          scoredAnswer(penal(max, per, floor), given(r, { count: String(n) })),
          second.ratioWithPenalty(r, max, n, per, floor),
        ),
    ),
  );

  const deducted = sets((start: string, per: string, floor: string) =>
    oneRule({ type: 'deduct', start, perUnit: per, floor }, start),
  );
  agree(
    'deduct',
    fc.property(
      units,
      pick(MAXIMA),
      pick(['0.1', '0.25', '1', '0.015']),
      pick(['0', '0.5']),
      (n, start, per, floor) =>
        same(
          scoredAnswer(deducted(start, per, floor), { kind: 'given', values: { count: String(n) } }),
          second.deduct(start, n, per, floor),
        ),
    ),
  );

  const taken = sets((per: string, max: string) =>
    oneRule({ type: 'penalty', per, max }, null, { role: 'penalty' }),
  );
  agree(
    'penalty',
    fc.property(units, pick(['0.1', '0.125', '0.5']), pick(['0.5', '2', '5']), (n, per, max) =>
      same(
        scoredAnswer(taken(per, max), { kind: 'given', values: { count: String(n) } }),
        second.penalty(n, per, max),
      ),
    ),
  );

  const lateness = sets((start: string, per: string, grace: number, stop: number) =>
    oneRule(
      {
        type: 'late-penalty',
        start,
        perDay: per,
        graceDays: grace,
        hardStop: { afterDays: stop, points: 0 },
      },
      start,
    ),
  );
  agree(
    'late-penalty',
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      pick(MAXIMA),
      pick(['0.1', '0.25', '0.5']),
      pick([0, 1, 3]),
      pick([5, 10]),
      (days, start, per, grace, stop) =>
        same(
          scoredAnswer(lateness(start, per, grace, stop), { kind: 'given', values: { days: String(days) } }),
          second.late(days, start, per, grace, stop, 0),
        ),
    ),
  );

  const grown = [
    { from: 10, points: '2' },
    { from: 5, points: '1' },
    { from: 0, points: '0.5' },
    { from: -1_000_000, points: '0' },
  ];
  const yearly = oneRule({
    type: 'year-on-year',
    bands: [
      { gte: 10, points: 2 },
      { gte: 5, points: 1 },
      { gte: 0, points: 0.5 },
      { lt: 0, points: 0 },
    ],
  });
  agree(
    'year-on-year',
    fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1, max: 1_000 }), (current, previous) =>
      same(
        scoredAnswer(yearly, {
          kind: 'given',
          values: { current: String(current), previous: String(previous) },
        }),
        second.tiers(second.growth(current, previous), grown),
      ),
    ),
  );

  const surveyed = sets((max: string) => oneRule({ type: 'survey' }, max));
  agree(
    'survey',
    fc.property(cents(100), pick(MAXIMA), (index, max) => {
      const sheet = score(
        surveyed(max),
        {},
        { survey: { '1.1': { kind: 'given', values: { value: index } } } },
      );
      same(lineOf(sheet, '1.1'), second.linear({ n: index, d: 100 }, max));
    }),
  );

  const optional = oneRule({
    type: 'options',
    options: [
      { label: 'đủ', points: '2' },
      { label: 'thiếu', points: '0.75' },
      { label: 'không', points: '0' },
    ],
  });
  const OPTIONS = { đủ: '2', thiếu: '0.75', không: '0' };
  agree(
    'options',
    fc.property(pick(['đủ', 'thiếu', 'không'] as const), (choice) =>
      same(scoredAnswer(optional, { kind: 'given', values: {}, choice }), OPTIONS[choice]),
    ),
  );

  const bonus = sets((per: string, max: string) => oneRule({ type: 'bonus', per, max }, max));
  agree(
    'bonus',
    fc.property(units, pick(['0.1', '0.5']), pick(['1', '2']), (n, per, max) =>
      same(
        scoredAnswer(bonus(per, max), { kind: 'given', values: { count: String(n) } }),
        second.count(n, per, max),
      ),
    ),
  );

  const summed = oneRule({ type: 'sum', parts: ['0.5', '0.25', '1', '0.75'] }, '2.5');
  agree(
    'sum, boolean',
    fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (flags) => {
      const parts = Object.fromEntries(
        flags.map((flag, i) => [
          String(i + 1),
          { kind: 'given', values: {}, choice: flag ? 'yes' : 'no' } as const,
        ]),
      );
      const expected = second.total(['0.5', '0.25', '1', '0.75'].filter((_p, i) => flags[i]));
      same(scoredAnswer(summed, { kind: 'given', values: {}, parts }), expected);
    }),
  );

  const conditional = oneRule({
    type: 'conditional',
    cases: [{ when: 'không phát sinh("9.9") hoặc mức >= 50', rule: { type: 'linear-cap', threshold: 80 } }],
    otherwise: { type: 'linear', max: 1 },
  });
  agree(
    'conditional',
    fc.property(rate, fc.integer({ min: 0, max: 100 }), (r, level) => {
      const answer = given(r, { mức: String(level) });
      const sheet = score(conditional, { '1.1': answer, '9.9': { kind: 'given', values: {} } });
      same(lineOf(sheet, '1.1'), level >= 50 ? second.linearCap(r, 2, 80, 0) : second.linear(r, 1));
    }),
  );

  agree(
    'formula',
    fc.property(rate, pick(['nếu(b/a × 100 >= 98; 2; nếu(b/a < 0,9; 0; b/a × 100/98 × 2))']), (r, expr) =>
      same(scoredAnswer(formula(expr), given(r)), second.linearCap(r, 2, 98, 90)),
    ),
  );
});
const formula = sets((expr: string) => oneRule({ type: 'formula', expr }));
