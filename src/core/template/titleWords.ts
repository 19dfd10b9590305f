import { withoutMarks } from '../kernel/search.ts';

/** Words of titles as people write them: short forms opened, small words left out. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bcchc\b/g, 'cai cach hanh chinh'],
  [/\btthc\b/g, 'thu tuc hanh chinh'],
  [/\bhcnn\b/g, 'hanh chinh nha nuoc'],
  [/\bkt\s?-?\s?xh\b/g, 'kinh te xa hoi'],
  [/\bcqdt\b/g, 'chinh quyen dien tu'],
  [/\bcqs\b/g, 'chinh quyen so'],
  [/\bcntt\b/g, 'cong nghe thong tin'],
];
/** Words that headings put in or leave out at will. */
const FILLERS = new Set([
  've',
  'cong',
  'tac',
  'cua',
  'cac',
  'va',
  'nhung',
  'mot',
  'so',
  'tren',
  'ket',
  'qua',
  'thuc',
  'hien',
]);

const ANY_SHORT = /\b(?:cchc|tthc|hcnn|kt\s?-?\s?xh|cqdt|cqs|cntt)\b/;

export const wordsOf = (bare: string): string[] => {
  let text = bare;
  if (ANY_SHORT.test(text)) for (const [short, long] of SHORT) text = text.replace(short, long);
  // "05 lĩnh vực" and "5 lĩnh vực".
  return (text.match(/[a-z0-9]+/g) ?? []).map((w) => w.replace(/^0+(?=\d)/, ''));
};
/** The words that matter, each once. */
export const core = (words: readonly string[]): string[] => {
  const kept = new Set(words.filter((w) => !FILLERS.has(w)));
  return [...(kept.size > 1 ? kept : new Set(words))];
};

/** Share of words in common, from 0 to 1. */
export const likeness = (title: ReadonlySet<string>, kernel: readonly string[]): number => {
  let common = 0;
  for (const word of kernel) if (title.has(word)) common++;
  return title.size + kernel.length === 0 ? 0 : (2 * common) / (title.size + kernel.length);
};

/** How alike two titles are, from 0 to 1, whatever small words either leaves out. */
export const titleLikeness = (a: string, b: string): number =>
  likeness(new Set(core(wordsOf(withoutMarks(a)))), core(wordsOf(withoutMarks(b))));
