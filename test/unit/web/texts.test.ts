import { afterEach, expect, test } from 'vitest';
import { en } from '../../../src/web/texts/en.ts';
import { enRefusals } from '../../../src/web/texts/en-refusals.ts';
import {
  comparePeople,
  compareText,
  dayMonth,
  deadline,
  deadlineClock,
  deadlineDay,
  fullMoment,
  length,
  moment,
  weekdayShort,
} from '../../../src/web/texts/format.ts';
import { parseClock, parseDay } from '../../../src/web/texts/parse.ts';
import { failureText, refusalText } from '../../../src/web/texts/refusals.ts';
import { fill } from '../../../src/web/texts/sentence.ts';
import { speak, t } from '../../../src/web/texts/text.ts';
import { vi } from '../../../src/web/texts/vi.ts';
import { viRefusals } from '../../../src/web/texts/vi-refusals.ts';

afterEach(() => speak('vi'));

type Entry = string | ((params: never) => string);
const flat = (texts: object): [string, Entry][] =>
  Object.entries(texts).flatMap(([area, entries]) =>
    Object.entries(entries as Record<string, Entry>).map(([name, entry]): [string, Entry] => [
      `${area}.${name}`,
      entry,
    ]),
  );
const names = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '').sort();

test('both languages have the same sentences with the same parameters', () => {
  const english = new Map(flat(en));
  const wrong = flat(vi).filter(([key, entry]) => {
    const other = english.get(key);
    if (other === undefined) return true;
    return typeof entry === 'string' && typeof other === 'string' && `${names(entry)}` !== `${names(other)}`;
  });
  expect(wrong.map(([key]) => key)).toEqual([]);
  expect([...english.keys()].sort()).toEqual(
    flat(vi)
      .map(([key]) => key)
      .sort(),
  );
});

test('both languages refuse with the same codes', () => {
  expect(Object.keys(enRefusals).sort()).toEqual(Object.keys(viRefusals).sort());
});

test('no sentence of the screens speaks to the user by a pronoun or shouts', () => {
  const wrong = flat(vi).filter(
    ([, entry]) => typeof entry === 'string' && /(^|[\s.,;:])(bạn|quý vị)([\s.,;:]|$)|!/i.test(entry),
  );
  expect(wrong).toEqual([]);
});

test('sentences are composed letters: a decomposed "ế" would not be found by a search', () => {
  const wrong = [...flat(vi), ...Object.entries(viRefusals)].filter(
    ([, entry]) => typeof entry === 'string' && entry !== entry.normalize('NFC'),
  );
  expect(wrong.map(([key]) => key)).toEqual([]);
});

test('counts in a sentence are written with points; what is missing stays visible', () => {
  expect(fill('{n} đơn vị, {gone}', { n: 12_345 })).toBe('12.345 đơn vị, {gone}');
  expect(fill('{text}', { text: '$& 2.000' })).toBe('$& 2.000');
});

test('the language changes for words, dates and refusals alike', async () => {
  expect(t('state.late', { length: length(40_000) })).toBe('Trễ 40 giây');
  const plain = refusalText('access.slowDown', { retryAfter: 4 });
  expect(plain).toBe('Thử quá nhiều lần. Chờ 4 giây rồi thử lại.');
  await speak('en');
  expect(t('state.late', { length: length(40_000) })).toBe('Late by 40 seconds');
  expect(length(53_280_000)).toBe('14 hours 48 minutes');
  expect(refusalText('access.slowDown', { retryAfter: 4 })).toBe('Too many tries. Wait 4 s, then try again.');
});

test('a code without sentence is shown small at the end of one that says what to do', () => {
  expect(refusalText('report.neverHeardOf')).toContain('report.neverHeardOf');
});

test('each kind of failure has its sentence', () => {
  expect(failureText({ kind: 'fault', status: 500, id: '7f2a' })).toContain('7f2a');
  expect(failureText({ kind: 'offline', reason: 'network' })).toContain('Mất mạng');
  expect(
    failureText({ kind: 'invalid', status: 400, issues: [{ path: 'body.name', message: 'quá dài' }] }),
  ).toContain('body.name: quá dài');
});

const DEADLINE = Date.UTC(2024, 1, 29, 17);

test('dates are official, in Vietnamese time whatever the zone of the machine', () => {
  expect(deadline(DEADLINE)).toBe('24:00 ngày 29/02/2024');
  expect(deadlineClock(DEADLINE)).toBe('24:00');
  expect(deadlineDay(DEADLINE)).toBe('2024-02-29');
  expect(deadlineDay(Date.UTC(2024, 2, 4, 10))).toBe('2024-03-04');
  expect(deadlineClock(Date.UTC(2024, 2, 4, 10))).toBe('17:00');
  expect(fullMoment(Date.UTC(2024, 1, 28, 1))).toBe('Thứ Tư 28/02/2024 08:00');
  expect(moment(Date.UTC(2024, 1, 29, 8, 2, 31), true)).toBe('15:02:31 ngày 29/02/2024');
  expect(dayMonth('2024-03-01')).toBe('01/3');
  expect(dayMonth('2024-02-29')).toBe('29/02');
  expect(weekdayShort('2024-03-03')).toBe('CN');
});

test('units sort by the Vietnamese alphabet, people by the given name', () => {
  expect(['Xã Ân', 'Xã Ăn', 'Xã An', 'Xã Ánh'].sort(compareText)).toEqual([
    'Xã An',
    'Xã Ánh',
    'Xã Ăn',
    'Xã Ân',
  ]);
  expect(['Mục 10', 'Mục 2'].sort(compareText)).toEqual(['Mục 2', 'Mục 10']);
  expect(['Vi Thị Mai', 'Hoàng Thị Lan', 'Lý A Sáng'].sort(comparePeople)).toEqual([
    'Hoàng Thị Lan',
    'Vi Thị Mai',
    'Lý A Sáng',
  ]);
});

test('days and times are read as Vietnamese offices write them, and nothing is guessed', () => {
  expect(parseDay('29/02/2024')).toBe('2024-02-29');
  expect(parseDay(' 1-3-2024 ')).toBe('2024-03-01');
  expect(parseDay('29/02/2023')).toBeUndefined();
  expect(parseDay('2024-02-29')).toBeUndefined();
  expect(parseDay('29/02/24')).toBeUndefined();
  expect(parseClock('16:00')).toEqual({ hour: 16, minute: 0 });
  expect(parseClock('16 giờ 30')).toEqual({ hour: 16, minute: 30 });
  expect(parseClock('24:00')).toEqual({ hour: 24, minute: 0 });
  expect(parseClock('24:01')).toBeUndefined();
  expect(parseClock('4 PM')).toBeUndefined();
});
