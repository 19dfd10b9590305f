import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/kernel/sheet.ts';
import { readForm } from '../../../src/core/scoring/form.ts';
import { readAnswers } from '../../../src/core/scoring/readAnswers.ts';
import { score } from '../../../src/core/scoring/score.ts';
import { CASES as FIRST } from './realTableCases.ts';
import { MORE } from './realTableMore.ts';

const CASES = [...FIRST, ...MORE];

const HEAD = [
  'Mã',
  'Tên',
  'Điểm tối đa',
  'Loại quy tắc',
  'Tham số',
  'Không phát sinh',
  'Không áp dụng',
  'Mẫu số bằng 0',
  'Thưởng/trừ',
  'Cách chấm (nguyên văn)',
];
const KEYS = ['whenNil', 'whenNotApplicable', 'zeroDenominatorIsNil', 'role'] as const;
const normal = CASES.filter((c) => c.more?.role === undefined && c.max !== '');
const total = normal.reduce((n, c) => n + Number(c.max) * 100, 0) / 100;
const rows: Cell[][] = [
  HEAD,
  ['1', 'Mọi tiêu chí', total],
  ...CASES.map((c, i): Cell[] => [
    `1.${i + 1}`,
    c.words,
    c.max === '' ? null : c.max,
    c.type,
    c.parameters,
    ...KEYS.map((key) => c.more?.[key] ?? null),
    c.words,
  ]),
];
const read = readForm(
  [
    {
      name: 'Thông tin',
      rows: [
        ['Mã bộ tiêu chí', 'tinh-2026'],
        ['Năm', 2026],
        ['Cấp được chấm', 'commune'],
        ['Tổng điểm', total],
      ],
    },
    { name: 'Tiêu chí', rows },
  ],
  'tinh-2026',
);

describe('wordings of real tables are data', () => {
  test('more than forty go in without an error', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(40);
    expect(read.problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect(read.set).toBeDefined();
  });

  test.each(CASES.map((c, i) => [`1.${i + 1}`, c] as const))('%s', (code, { tries, words }) => {
    if (!read.set) throw new Error('no set');
    for (const [answer, points] of tries) {
      const { answers, problems } = readAnswers({ answers: { [code]: answer } });
      expect(problems).toEqual([]);
      const line = score(read.set, answers, { values: { 'cao nhất': '80' } }).lines.find(
        (l) => l.code === code,
      );
      expect([words, JSON.stringify(answer), line?.points]).toEqual([words, JSON.stringify(answer), points]);
    }
  });
});
