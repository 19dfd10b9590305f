import { expect, it } from 'vitest';
import { clocksApart } from '../../../src/core/kernel/apart.ts';

it('tells clocks apart only by what the length of the question does not explain', () => {
  expect(clocksApart(1500, 1000, 2000)).toEqual({ ms: 0, synchronised: true });
  expect(clocksApart(2400, 1000, 2000)).toEqual({ ms: 400, synchronised: true });
  expect(clocksApart(3000, 1000, 2000)).toEqual({ ms: 1000, synchronised: true });
  expect(clocksApart(3001, 1000, 2000)).toEqual({ ms: 1001, synchronised: false });
  expect(clocksApart(-40_000, 1000, 2000)).toEqual({ ms: -41_000, synchronised: false });
});
