import { expect, test } from 'vitest';
import { readTypedDay, readTypedTime } from '../../../src/web/screens/requests/draft/typed-day.ts';

test.each([
  ['29/02/2024', '2024-02-29'],
  ['1/3/2024', '2024-03-01'],
  [' 01-03-2024 ', '2024-03-01'],
  ['29/02/2023', undefined],
  ['31/04/2024', undefined],
  ['2024-02-29', undefined],
  ['1/3/24', undefined],
  ['', undefined],
])('%s is %s', (typed, day) => {
  expect(readTypedDay(typed)).toBe(day);
});

test.each([
  ['16:30', { hour: 16, minute: 30 }],
  ['16h30', { hour: 16, minute: 30 }],
  ['7 giờ', { hour: 7, minute: 0 }],
  ['24:00', undefined],
  ['16:75', undefined],
  ['chiều', undefined],
])('%s is %o', (typed, time) => {
  expect(readTypedTime(typed)).toEqual(time);
});
