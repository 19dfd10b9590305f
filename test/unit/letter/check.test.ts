import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Calendar } from '../../../src/core/kernel/calendar.ts';
import { type CheckedValues, checkLetter, valuesOfReading } from '../../../src/core/letter/check.ts';
import { readLetter } from '../../../src/core/letter/read.ts';
import { printedLetter } from '../../../src/server/upload/printedLetter.ts';

const ordinary: Calendar = { holidays: new Set(), workedWeekends: new Set() };

const values = (year: number): CheckedValues => ({
  number: '112',
  date: `${year}-02-06`,
  subject: `báo cáo công tác cải cách hành chính quý I năm ${year}`,
  signer: { position: 'CHÁNH VĂN PHÒNG', name: 'Nguyễn Minh Họa' },
  copies: ['Như trên', 'Lưu: VT, NV'],
  windows: [{ from: `${year - 1}-12-01`, to: `${year}-02-28` }],
  deadlines: [{ at: `${year}-03-01T00:00:00+07:00`, text: `trước ngày 01/3/${year}` }],
});

test('A4: 2024 leaves one working day, spelled out', () => {
  const check = checkLetter(values(2024), ordinary);
  expect(check.warnings).toEqual([]);
  expect(check.deadlines[0]?.sentence).toBe(
    'hạn cuối 24:00 ngày 29/02/2024, còn 1 ngày làm việc sau khi chốt số liệu',
  );
});

test.each([
  [2025, 'trước ngày 04/3/2025'],
  [2026, 'trước ngày 03/3/2026'],
])('A4: %i leaves none and is offered %s', (year, wording) => {
  const check = checkLetter(values(year), ordinary);
  expect(check.warnings.map((w) => w.code)).toEqual(['deadline.noWorkingDay']);
  expect(check.deadlines[0]?.suggestion?.wording).toBe(wording);
  expect(check.deadlines[0]?.workingDaysLeft).toBe(0);
});

test('a holiday after the cut-off moves the offer on', () => {
  const calendar: Calendar = { holidays: new Set(['2025-03-03']), workedWeekends: new Set() };
  expect(checkLetter(values(2025), calendar).deadlines[0]?.suggestion?.wording).toBe('trước ngày 05/3/2025');
});

test('missing items of NĐ 30/2020 are warnings, and a letter without a cut-off is not judged by one', () => {
  const check = checkLetter(
    {
      number: null,
      date: null,
      subject: null,
      signer: { position: null, name: null },
      copies: ['Như trên', 'Lưu: VT'],
      windows: [],
      deadlines: [{ at: '2024-03-01T16:00:00+07:00', text: 'trước 16 giờ ngày 01/3/2024' }],
    },
    ordinary,
  );
  expect(check.warnings.map((w) => w.code)).toEqual([
    'window.missing',
    'number.missing',
    'date.missing',
    'subject.missing',
    'signer.missing',
    'copies.draftingUnitMissing',
  ]);
  expect(check.deadlines[0]?.sentence).toBe('hạn cuối 16:00 ngày 01/3/2024'.replace('01/3', '01/03'));
  expect(check.deadlines[0]?.workingDaysLeft).toBeNull();
});

test('a deadline on or before the cut-off is called by its own name', () => {
  const early = { ...values(2024), deadlines: [{ at: '2024-02-28T00:00:00+07:00', text: '' }] };
  expect(checkLetter(early, ordinary).warnings.map((w) => w.code)).toEqual(['deadline.beforeCutoff']);
});

test('a reading can be checked as it is', () => {
  expect(checkLetter(valuesOfReading(readLetter('')), ordinary).warnings.map((w) => w.code)).toContain(
    'deadline.missing',
  );
});

test('the command prints sentences, never codes', () => {
  const letter = readFileSync(new URL('../../letters/cao-loc/letter.txt', import.meta.url), 'utf8');
  const printed = [readLetter(letter), readLetter('')].map(printedLetter).join('\n');
  expect(printed).toContain('trước ngày 01/3/2024 (hạn cuối 24:00 ngày 29/02/2024)');
  expect(printed).toContain('UBND huyện (qua Phòng Nội vụ)');
  expect(printed).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z]?[A-Za-z]*$/m);
});
