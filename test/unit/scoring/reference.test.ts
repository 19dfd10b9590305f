import { describe, expect, test } from 'vitest';
import { forecast } from '../../../src/core/scoring/forecast.ts';
import { reachableGains } from '../../../src/core/scoring/gains.ts';
import { readAnswers } from '../../../src/core/scoring/readAnswers.ts';
import { readSet, readSets } from '../../../src/core/scoring/readSet.ts';
import { score } from '../../../src/core/scoring/score.ts';
import { hasErrors, validateSet } from '../../../src/core/scoring/validate.ts';
import { answersOf, lineOf, referenceFile, referenceSet } from './sets.ts';

const all = [...readSets(referenceFile('commune')), ...readSets(referenceFile('district'))];

describe('the reference sets', () => {
  test.each(all.map(({ set, problems }) => [set?.id ?? '?', set, problems] as const))(
    '%s loads without error',
    (_id, set, problems) => {
      expect(problems).toEqual([]);
      if (!set) throw new Error('not read');
      const found = validateSet(set);
      expect(hasErrors(found)).toBe(false);
      expect(score(set, {}).lines.length).toBeGreaterThan(0);
    },
  );

  test('warn where the source itself is partial', () => {
    const codes = (id: string): string[] => [...new Set(validateSet(referenceSet(id)).map((p) => p.code))];
    expect(codes('commune-composite-2024')).toEqual([]);
    expect(codes('district-composite-2024')).toEqual([]);
    expect(codes('qd766-realtime')).toEqual(['line.noMaximum']);
    expect(codes('camau-1880-2013-partial')).toEqual(['set.total', 'line.sum', 'line.partial']);
  });

  test.each(all.map(({ set }) => [set?.id ?? '?', set] as const))(
    '%s is the same set when written and read again',
    (_id, set) => {
      const again = readSet(JSON.parse(JSON.stringify(set)));
      expect(again.problems).toEqual([]);
      expect(again.set).toEqual(set);
    },
  );
});

const COMMUNE = {
  '1.1.1': 'kịp thời',
  '1.1.2': true,
  '1.1.3': '92,5',
  '1.2.1': 4,
  '1.2.2': true,
  '1.3.1': 26,
  '1.3.2': 'không phát sinh',
  '1.4.1': true,
  '1.4.2': 90,
  '1.5.1': 1,
  '1.6.1': { numerator: 18, denominator: 20, count: 1 },
  '2.1.1': true,
  '2.1.2': true,
  '2.2.1': true,
  '2.2.2': 'không phát sinh',
  '2.3.1': 100,
  '2.4.1': 'không phát sinh',
  '3.1.1': 'thiếu',
  '3.1.2': 'đầy đủ',
  '3.2.1': 100,
  '3.2.2': true,
  '3.3.1': '2.106/2.132',
  '3.3.2': 100,
  '3.4.1': true,
  '3.4.2': '7/9',
  '3.5.1': true,
  '3.6.1': 88,
  '4.1.1': '20/21',
  '4.1.2': 100,
  '4.2.1': 79,
  '4.3.1': true,
  '4.4.1': { count: 1 },
  '5.1.1': 'không phát sinh',
  '5.2.1': 'đầy đủ',
  '5.3.1': true,
  '5.4.1': 'không phát sinh',
  '6.1.1': true,
  '6.2.1': 81,
  '6.3.1': 42,
  '6.4.1': 35,
  '6.5.1': 60,
  '6.6.1': true,
  '6.7.1': 10,
  '7.1.1': 104,
  '7.1.2': '14/16',
};

