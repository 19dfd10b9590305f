import { expect, test } from 'vitest';
import { farOf, lookAt } from '../../../src/core/consolidation/outliers.ts';

const usual = [40, 42, 45, 47, 50, 51, 55, 58, 60];

test('one wrong value cannot hide itself: the robust score finds it and leaves the usual ones', () => {
  const far = farOf([...usual, 5200]);
  expect(far(5200)).toBeGreaterThan(3.5);
  expect(usual.map((v) => far(v))).toEqual(usual.map(() => undefined));
});

test('where more than half say the same, the mean deviation stands in; where all do, nothing is far', () => {
  expect(farOf([0, 0, 0, 0, 0, 0, 0, 0, 9])(9)).toBeGreaterThan(3.5);
  expect(farOf([3, 3, 3, 3, 3, 3, 3, 3])(3)).toBeUndefined();
});

test('few units say nothing about each other; a jump is seen against one’s own last period, small counts left alone', () => {
  const few = farOf([1, 2, 900]);
  expect(few(900)).toBeUndefined();
  expect(lookAt(90, 30, few)).toEqual({ kind: 'jump', times: 3 });
  expect(lookAt(10, 40, few)).toEqual({ kind: 'jump', times: 0.25 });
  expect([lookAt(50, 40, few), lookAt(6, 2, few), lookAt(50, undefined, few)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
