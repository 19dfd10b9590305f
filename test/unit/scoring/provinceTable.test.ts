import { expect, test } from 'vitest';
import { prepare } from '../../../src/core/scoring/prepare.ts';
import { readAnswers } from '../../../src/core/scoring/readAnswers.ts';
import { sameData } from '../../../src/core/scoring/ruleCells.ts';
import { score } from '../../../src/core/scoring/score.ts';
import { writeForm } from '../../../src/core/scoring/writeForm.ts';
import { criteriaFormXlsx } from '../../../src/server/scoring/formFile.ts';
import { readCriteriaFile } from '../../../src/server/scoring/readFile.ts';
import { ROWS, SETTINGS } from './provinceTable.ts';

const importAll = async (settings = SETTINGS, rows = ROWS) => {
  const read = await readCriteriaFile(Buffer.from(await criteriaFormXlsx(settings, rows)), 'tinh.xlsx');
  const one = read.ok ? read.sets[0] : undefined;
  if (!one) throw new Error('not read');
  return one;
};

/** Each with what a person worked out from the wording, not from the program. */
const TRIES: readonly (readonly [code: string, answer: unknown, points: string])[] = [
  ['1.1.1', true, '0.5'],
  ['1.1.2', [true, false], '0.25'],
  ['1.1.3', '90', '1.13'],
  ['1.2.1', { count: 3 }, '0.38'],
  ['1.2.2', { count: 1 }, '0.38'],
  ['1.2.3', { days: 2 }, '0.3'],
  ['1.3.1', 'đạt', '0.25'],
  ['1.3.2', '29,9', '0.25'],
  ['1.3.3', { a: 10, b: 8 }, '0.6'],
  ['1.4.1', '80%', '0.25'],
  ['1.4.2', [true, true], '1'],
  ['1.5', { count: 2 }, '0.5'],
  ['1.6', { 'quá hạn chưa hoàn thành': 0, 'hoàn thành muộn': 2, 'được giao': 20 }, '1.35'],
  ['2.1.1', 'không phát sinh', '0'],
  ['2.1.2', { count: 1 }, '0.25'],
  ['2.2.1', 'sau 30/01', '0.25'],
  ['2.2.2', [true, true, false, true], '0.75'],
  ['2.2.3', 'không phát sinh', '0.5'],
  ['2.3.1', 'không đúng quy định', '0.25'],
  ['2.3.2', '45', '0.45'],
  ['2.4.1', '100', '0.5'],
  ['2.4.2', '70', '0.25'],
  ['2.4.3', { a: 0, b: 0 }, '1'],
  ['3.1.1', false, '0.5'],
  ['3.1.2', '14/20', '0.5'],
  ['3.2.1', { count: 3 }, '0.25'],
  ['3.2.2', { days: 8 }, '0.35'],
  ['3.2.3', [true, true], '0.5'],
  ['3.3.1', '90', '0.9'],
  ['3.3.2', { count: 80 }, '1'],
  ['3.3.3', { count: 50 }, '0.5'],
  ['3.4.1', '1960/2000', '1.47'],
  ['3.4.2', '94,99', '0'],
  ['3.4.3', '97', '0.97'],
  ['3.4.4', '0/0', '1'],
  ['3.5.1', true, '0.5'],
  ['3.5.2', { ratio: 100, count: 2 }, '0.3'],
  ['3.6', '80', '0.75'],
  ['4.1.1', 'Đúng quy định', '1'],
  ['4.1.2', { count: 1 }, '0.75'],
  ['4.1.3', { previous: 200, current: 190 }, '0.5'],
  ['4.2.1', { 'có mặt': 100, 'được giao': 100 }, '1'],
  ['4.2.2', { previous: 100, current: 93 }, '0.5'],
  ['4.2.4', 'không đạt', '0'],
  ['4.3.1', true, '0.5'],
  ['4.3.2', false, '0'],
  ['4.3.3', '100', '0'],
  ['5.1.1', { a: 20, b: 15 }, '0.56'],
  ['5.1.2', { a: 100, b: 50 }, '0'],
  ['5.2.1', { count: 0 }, '0.75'],
  ['5.2.2', 'không phát sinh', '0'],
  ['5.3', [true, false], '0.75'],
  ['5.4.1', [true, false], '0'],
  ['5.4.2', { 'lãnh đạo bị kỷ luật từ khiển trách': 0, 'công chức bị kỷ luật': 3 }, '0.25'],
  ['5.5', '85', '0.5'],
  ['5.6.1', '100', '1.25'],
  ['5.6.2', '90', '1.13'],
  ['6.1.1', '76', '1.2'],
  ['6.1.2', { count: 2 }, '0.5'],
  ['6.1.3', [true, true, true], '1.5'],
  ['6.1.4', { 'đã nộp': 300, 'phải nộp': 400 }, '0.75'],
  ['6.2.1', { previous: 12, current: 12 }, '0.5'],
  ['6.2.2', { previous: 100, current: 104 }, '0'],
  ['6.2.3', { count: 9 }, '0.2'],
  ['7.1', '0,6', '1.5'],
  ['7.2.1', { 'tỷ lệ gửi điện tử': 100, 'tỷ lệ ký số': 80 }, '1.8'],
  ['7.2.2', '60', '0.5'],
  ['7.2.3', { count: 9 }, '1.5'],
  ['7.3.1', '99', '0'],
  ['7.3.2', '50', '1.5'],
  ['7.3.3', '36', '0.8'],
  ['7.3.4', '80', '0.4'],
  ['7.4', 'không áp dụng', '0'],
  ['8.2.1', { previous: 100, current: 90 }, '0'],
  ['8.2.2', { previous: 1000, current: 1300 }, '1'],
  ['8.2.3', '4', '1.5'],
  ['8.2.4', '6', '1.2'],
  ['8.2.5', '22/25', '1.32'],
  ['9.1', { count: 2 }, '1'],
  ['9.2', { count: 20 }, '1.5'],
  ['10.1', { count: 3 }, '-0.6'],
  ['10.2', { days: 3 }, '-1.5'],
  ['10.3', 'sai dưới 5 điểm', '-1'],
];

