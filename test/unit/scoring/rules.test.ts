import { describe, expect, test } from 'vitest';
import { oneRule, scored } from './sets.ts';

const BANDS = [
  { gt: 90, points: 2 },
  { gte: 70, lte: 90, points: 1 },
  { lt: 70, points: 0 },
];

/** rule, maximum, answer, points. */
const TABLE: readonly (readonly [string, Record<string, unknown>, number, unknown, string | null])[] = [
  ['boolean yes', { type: 'boolean', yes: 2, no: 0 }, 2, true, '2'],
  ['boolean no', { type: 'boolean', yes: 2, no: 0 }, 2, 'không', '0'],
  ['boolean in other words', { type: 'boolean', yes: 2, no: 0 }, 2, 'đạt', '2'],
  [
    'options by label',
    {
      type: 'options',
      options: [
        { label: 'kịp thời', points: 1 },
        { label: 'không kịp thời', points: 0.5 },
        { label: 'không ban hành', points: 0 },
      ],
    },
    1,
    ' Không  kịp thời',
    '0.5',
  ],
  ['options unknown', { type: 'options', options: [{ label: 'đủ', points: 1 }] }, 1, 'gần đủ', null],
  ['tiers above', { type: 'tiers', unit: '%', bands: BANDS }, 2, '90,01', '2'],
  ['tiers at the closed end', { type: 'tiers', unit: '%', bands: BANDS }, 2, 90, '1'],
  ['tiers at the lower end', { type: 'tiers', unit: '%', bands: BANDS }, 2, 70, '1'],
  ['tiers just below', { type: 'tiers', unit: '%', bands: BANDS }, 2, '69,999999', '0'],
  [
    'tiers given from low to high',
    {
      type: 'tiers',
      unit: '%',
      bands: [
        { gte: 0, points: 0 },
        { gte: 70, points: 1 },
        { gte: 100, points: 2 },
      ],
    },
    2,
    85,
    '1',
  ],
  [
    'tiers with a line inside a band, low end',
    {
      type: 'tiers',
      unit: '%',
      bands: [
        { gte: 80, points: 1 },
        { gte: 60, lt: 80, from: 0.5, to: 1 },
        { lt: 60, points: 0 },
      ],
    },
    1,
    60,
    '0.5',
  ],
  [
    'tiers with a line inside a band, middle',
    {
      type: 'tiers',
      unit: '%',
      bands: [
        { gte: 80, points: 1 },
        { gte: 60, lt: 80, from: 0.5, to: 1 },
        { lt: 60, points: 0 },
      ],
    },
    1,
    70,
    '0.75',
  ],
  [
    'tiers with a formula inside a band',
    {
      type: 'tiers',
      unit: '%',
      bands: [
        { gte: 80, points: 1 },
        { gte: 60, lt: 80, expr: '(x - 60%)/(80% - 60%) × 0,5 + 0,5' },
        { lt: 60, points: 0 },
      ],
    },
    1,
    70,
    '0.75',
  ],
  [
    'tiers on upper ends',
    {
      type: 'tiers',
      unit: 'day',
      bands: [
        { lte: 5, points: 2 },
        { lte: 10, points: 1 },
        { gt: 10, points: 0 },
      ],
    },
    2,
    { days: 6 },
    '1',
  ],
  ['tiers, nothing covers', { type: 'tiers', unit: '%', bands: [{ gte: 50, points: 1 }] }, 1, 40, null],
  ['linear', { type: 'linear' }, 3, { numerator: 2, denominator: 3 }, '2'],
  ['linear never above the maximum', { type: 'linear' }, 2, 110, '2'],
  ['linear, zero denominator', { type: 'linear' }, 2, { numerator: 0, denominator: 0 }, null],
  ['linear-cap at the threshold', { type: 'linear-cap', threshold: 98, zeroBelow: 90 }, 8, 98, '8'],
  ['linear-cap between', { type: 'linear-cap', threshold: 98, zeroBelow: 90 }, 8, '92,5', '7.55'],
  ['linear-cap at the zero end', { type: 'linear-cap', threshold: 98, zeroBelow: 90 }, 8, 90, '7.35'],
  ['linear-cap below', { type: 'linear-cap', threshold: 98, zeroBelow: 90 }, 8, '89,99', '0'],
  ['count', { type: 'count', per: 0.5, max: 2 }, 2, 3, '1.5'],
  ['count capped', { type: 'count', per: 0.5, max: 2 }, 2, { count: 9 }, '2'],
  ['count, negative', { type: 'count', per: 0.5, max: 2 }, 2, { count: -1 }, null],
  [
    'ratio-with-penalty',
    { type: 'ratio-with-penalty', max: 2, penaltyPerUnit: 0.25, floor: 0 },
    2,
    { ratio: 90, count: 2 },
    '1.3',
  ],
  [
    'ratio-with-penalty at its floor',
    { type: 'ratio-with-penalty', max: 2, penaltyPerUnit: 0.25, floor: 0 },
    2,
    { ratio: 20, count: 5 },
    '0',
  ],
  [
    'ratio-with-penalty needs both',
    { type: 'ratio-with-penalty', max: 2, penaltyPerUnit: 0.25, floor: 0 },
    2,
    90,
    null,
  ],
  ['deduct', { type: 'deduct', start: 5, perUnit: 1, floor: 0 }, 5, { count: 2 }, '3'],
  ['deduct at its floor', { type: 'deduct', start: 5, perUnit: 1, floor: 0 }, 5, { count: 7 }, '0'],
  ['deduct at most', { type: 'deduct', start: 5, perUnit: 0.1, deductMax: 0.5 }, 5, { count: 30 }, '4.5'],
  [
    'late with points, in time',
    { type: 'late-penalty', start: 4, perDay: 0.5, hardStopDays: 5 },
    4,
    { days: 0 },
    '4',
  ],
  [
    'late with points',
    { type: 'late-penalty', start: 4, perDay: 0.5, hardStopDays: 5 },
    4,
    { days: 5 },
    '1.5',
  ],
  [
    'late with points, stopped',
    { type: 'late-penalty', start: 4, perDay: 0.5, hardStopDays: 5 },
    4,
    { days: 6 },
    '0',
  ],
  [
    'late with days of grace',
    { type: 'late-penalty', start: 4, perDay: 0.5, graceDays: 2 },
    4,
    { days: 3 },
    '3.5',
  ],
  [
    'late by the clock, last moment',
    { type: 'late-penalty', start: 4, perDay: 1 },
    4,
    { dueBefore: '2024-03-01T00:00:00+07:00', sentAt: '2024-02-29T23:59:59+07:00' },
    '4',
  ],
  [
    'late by the clock, first moment',
    { type: 'late-penalty', start: 4, perDay: 1 },
    4,
    { dueBefore: '2024-03-01T00:00:00+07:00', sentAt: '2024-02-29T17:00:00Z' },
    '3',
  ],
  ['sum', { type: 'sum', parts: [0.5, 0.5, 1] }, 2, [true, false, true], '1.5'],
  [
    'sum by labels',
    {
      type: 'sum',
      parts: [
        { label: 'kế hoạch', points: 0.5 },
        { label: 'báo cáo', points: 1.5 },
      ],
    },
    2,
    { 'kế hoạch': true, 'báo cáo': 'không' },
    '0.5',
  ],
  ['sum with a part missing', { type: 'sum', parts: [0.5, 0.5, 1] }, 2, [true, false], null],
  [
    'average of parts',
    {
      type: 'average',
      parts: [
        { type: 'linear', max: 3 },
        { type: 'linear', max: 3 },
      ],
    },
    3,
    [100, 50],
    '2.25',
  ],
  [
    'smallest part',
    {
      type: 'min',
      parts: [
        { type: 'linear', max: 3 },
        { type: 'linear', max: 3 },
      ],
    },
    3,
    [100, 50],
    '1.5',
  ],
  [
    'year on year',
    {
      type: 'year-on-year',
      bands: [
        { gte: 10, points: 2 },
        { gte: 0, points: 1 },
        { lt: 0, points: 0 },
      ],
    },
    2,
    { current: 110, previous: 100 },
    '2',
  ],
  [
    'year on year, fallen',
    {
      type: 'year-on-year',
      bands: [
        { gte: 10, points: 2 },
        { gte: 0, points: 1 },
        { lt: 0, points: 0 },
      ],
    },
    2,
    { current: 99, previous: 100 },
    '0',
  ],
  [
    'year on year, from nothing',
    {
      type: 'year-on-year',
      bands: [
        { gte: 0, points: 1 },
        { lt: 0, points: 0 },
      ],
    },
    1,
    { current: 5, previous: 0 },
    null,
  ],
  [
    'year on year, fewer is better',
    {
      type: 'year-on-year',
      direction: 'decrease',
      measure: 'difference',
      bands: [
        { gte: 3, points: 1 },
        { lt: 3, points: 0 },
      ],
    },
    1,
    { current: 7, previous: 10 },
    '1',
  ],
  ['given by a person', { type: 'given' }, 2, { points: '1,25' }, '1.25'],
  ['given, never above the maximum', { type: 'given' }, 2, { points: 3 }, '2'],
  ['formula', { type: 'formula', expr: 'nếu(b/a >= 0,9; 2; b/a × 2)' }, 2, { a: 40, b: 30 }, '1.5'],
  [
    'formula with caps',
    { type: 'formula', expr: 'không dưới(2 - không quá(số lượng × 0,1; 0,5); 0)' },
    2,
    { count: 9 },
    '1.5',
  ],
  [
    'formula with own names',
    { type: 'formula', expr: '(đúng hạn + 0,5 × trễ hạn)/tổng số × 2' },
    2,
    { 'đúng hạn': 6, 'trễ hạn': 2, 'tổng số': 10 },
    '1.4',
  ],
  ['monitor-only', { type: 'monitor-only' }, 0, 12, null],
];

