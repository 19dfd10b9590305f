import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLetter } from '../../../src/core/letter/read.ts';
import { letterReadingWire } from '../../../src/core/letter/wire.ts';

const folder = new URL('../../letters/cao-loc/', import.meta.url);
const letter = readFileSync(new URL('letter.txt', folder), 'utf8');
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));

type Words = { start: number; end: number; text: string };
const isFrom = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'start' in value && 'text' in value;

/** The reading may say more than the contract (about, channel, further origins), never other. */
const asContract = (want: unknown, got: unknown): unknown => {
  // Its README: other words for the same value will do, so long as they contain the value's evidence.
  if (isFrom(want) && isFrom(got)) {
    const sliced = letter.normalize('NFC').slice(got.start, got.end);
    return sliced === got.text && got.text.includes(want.text) ? want : got;
  }
  if (Array.isArray(want) && Array.isArray(got)) return got.map((g, i) => asContract(want[i], g));
  if (want && got && typeof want === 'object' && typeof got === 'object')
    return Object.fromEntries(
      Object.keys(want).map((key) => [
        key,
        asContract((want as Record<string, unknown>)[key], (got as Record<string, unknown>)[key]),
      ]),
    );
  return got;
};

test('A1: the letter of Cao Lộc gives exactly the values of its contract, each tied to its words', () => {
  const reading = readLetter(letter);
  expect(asContract(expected, reading)).toEqual(expected);
  expect(letterReadingWire.parse(reading)).toEqual(reading);
});

test('A1: number and day stay blank, not guessed', () => {
  const reading = readLetter(letter);
  expect(reading.number).toEqual({ value: null, from: null });
  expect(reading.date).toEqual({ value: null, from: null });
  expect(reading.dateKnown).toEqual({ month: 2, year: 2024 });
});
