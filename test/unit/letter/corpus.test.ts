import { expect, test } from 'vitest';
import { readLetter } from '../../../src/core/letter/read.ts';
import { letterReadingWire } from '../../../src/core/letter/wire.ts';
import { readUpload } from '../../../src/server/upload/readUpload.ts';
import { corpus } from '../../letters/corpus.ts';
import { type Field, type Finding, scoreLetter, share, type Tally, tallyBy } from '../../letters/score.ts';

/** Noise as letters pick it up on their way: each must leave most of the reading standing. */
const letters = await Promise.all(
  corpus().map(async (letter) => {
    const upload = await readUpload(letter.bytes, letter.file);
    if (!upload.ok) throw new Error(`${letter.name}: ${upload.refusal.code}`);
    return { ...letter, text: upload.text };
  }),
);

const scoreAll = (noise: (text: string) => string): Finding[] =>
  letters.flatMap((l) => scoreLetter(l.name, l.expected, readLetter(noise(l.text))));

const total = (findings: readonly Finding[]): Tally => {
  const sum: Tally = { right: 0, wrong: 0, missed: 0, invented: 0 };
  for (const f of findings) sum[f.kind]++;
  return sum;
};

const tallyOf = (findings: readonly Finding[], field: Field): Tally => {
  const tally = tallyBy(findings).get(field);
  if (!tally) throw new Error(field);
  return tally;
};

test('the corpus is large enough to mean something', () => {
  expect(letters.filter((l) => l.expected.isRequest).length).toBeGreaterThanOrEqual(40);
  expect(letters.filter((l) => l.expected.isRequest === false).length).toBeGreaterThanOrEqual(10);
});

test('deadlines and windows ≥ 95 %, all fields ≥ 90 %, nothing invented', () => {
  const findings = scoreAll((text) => text);
  expect(share(tallyOf(findings, 'deadlines'))).toBeGreaterThanOrEqual(0.95);
  expect(share(tallyOf(findings, 'windows'))).toBeGreaterThanOrEqual(0.95);
  expect(share(total(findings))).toBeGreaterThanOrEqual(0.9);
  expect(findings.filter((f) => f.kind === 'invented')).toEqual([]);
});

test('every reading has the shape of the wire, and every origin is a piece of the text', () => {
  for (const letter of letters) {
    const reading = readLetter(letter.text);
    letterReadingWire.parse(reading);
  }
});

const wrapAt = (width: number) => (text: string) =>
  text
    .split('\n')
    .map((line) => {
      const out = [''];
      for (const word of line.split(' ')) {
        const last = out.at(-1) ?? '';
        if (last && last.length + word.length > width) out.push(word);
        else out[out.length - 1] = last ? `${last} ${word}` : word;
      }
      return out.join('\n');
    })
    .join('\n');

/** Every third space before a small word of the body is lost, as after a careless scan. */
const joinWords = (text: string): string => {
  const from = text.search(/K[íi]nh\s?gửi/);
  const to = text.search(/N[ơo]i nhận/);
  if (from < 0 || to < from) return text;
  const body = text
    .slice(from, to)
    .replace(/ (ngày|gửi|báo|trước|đến) /g, (m: string, word: string, at: number) =>
      at % 3 === 0 ? `${word} ` : m,
    );
  return text.slice(0, from) + body + text.slice(to);
};

test.each<[string, (text: string) => string, number]>([
  ['NFD', (t) => t.normalize('NFD'), 0.99],
  ['Windows line ends', (t) => t.replace(/\n/g, '\r\n'), 0.99],
  ['lines wrapped at 80', wrapAt(80), 0.98],
  ['lines wrapped at 60', wrapAt(60), 0.95],
  ['every line apart', (t) => t.replace(/\n/g, '\n\n'), 0.97],
  [
    'spaces that do not break',
    (t) => t.replace(/ /g, (_, at: number) => (at % 5 === 0 ? '\u00a0' : ' ')),
    0.99,
  ],
  ['joined words', joinWords, 0.96],
  ['all line ends lost', (t) => t.replace(/\n+/g, ' '), 0.9],
  ['stars of markdown', (t) => t.replace(/(trước ngày [\d/]+)/g, '**$1**'), 0.99],
])('with noise: %s', (_, noise, least) => {
  const findings = scoreAll(noise);
  expect(share(total(findings))).toBeGreaterThanOrEqual(least);
  expect(share(tallyOf(findings, 'deadlines'))).toBeGreaterThanOrEqual(0.94);
  expect(share(tallyOf(findings, 'windows'))).toBeGreaterThanOrEqual(0.95);
});