test('a whole table of a province goes in as an office types it, every line a rule', async () => {
  const { set, problems } = await importAll();
  expect(problems.filter((p) => p.severity === 'error').map((p) => p.vi)).toEqual([]);
  if (!set) throw new Error('no set');
  const lines = prepare(set).lines.filter((l) => l.kind !== 'branch');
  expect(lines.length).toBeGreaterThanOrEqual(90);
  expect(lines.filter((l) => l.kind === 'none')).toEqual([]);
  const { settings, rows } = writeForm(set);
  const again = await importAll(settings, [...rows]);
  expect(again.set && sameData(again.set, set)).toBe(true);
});

test('it gives the points that a person works out, and an index of what counts', async () => {
  const { set } = await importAll();
  if (!set) throw new Error('no set');
  const survey = Object.fromEntries(
    ['2.5.1', '2.5.2', '2.5.3', '5.7.1', '5.7.2', '5.7.3', '8.1'].map((code) => [code, 80]),
  );
  const {
    answers,
    survey: surveyed,
    problems,
  } = readAnswers({
    answers: Object.fromEntries(TRIES.map(([code, answer]) => [code, answer])),
    survey: { ...survey, '4.4': { A: 60, B: 20, C: 20, D: 0 }, '6.3': 75 },
  });
  expect(problems).toEqual([]);
  const sheet = score(set, answers, {
    survey: surveyed,
    values: { 'DTI cao nhất': '0.8', 'bình quân vùng': '7.5' },
  });
  const points = new Map(sheet.lines.map((l) => [l.code, l.points]));
  expect(
    TRIES.flatMap(([code, , wanted]) =>
      points.get(code) === wanted ? [] : [[code, points.get(code), wanted]],
    ),
  ).toEqual([]);
  expect([points.get('4.4'), points.get('6.3'), points.get('8.1')]).toEqual(['2.46', '2', '8']);
  // Capped at what the criterion may give, whatever its parts come to.
  expect(points.get('5.6')).toBe('2');
  expect(sheet.missing).toEqual([]);
  // 0.75 (2.1.1) + 0.75 (5.2.2) + 2 (7.4) do not concern the unit.
  expect(sheet.total.maximum).toBe('96.5');
  expect([sheet.total.bonus, sheet.total.penalty]).toEqual(['2.5', '-3.1']);
  expect(sheet.index).toMatchObject({ basis: 'with-survey', complete: true });
});

test('areas in Roman numbers and parts of parts find their place by their codes', async () => {
  const { set, problems } = await importAll({ ...SETTINGS, totalPoints: 4 }, [
    { code: 'I', name: 'Chỉ đạo, điều hành', maxPoints: 3 },
    { code: '1', name: 'Kế hoạch', maxPoints: 2 },
    { code: '1.1', name: 'Nội dung', maxPoints: 2 },
    { code: '1.1.1', name: 'Đủ', maxPoints: 1, type: 'có/không' },
    { code: '1.1.2', name: 'Đúng', maxPoints: 1, type: 'có/không' },
    { code: '2', name: 'Báo cáo', maxPoints: 1, type: 'có/không' },
    { code: 'II', name: 'Thể chế', maxPoints: 1 },
    { code: '3', name: 'Rà soát', maxPoints: 1, type: 'tỷ lệ' },
  ]);
  expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
  expect(set?.areas.map((a) => [a.code, a.children.map((c) => c.code)])).toEqual([
    ['I', ['1', '2']],
    ['II', ['3']],
  ]);
  expect(set?.areas[0]?.children[0]?.children[0]?.children).toHaveLength(2);
});
