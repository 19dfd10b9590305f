import { numbersIn, type Said } from './numbers.ts';

/** A piece of a sentence between commas and brackets, with the numbers in it. Positions are those of the whole text. */
export type Segment = { readonly start: number; readonly text: string; readonly numbers: readonly Said[] };
export type Clause = { readonly start: number; readonly text: string; readonly segments: readonly Segment[] };

const END = /[.;!?…]+(?=\s|$)|\n+/gu;
const COMMA = /,(?!\d)|[()]|\s[-–]\s/gu;

const cut = (text: string, at: RegExp): { start: number; text: string }[] => {
  const pieces: { start: number; text: string }[] = [];
  let from = 0;
  for (const match of text.matchAll(at)) {
    pieces.push({ start: from, text: text.slice(from, match.index) });
    from = match.index + match[0].length;
  }
  pieces.push({ start: from, text: text.slice(from) });
  return pieces.filter((p) => p.text.trim() !== '');
};

/** Sentences and what they are made of, in lower case and the same length as the text. */
export const clausesOf = (text: string): readonly Clause[] => {
  const lower = text.normalize('NFC').toLowerCase();
  // A letter whose small form is longer would move every place after it.
  const even = lower.length === text.length ? lower : text;
  const numbers = numbersIn(even);
  return cut(even, END).map((clause) => ({
    ...clause,
    segments: cut(clause.text, COMMA).map((segment) => {
      const start = clause.start + segment.start;
      const end = start + segment.text.length;
      return { start, text: segment.text, numbers: numbers.filter((n) => n.start >= start && n.end <= end) };
    }),
  }));
};
