import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLetter } from '../../../src/core/letter/read.ts';
import { numberValues } from '../../../src/web/screens/requests/letter/numbered.ts';
import { paragraphsOf } from '../../../src/web/screens/requests/letter/paragraphs.ts';

const letter = readLetter(
  readFileSync(join(import.meta.dirname, '../../letters/cao-loc/letter.txt'), 'utf8'),
);
const numbered = numberValues(letter);

test('numbers follow the letter, none twice, and each stands where its value is written', () => {
  const all = [...numbered.marks.map((m) => m.n), ...numbered.gaps.map((g) => g.n)].sort((a, b) => a - b);
  expect(all).toEqual(all.map((_, at) => at + 1));
  const starts = numbered.marks.map((m) => m.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  numbered.marks.slice(1).forEach((mark, at) => {
    expect(mark.start).toBeGreaterThanOrEqual(numbered.marks[at]?.end ?? 0);
  });
  const deadline = numbered.marks.find((m) => m.keys.includes('deadline'));
  expect(letter.text.slice(deadline?.start, deadline?.end)).toBe('trước ngày 01/3/2024');
});

test('values read from the same words share one number', () => {
  expect(numbered.numbers.get('period')).toBe(numbered.numbers.get('subject'));
});

test('number and day stand as gaps where the letter leaves them open', () => {
  const gap = (key: string) => numbered.gaps.find((g) => g.key === key)?.at ?? -1;
  expect(letter.text.slice(0, gap('number')).trimEnd()).toMatch(/Số:$/);
  expect(letter.text.slice(0, gap('date')).trimEnd()).toMatch(/Cao Lộc, ngày$/);
});

test('the paper keeps every letter of the text, and each mark has one anchor and one number', () => {
  const paragraphs = paragraphsOf(letter, numbered);
  const shown = paragraphs
    .flatMap((p) => p.pieces.flatMap((x) => (x.kind === 'text' ? [x.text] : [])))
    .join('');
  const bare = (text: string): string => text.replace(/\*\*|\s+/g, '');
  expect(bare(shown)).toBe(bare(letter.text));
  const pieces = paragraphs.flatMap((p) => p.pieces);
  for (const { n } of numbered.marks) {
    const own = pieces.filter((p) => p.kind === 'text' && p.mark?.n === n);
    expect(own.filter((p) => p.kind === 'text' && p.first).length, `anchor of ${n}`).toBe(1);
    expect(own.filter((p) => p.kind === 'text' && p.last).length, `number of ${n}`).toBe(1);
  }
  expect(pieces.filter((p) => p.kind === 'gap').length).toBe(numbered.gaps.length);
});

test('a letter that says nothing of a needed value names it, without a place', () => {
  const bare = readLetter('UBND huyện yêu cầu các xã báo cáo kết quả cải cách hành chính.');
  const { gaps } = numberValues(bare);
  expect(gaps.map((g) => g.key)).toEqual(
    expect.arrayContaining(['number', 'date', 'deadline', 'window', 'signer']),
  );
  expect(gaps.every((g) => g.at === null)).toBe(true);
});
