import { describe, expect, test } from 'vitest';
import { oneRule, scored } from './sets.ts';

describe('explanations', () => {
  test('I2 each score is explained in words and numbers', () => {
    const bands = [
      { gte: 100, points: 2 },
      { gte: 80, lt: 100, expr: 'x/100 × 2' },
      { lt: 80, points: 0 },
    ];
    const set = oneRule({ type: 'tiers', unit: '%', bands });
    expect(scored(set, '92,5').explanation).toBe(
      'Tỷ lệ 92,5% đạt từ 80% đến dưới 100%: 92,5/100 × 2 = 1,85 điểm.',
    );
    expect(scored(set, { numerator: 37, denominator: 40 }).explanation).toBe(
      '37/40 = 92,5%; Tỷ lệ 92,5% đạt từ 80% đến dưới 100%: 92,5/100 × 2 = 1,85 điểm.',
    );
    expect(scored(set, 79).explanation).toBe('Tỷ lệ 79% đạt dưới 80%: 0 điểm.');
  });

  test.each([
    [{ type: 'deduct', start: 5, perUnit: 1, floor: 0 }, 5, { count: 2 }, '5 - 2 × 1 = 3 điểm.'],
    [{ type: 'count', per: 1, max: 2 }, 2, { count: 3 }, '3 × 1 = 3, tính tối đa 2: 2 điểm.'],
    [{ type: 'late-penalty', start: 4, perDay: 0.5 }, 4, { days: 3 }, 'Chậm 3 ngày: 4 - 3 × 0,5 = 2,5 điểm.'],
    [
      { type: 'linear' },
      2,
      { numerator: 1, denominator: 0 },
      'Không tính được: mẫu số bằng 0. Nếu không có việc phát sinh, ghi “không phát sinh”.',
    ],
    [
      { type: 'linear' },
      2,
      { value: 50, source: 'báo cáo quý I, biểu 1, ô D7' },
      '50/100 × 2 = 1 điểm. Nguồn: báo cáo quý I, biểu 1, ô D7.',
    ],
  ])('%j', (rule, max, answer, words) => {
    expect(scored(oneRule(rule, max), answer).explanation).toBe(words);
  });

  test.each([
    [
      { type: 'linear-cap', threshold: 98, max: 8, zeroBelow: 90 },
      'Từ 98% trở lên: 8. Từ 90% đến dưới 98%: tỷ lệ/98 × 8. Dưới 90%: 0.',
    ],
    [
      {
        type: 'tiers',
        unit: '%',
        bands: [
          { gt: 90, points: 2 },
          { gte: 70, points: 1 },
          { gte: 0, points: 0 },
        ],
      },
      'Trên 90%: 2; từ 70% đến 90%: 1; dưới 70%: 0.',
    ],
    [
      {
        type: 'tiers',
        unit: '%',
        bands: [
          { gte: 30, points: 1 },
          { gt: 0, points: 0.25 },
          { gte: 0, points: 0 },
        ],
      },
      'Từ 30% trở lên: 1; trên 0% đến dưới 30%: 0,25; bằng 0%: 0.',
    ],
    [
      { type: 'late-penalty', perDay: 0.5, max: 2, hardStopDays: 10 },
      'Mỗi ngày chậm trừ 0,5, trừ tối đa 2. Quá 10 ngày: -2.',
    ],
  ])('the rule in words %#', (rule, words) => {
    expect(scored(oneRule(rule, 8), 'không rõ').ruleText).toBe(words);
  });
});
