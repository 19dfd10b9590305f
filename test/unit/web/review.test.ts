import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt } from '../../../src/core/kernel/instant.ts';
import { readResend, resendText, suggestedResend } from '../../../src/web/screens/review/resend.ts';
import { linesOf, wordDiff } from '../../../src/web/screens/review/word-diff.ts';

describe('the time for sending again', () => {
  it('is read as Vietnamese civil time, whatever the zone of the machine', () => {
    expect(readResend('16:00 29/02/2024')).toBe(Date.parse('2024-02-29T16:00:00+07:00'));
    expect(readResend('24:00 29/02/2024')).toBe(Date.parse('2024-03-01T00:00:00+07:00'));
    expect(readResend(' 24:00 ngày 29/02/2024 ')).toBe(Date.parse('2024-03-01T00:00:00+07:00'));
    expect(readResend('1/3/2024')).toBe(Date.parse('2024-03-02T00:00:00+07:00'));
    expect(readResend('9h 01/03/2024')).toBe(Date.parse('2024-03-01T09:00:00+07:00'));
  });

  it.each([
    '',
    'mai',
    '25:00 29/02/2024',
    '24:30 29/02/2024',
    '10:60 29/02/2024',
    '29/02/2023',
    '16:00',
    '2024-02-29',
  ])('refuses %j', (typed) => expect(readResend(typed)).toBeUndefined());

  it('says what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 365 * 20 }), (minutes) => {
        const at = instantAt('2020-01-01') + minutes * 60_000;
        expect(readResend(resendText(at))).toBe(at);
      }),
    );
  });

  it('is the deadline while that leaves time, else the end of the next working day', () => {
    const deadline = instantAt('2024-03-01');
    expect(suggestedResend(instantAt('2024-02-28', 8), deadline)).toBe(deadline);
    expect(suggestedResend(instantAt('2024-02-29', 21), deadline)).toBe(instantAt('2024-03-02'));
    // Friday: over the weekend. The last day of April and the first of May are holidays.
    expect(suggestedResend(instantAt('2024-03-01', 9), deadline)).toBe(instantAt('2024-03-05'));
    expect(suggestedResend(instantAt('2024-04-29', 9), null)).toBe(instantAt('2024-05-03'));
  });
});

describe('what changed in words', () => {
  it('names the words that went and came', () => {
    expect(wordDiff('đạt 100% kế hoạch', 'đạt 98,59% kế hoạch')).toEqual([
      { kind: 'same', text: 'đạt ' },
      { kind: 'del', text: '100%' },
      { kind: 'ins', text: '98,59%' },
      { kind: 'same', text: ' kế hoạch' },
    ]);
  });

  it('keeps a sentence that was written anew in one piece beside the old one', () => {
    expect(wordDiff('Đã triển khai theo kế hoạch.', 'Đề nghị bổ sung kinh phí.')).toEqual([
      { kind: 'del', text: 'Đã triển khai theo kế hoạch.' },
      { kind: 'ins', text: 'Đề nghị bổ sung kinh phí.' },
    ]);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ệ', ' ', '\n', 'b1,2%', '. '), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before, after);
        const join = (skip: string): string =>
          pieces
            .filter((p) => p.kind !== skip)
            .map((p) => p.text)
            .join('');
        expect(join('ins')).toBe(before);
        expect(join('del')).toBe(after);
      }),
    );
  });

  it('does not stall on two long texts that have nothing in common', () => {
    const before = Array.from({ length: 4000 }, (_, i) => `a${i}`).join(' ');
    const after = Array.from({ length: 4000 }, (_, i) => `b${i}`).join('\t');
    expect(wordDiff(before, after).map((p) => p.kind)).toEqual(['del', 'ins']);
  });

  it('leaves lines without a change apart', () => {
    const lines = linesOf(wordDiff('một\nhai\nba', 'một\nhai hai\nba'));
    expect(lines.map((line) => line.every((p) => p.kind === 'same'))).toEqual([true, false, true]);
  });
});
