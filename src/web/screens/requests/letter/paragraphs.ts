import type { LetterReading } from '../../../../core/letter/reading.ts';
import type { Gap, Mark, Numbered } from './numbered.ts';

export type Piece =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Where the words stand in the letter. */
      readonly start: number;
      readonly bold: boolean;
      readonly mark: Mark | undefined;
      /** The first piece of a mark carries its anchor, the last its number. */
      readonly first: boolean;
      readonly last: boolean;
    }
  | { readonly kind: 'gap'; readonly gap: Gap };

export type ParagraphKind = 'head' | 'to' | 'title' | 'body' | 'sign' | 'foot';
export type Paragraph = {
  readonly kind: ParagraphKind;
  readonly keepLines: boolean;
  readonly pieces: readonly Piece[];
};

const LIST = /^[ \t]*(?:[-+•*][ \t]|\(?\d{1,2}[.)]|[a-zđ]\))/u;
const SHORT = 46;

/** Ranges of paragraphs: blank lines part them, and a line that begins a list item. */
const rangesOf = (text: string): [number, number][] => {
  const ranges: [number, number][] = [];
  let start = -1;
  let at = 0;
  for (const line of text.split('\n')) {
    const end = at + line.length;
    const blank = line.trim() === '';
    if (start >= 0 && (blank || LIST.test(line))) {
      ranges.push([start, at - 1]);
      start = -1;
    }
    if (!blank && start < 0) start = at;
    at = end + 1;
  }
  if (start >= 0) ranges.push([start, text.length]);
  return ranges;
};

const cutPoints = (text: string, from: number, to: number, { marks, gaps }: Numbered): number[] => {
  const cuts = new Set<number>([from, to]);
  for (const mark of marks) {
    if (mark.start > from && mark.start < to) cuts.add(mark.start);
    if (mark.end > from && mark.end < to) cuts.add(mark.end);
  }
  for (const gap of gaps) if (gap.at !== null && gap.at >= from && gap.at <= to) cuts.add(gap.at);
  for (let at = text.indexOf('**', from); at >= 0 && at < to; at = text.indexOf('**', at + 2)) {
    cuts.add(at);
    cuts.add(Math.min(at + 2, to));
  }
  return [...cuts].sort((a, b) => a - b);
};

const piecesOf = (
  text: string,
  [from, to]: [number, number],
  numbered: Numbered,
): { pieces: Piece[]; bold: boolean } => {
  const cuts = cutPoints(text, from, to, numbered);
  const pieces: Piece[] = [];
  let bold = false;
  let allBold = true;
  cuts.forEach((start, index) => {
    for (const gap of numbered.gaps) if (gap.at === start) pieces.push({ kind: 'gap', gap });
    const end = cuts[index + 1];
    if (end === undefined) return;
    const words = text.slice(start, end);
    if (words === '**') {
      bold = !bold;
      return;
    }
    if (words.trim() !== '' && !bold) allBold = false;
    const mark = numbered.marks.find((m) => m.start <= start && m.end >= end);
    pieces.push({ kind: 'text', text: words, start, bold, mark, first: false, last: false });
  });
  return { pieces, bold: allBold };
};

/** Anchor on the first piece of each mark and number on the last one, over all paragraphs. */
const withEnds = (paragraphs: Paragraph[]): Paragraph[] => {
  const firstOf = new Map<number, Piece>();
  const lastOf = new Map<number, Piece>();
  for (const { pieces } of paragraphs)
    for (const piece of pieces)
      if (piece.kind === 'text' && piece.mark && piece.text.trim() !== '') {
        if (!firstOf.has(piece.mark.n)) firstOf.set(piece.mark.n, piece);
        lastOf.set(piece.mark.n, piece);
      }
  return paragraphs.map((p) => ({
    ...p,
    pieces: p.pieces.map((piece) =>
      piece.kind === 'text' && piece.mark
        ? {
            ...piece,
            first: firstOf.get(piece.mark.n) === piece,
            last: lastOf.get(piece.mark.n) === piece,
          }
        : piece,
    ),
  }));
};

/** The letter's own text as paragraphs of a sheet; every character is kept, only its place on the sheet is guessed. */
export const paragraphsOf = (letter: LetterReading, numbered: Numbered): readonly Paragraph[] => {
  const { text } = letter;
  const to = /(^|\n)[ \t*]*kính\s*gửi/iu.exec(text);
  const toStart = to ? to.index : -1;
  const lastRecipient = Math.max(toStart, ...letter.recipients.map((r) => r.from.end));
  const tail = /\n[ \t*_]*nơi\s*nhận[ \t*_]*:/iu.exec(text);
  const tailStart = tail ? tail.index : Number.POSITIVE_INFINITY;
  const signer = letter.signer.from;
  const kindOf = (start: number, end: number, bold: boolean, words: string): ParagraphKind => {
    if (signer && start < signer.end && end > signer.start) return 'sign';
    if (start >= tailStart) return 'foot';
    if (toStart >= 0 && end <= toStart + 1) return 'head';
    if (toStart >= 0 && start <= lastRecipient) return 'to';
    return bold || (/^\s*\d{1,2}\./.test(words) && words.trim().length < 90) ? 'title' : 'body';
  };
  return withEnds(
    rangesOf(text).map((range) => {
      const [start, end] = range;
      const { pieces, bold } = piecesOf(text, range, numbered);
      const words = text.slice(start, end);
      const kind = kindOf(start, end, bold, words);
      const short = words.split('\n').every((line) => line.trim().length <= SHORT);
      return { kind, keepLines: kind === 'sign' || kind === 'foot' || (kind === 'head' && short), pieces };
    }),
  );
};
