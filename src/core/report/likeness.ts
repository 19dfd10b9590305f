/** Fewer words than this say the same thing in every report without being copied. */
const FEWEST_WORDS = 12;
const RUN = 3;

/** From here on a text counts as carried over: a year and a number or two changed, the rest as it was (C6). */
export const COPIED_FROM = 85;

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const runsOf = (words: readonly string[]): Map<string, number> => {
  const runs = new Map<string, number>();
  for (let i = 0; i + RUN <= words.length; i++) {
    const run = words.slice(i, i + RUN).join(' ');
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
};

/**
 * How much of two texts is the same, in whole percent: runs of three words that both have, of all that they have.
 * Undefined when the text is too short to tell. 100 only when every run is the same.
 */
export const likeness = (text: string, before: string): number | undefined => {
  const words = wordsOf(text);
  if (words.length < FEWEST_WORDS) return undefined;
  const [here, there] = [runsOf(words), runsOf(wordsOf(before))];
  let [same, all] = [0, 0];
  for (const [run, n] of here) {
    same += 2 * Math.min(n, there.get(run) ?? 0);
    all += n;
  }
  for (const n of there.values()) all += n;
  return Math.floor((100 * same) / all);
};
