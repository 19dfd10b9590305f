import { expect, it } from 'vitest';
import { clocksApart, timeServiceSays } from '../../../src/core/kernel/apart.ts';

it('tells clocks apart only by what the length of the question does not explain', () => {
  expect(clocksApart(1500, 1000, 2000)).toEqual({ ms: 0, synchronised: true });
  expect(clocksApart(2400, 1000, 2000)).toEqual({ ms: 400, synchronised: true });
  expect(clocksApart(3000, 1000, 2000)).toEqual({ ms: 1000, synchronised: true });
  expect(clocksApart(3001, 1000, 2000)).toEqual({ ms: 1001, synchronised: false });
  expect(clocksApart(-40_000, 1000, 2000)).toEqual({ ms: -41_000, synchronised: false });
});

it('reads what the time service of Linux, or of Windows in its own language, says; else it does not know', () => {
  expect(timeServiceSays('yes\n')).toBe(true);
  expect(timeServiceSays('no\n')).toBe(false);
  expect(timeServiceSays('Leap Indicator: 0(no warning)\nStratum: 3 (secondary reference)\n')).toBe(true);
  expect(timeServiceSays('Sprungindikator: 3(nicht synchronisiert)\r\nStratum: 0 (nicht angegeben)')).toBe(
    false,
  );
  expect(timeServiceSays('')).toBeNull();
  expect(timeServiceSays('The service has not been started. (0x80070426)')).toBeNull();
});
