import { withoutMarks } from '../kernel/search.ts';

const known = new Map<string, string>();
const MOST = 2000;
const LONGEST = 4000;

/** Words without marks, in lower case. The same headings and addressees are asked for over and over. */
export const plain = (words: string): string => {
  const before = known.get(words);
  if (before !== undefined) return before;
  const found = withoutMarks(words);
  if (words.length > LONGEST) return found;
  // Bounded: a hostile text may hold any number of headings.
  if (known.size >= MOST) known.clear();
  known.set(words, found);
  return found;
};
