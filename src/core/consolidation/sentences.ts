import { withoutMarks } from '../kernel/search.ts';

/** One sentence that a unit wrote. */
export type Sentence = { readonly unitId: string; readonly section: string; readonly text: string };
/** Sentences that say nearly the same, under the longest of them. */
export type SentenceGroup = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The same words with other figures: nobody's figure may stand for all. */
  readonly figuresDiffer: boolean;
};

const ABBREVIATION = /(?:^|[\s(])(?:TP|TX|TT|Tp|Th|PGS|GS|TS|ThS|BS|v\.v|\p{L}|\d{1,3})\.$/u;

/** Sentences of a plain text: lines apart, signs of lists taken away, abbreviations and numbers not torn. */
export const sentencesOf = (plain: string): readonly string[] =>
  plain
    .normalize('NFC')
    .split('\n')
    // Cells of a table are no sentences.
    .filter((line) => !line.includes('\t'))
    .flatMap((line) => {
      const found: string[] = [];
      let open = '';
      for (const part of line.replace(/^\s*(?:[-+•*]|\d{1,2}[.)])\s+/, '').split(/(?<=[.!?;…])\s+/)) {
        open = open ? `${open} ${part}` : part;
        if (ABBREVIATION.test(open)) continue;
        found.push(open);
        open = '';
      }
      return open ? [...found, open] : found;
    })
    .map((s) => s.trim())
    .filter((s) => /\p{L}{2}/u.test(s) && s.length >= 8);

/** What of a sentence tells it apart: no marks, no figures (each commune has its own), no names of communes. */
const wordsOf = (text: string): readonly string[] =>
  withoutMarks(text)
    .replace(/(?:ubnd |dang uy |hdnd )?(?:xa|thi tran|phuong) (?:[a-z]+ ){0,2}/g, 'xa ')
    .replace(/\d+(?:[.,/]\d+)*%?/g, '#')
    .split(/[^a-z#]+/)
    .filter((w) => w !== '');

const figuresOf = (text: string): string =>
  (text.match(/\d+(?:[.,/]\d+)*/g) ?? []).map((n) => n.replace(/^0+(?=\d)/, '')).join(' ');

const pairsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.length < 2 ? words : words.slice(1).map((w, at) => `${words[at]} ${w}`));

const hash = (text: string, seed: number): number => {
  let h = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
};

const ROWS = 2;
const BANDS = 10;
/** Shares of pairs of words that two sentences must have in common to be folded. */
const ALIKE = 0.7;

const signatureOf = (pairs: ReadonlySet<string>): readonly string[] => {
  const least: number[] = Array.from({ length: ROWS * BANDS }, () => 0xffffffff);
  for (const pair of pairs)
    for (let i = 0; i < least.length; i++) least[i] = Math.min(least[i]!, hash(pair, i));
  return Array.from({ length: BANDS }, (_, b) => `${b}:${least.slice(b * ROWS, b * ROWS + ROWS).join(',')}`);
};

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  const all = a.size + b.size - common;
  return all === 0 ? 1 : common / all;
};

/**
 * Folds sentences that say nearly the same: what twenty communes copied from one circular is read once. Candidates
 * meet in the bands of a MinHash, so that a country's sentences are not each compared with each.
 */
export const foldAlike = (sentences: readonly Sentence[]): readonly SentenceGroup[] => {
  const groups: { pairs: ReadonlySet<string>; members: Sentence[] }[] = [];
  const bands = new Map<string, number[]>();
  const same = new Map<string, number>();
  for (const sentence of sentences) {
    const words = wordsOf(sentence.text);
    const exact = words.join(' ');
    const known = same.get(exact);
    if (known !== undefined) {
      groups[known]?.members.push(sentence);
      continue;
    }
    const pairs = pairsOf(words);
    const signature = signatureOf(pairs);
    const candidates = new Set(signature.flatMap((band) => bands.get(band) ?? []));
    const found = [...candidates].find((at) => likeness(groups[at]!.pairs, pairs) >= ALIKE);
    const at = found ?? groups.length;
    if (found === undefined) {
      groups.push({ pairs, members: [] });
      for (const band of signature) bands.set(band, [...(bands.get(band) ?? []), at]);
    }
    groups[at]!.members.push(sentence);
    same.set(exact, at);
  }
  return groups
    .map(({ members }) => ({
      text: members.reduce((a, b) => (b.text.length > a.text.length ? b : a)).text,
      sentences: members,
      figuresDiffer: new Set(members.map((m) => figuresOf(m.text))).size > 1,
    }))
    .sort((a, b) => b.sentences.length - a.sentences.length);
};
