import { expect, test } from 'vitest';
import { waitAfter } from '../../../src/core/access/slowDown.ts';

test('a name waits from the fifth failure, twice as long each time, five minutes at most', () => {
  const waits = Array.from({ length: 14 }, (_, n) => waitAfter('name', n + 1));
  expect(waits).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]);
});

test('an address that a whole office shares waits later', () => {
  expect(waitAfter('address', 30)).toBe(0);
  expect(waitAfter('address', 31)).toBe(5);
});

test('any count of failures gives a finite wait', () => {
  expect(waitAfter('name', 2 ** 31 - 1)).toBe(300);
});
