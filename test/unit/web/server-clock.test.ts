import { expect, test } from 'vitest';
import { createServerClock } from '../../../src/web/http/server-clock.ts';

test('between answers only the counter of the page is added (E10)', () => {
  const clock = createServerClock();
  expect(clock.now(5)).toBeUndefined();
  clock.take(1_000_000, 100, 120);
  // Half of the way there and back has passed since the server wrote its time.
  expect(clock.now(120)).toBe(1_000_010);
  expect(clock.now(1120)).toBe(1_001_010);
});

test('a slower answer that says nothing new does not make the seconds stutter', () => {
  const clock = createServerClock();
  clock.take(1_000_000, 100, 120);
  clock.take(1_000_900, 200, 1200);
  expect(clock.now(1200)).toBe(1_001_090);
});

test('a quicker answer is believed', () => {
  const clock = createServerClock();
  clock.take(1_000_000, 0, 1000);
  clock.take(1_001_300, 2000, 2010);
  expect(clock.now(2010)).toBe(1_001_305);
});

test('the business clock that was moved forward is taken at once, however slow the answer', () => {
  const clock = createServerClock();
  clock.take(1_000_000, 0, 10);
  clock.take(90_000_000, 1000, 4000);
  expect(clock.now(4000)).toBe(90_001_500);
});
