import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOfInstant,
  daysBetween,
  instantAt,
  isDay,
  isoInstant,
  parseInstant,
  weekday,
} from '../../../src/core/kernel/instant.ts';
import { deadlineText, lengthText, momentText, officialDay } from '../../../src/core/kernel/wording.ts';

describe('instants and civil days of Vietnam, on a machine in another time zone', () => {
  it('knows leap days', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2023-02-29')).toBe(false);
    expect(isDay('1900-02-29')).toBe(false);
    expect(isDay('2024-13-01')).toBe(false);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
  });

  it('agrees with the platform on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (n) => {
        const day = addDays('1970-01-01', n);
        expect(day).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
        expect(weekday(day)).toBe(new Date(n * 86_400_000).getUTCDay());
        expect(daysBetween('1970-01-01', day)).toBe(n);
      }),
    );
  });

  it('puts a day of Vietnam seven hours before the same day of UTC', () => {
    expect(instantAt('2024-03-01')).toBe(Date.parse('2024-02-29T17:00:00Z'));
    expect(dayOfInstant(Date.parse('2024-02-29T16:59:59.999Z'))).toBe('2024-02-29');
    expect(dayOfInstant(Date.parse('2024-02-29T17:00:00Z'))).toBe('2024-03-01');
  });

  it('reads and writes ISO instants of any offset, and no local time', () => {
    expect(isoInstant(instantAt('2024-03-01'))).toBe('2024-03-01T00:00:00+07:00');
    expect(parseInstant('2024-02-29T17:00:00Z')).toBe(instantAt('2024-03-01'));
    expect(parseInstant('2024-02-29T10:00:00-07:00')).toBe(instantAt('2024-03-01'));
    expect(parseInstant('2024-03-01T00:00:00')).toBeUndefined();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        (at) => parseInstant(isoInstant(at)) === at,
      ),
    );
  });
});

describe('official wording', () => {
  it('writes days as Nghị định 30/2020 does', () => {
    expect(officialDay('2024-02-05')).toBe('ngày 05 tháng 02 năm 2024');
    expect(officialDay('2024-03-15')).toBe('ngày 15 tháng 3 năm 2024');
    expect(officialDay('2024-11-30')).toBe('ngày 30 tháng 11 năm 2024');
  });

  it('speaks of midnight as 24:00 of the day before (A4)', () => {
    expect(deadlineText(instantAt('2024-03-01'))).toBe('24:00 ngày 29/02/2024');
    expect(deadlineText(instantAt('2024-02-29', 16))).toBe('16:00 ngày 29/02/2024');
    expect(momentText(instantAt('2024-02-28', 8, 40, 26), true)).toBe('08:40:26 ngày 28/02/2024');
  });

  it('spells lengths, to the second when they are short (E6)', () => {
    expect(lengthText(40_000)).toBe('40 giây');
    expect(lengthText((14 * 60 + 48) * 60_000)).toBe('14 giờ 48 phút');
    expect(lengthText(2 * 86_400_000 + 3 * 3_600_000)).toBe('2 ngày 3 giờ');
  });
});