test('I2 every rule of the commune set gives the points worked out by hand', () => {
  const file = readAnswers({ answers: COMMUNE, survey: { '7.2.1': { index: '87,3' } } });
  expect(file.problems).toEqual([]);
  const sheet = score(referenceSet('commune-composite-2024'), file.answers, { survey: file.survey });
  const points = Object.fromEntries(sheet.lines.filter((l) => l.isLeaf).map((l) => [l.code, l.points]));
  expect(points).toEqual({
    '1.1.1': '1',
    '1.1.2': '1',
    '1.1.3': '2',
    '1.2.1': '2',
    '1.2.2': '1',
    '1.3.1': '0.5',
    '1.3.2': '1',
    '1.4.1': '1',
    '1.4.2': '0.5',
    '1.5.1': '1',
    '1.6.1': '1.55',
    '2.1.1': '1',
    '2.1.2': '1',
    '2.2.1': '1',
    '2.2.2': '1',
    '2.3.1': '1',
    '2.4.1': '0',
    '3.1.1': '1',
    '3.1.2': '2',
    '3.2.1': '2',
    '3.2.2': '2',
    '3.3.1': '8',
    '3.3.2': '2',
    '3.4.1': '1',
    '3.4.2': '1.56',
    '3.5.1': '2',
    '3.6.1': '1.76',
    '4.1.1': '1.9',
    '4.1.2': '2',
    '4.2.1': '1',
    '4.3.1': '3',
    '4.4.1': '4',
    '5.1.1': '0',
    '5.2.1': '2',
    '5.3.1': '1',
    '5.4.1': '2',
    '6.1.1': '1',
    '6.2.1': '3.6',
    '6.3.1': '4.2',
    '6.4.1': '1.05',
    '6.5.1': '3',
    '6.6.1': '1',
    '6.7.1': '0.25',
    '7.1.1': '2',
    '7.1.2': '1.75',
    '7.2.1': '5.24',
  });
  expect(sheet.total).toMatchObject({ achieved: '80.86', maximum: '95', survey: '5.24' });
  expect(sheet.index).toMatchObject({ percent: '85.12', complete: true });
  for (const line of sheet.lines.filter((l) => l.isLeaf)) expect(line.explanation).toMatch(/\S.*\.$/);
});

test('the largest reachable gains come first', () => {
  const gains = reachableGains(referenceSet('commune-composite-2024'), answersOf(COMMUNE), { limit: 3 });
  expect(gains.gains.map((g) => [g.code, g.gain])).toEqual([
    ['4.2.1', '2'],
    ['6.4.1', '1.95'],
    ['6.7.1', '1.75'],
  ]);
  expect(gains.words).toBe('Làm 3 việc này để tăng tới 5,7 điểm.');
});

describe('I8 the forecast of a lead', () => {
  const set = referenceSet('district-composite-2024');
  const answers = answersOf({
    '8.3.1': 92,
    '6.1.1': '40',
    '6.2.1': 'không phát sinh',
    '6.3.1': '3/4',
    '6.4.1': 'đủ',
  });

  test('has its own criteria, expected points and grounds, and says what it leaves out', () => {
    const own = forecast(set, answers, 'Phòng Tài chính - Kế hoạch');
    expect(own.rows.map((r) => [r.code, r.maximum, r.expected])).toEqual([
      ['6.1', '3', '0'],
      ['6.2', '2', '2'],
      ['6.3', '3', '2.25'],
      ['6.4', '2', '2'],
      ['8.1', '8', null],
      ['8.2', '2', null],
      ['8.3', '2.5', '2.3'],
      ['8.4', '2.5', null],
    ]);
    expect(own).toMatchObject({ expected: '8.55', maximum: '25', percent: '68.4', untold: 3 });
    expect(own.note).toContain('Chưa gồm điểm điều tra xã hội học');
    expect(own.rows[0]?.ground).toContain('Tỷ lệ 40%');
  });

  test('of all leads, and of a partner', () => {
    expect(forecast(set, answers, null, { level: 'component' }).rows).toHaveLength(
      score(set, answers).lines.filter((l) => l.isLeaf).length,
    );
    expect(forecast(set, answers, 'Phòng Văn hóa và Thông tin').rows).toEqual([]);
    expect(forecast(set, answers, 'Phòng Văn hóa và Thông tin', { withPartner: true }).rows).toHaveLength(9);
  });
});

test('the 766 indicators are scored, their followed line is not', () => {
  const sheet = score(
    referenceSet('qd766-realtime'),
    answersOf({ '2.1': { numerator: 99, denominator: 120 }, '2.2': 5 }),
  );
  expect(lineOf(sheet, '2.1').points).toBe('16.5');
  expect(lineOf(sheet, '2.2').status).toBe('monitor');
});