describe('every rule type', () => {
  test.each(TABLE)('%s', (_name, rule, max, answer, points) => {
    const line = scored(oneRule(rule, max), answer);
    expect(line.points).toBe(points);
    expect(line.explanation).not.toBe('');
    expect(line.ruleText).not.toBe('');
  });
});

describe('lines that take away or add', () => {
  test.each([
    ['penalty', { type: 'penalty', per: 0.1, max: 0.5 }, { count: 3 }, '-0.3'],
    ['penalty at most', { type: 'penalty', per: 0.1, max: 0.5 }, { count: 30 }, '-0.5'],
    [
      'penalty by options',
      {
        type: 'penalty',
        options: [
          { label: 'có', points: -1 },
          { label: 'không', points: 0 },
        ],
      },
      true,
      '-1',
    ],
    ['late', { type: 'late-penalty', perDay: 0.5, max: 2, hardStopDays: 10 }, { days: 3 }, '-1.5'],
    ['late at most', { type: 'late-penalty', perDay: 0.5, max: 2, hardStopDays: 10 }, { days: 9 }, '-2'],
    [
      'late, stopped',
      { type: 'late-penalty', perDay: 0.5, max: 2, hardStop: { afterDays: 10, points: -5 } },
      { days: 11 },
      '-5',
    ],
    ['nothing arose', { type: 'penalty', per: 0.1, max: 0.5 }, 'không phát sinh', '0'],
  ])('%s', (_name, rule, answer, points) => {
    expect(scored(oneRule(rule, null, { role: 'penalty' }), answer).points).toBe(points);
  });

  test.each([
    [1, '0.5'],
    [9, '2'],
  ])('bonus of %s', (count, points) => {
    expect(scored(oneRule({ type: 'bonus', per: 0.5 }, 2), { count }).points).toBe(points);
  });
});
