import type { UnitSection } from '../template/outline.ts';
import type { Source } from './source.ts';

/** A line of the file that may open a section of the outline. */
export type Candidate = {
  /** Place of the section in the outline. */
  readonly section: number;
  readonly start: number;
  /** Behind the title: what follows belongs to the section. */
  readonly end: number;
  readonly score: number;
};

const MARKER =
  /^(?:(?:phan|muc)\s+)?(?:([ivx]{1,5}|[a-hk]|\d{1,2}(?:\.\d{1,2}){0,3})\s{0,2}[./):-]\s{0,4}|\(\s?([ivx]{1,5}|\d{1,2}|[a-hk])\s?\)\s{0,4}|([ivx]{1,5})\s+(?=\S))/;

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bcchc\b/g, 'cai cach hanh chinh'],
  [/\btthc\b/g, 'thu tuc hanh chinh'],
  [/\bhcnn\b/g, 'hanh chinh nha nuoc'],
  [/\bkt\s?-\s?xh\b/g, 'kinh te xa hoi'],
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

const ANY_SHORT = /\b(?:cchc|tthc|hcnn|kt\s?-\s?xh|cqdt|cqs|cntt)\b/;

const wordsOf = (bare: string): string[] => {
  let text = bare;
  if (ANY_SHORT.test(text)) for (const [short, long] of SHORT) text = text.replace(short, long);
  return text.match(/[a-z0-9]+/g) ?? [];
};
/** The words that matter, each once. */
const core = (words: readonly string[]): string[] => {
  const kept = new Set(words.filter((w) => !FILLERS.has(w)));
  return [...(kept.size > 1 ? kept : new Set(words))];
};

/** Share of words in common, from 0 to 1. */
const likeness = (title: ReadonlySet<string>, kernel: readonly string[]): number => {
  let common = 0;
  for (const word of kernel) if (title.has(word)) common++;
  return title.size + kernel.length === 0 ? 0 : (2 * common) / (title.size + kernel.length);
};

/** How alike two titles are, from 0 to 1, whatever small words either leaves out. */
export const titleLikeness = (a: string, b: string, bare: (text: string) => string): number =>
  likeness(new Set(core(wordsOf(bare(a)))), core(wordsOf(bare(b))));

export type Line = { readonly start: number; readonly end: number };

export const linesOf = (flat: string): Line[] => {
  const lines: Line[] = [];
  let at = 0;
  for (const raw of flat.split('\n')) {
    if (raw.trim() !== '') lines.push({ start: at, end: at + raw.length });
    at += raw.length + 1;
  }
  return lines;
};

const LONGEST = 320;
/** A report of 500 pages has some 20,000 lines; far fewer of them say a word of a title. */
const MOST_LINES = 12_000;
const NUMBERED = 0.45;
const MARKED = 0.72;
const UNMARKED = 0.9;

type Title = { readonly number: string; readonly kernel: ReadonlySet<string> };

const titleOf = (bare: (text: string) => string, section: UnitSection): Title => ({
  number: bare(section.number),
  kernel: new Set(core(wordsOf(bare(section.title)))),
});

/** What could be the title after a marker: one line, or wrapped over up to three; or what stands before a colon. */
type Reach = { readonly end: number; readonly kernel: readonly string[]; readonly inline: boolean };

const reachesOf = (source: Source, lines: readonly Line[], at: number, words: number): Reach[] => {
  const reaches: Reach[] = [];
  const first = lines[at];
  if (!first) return reaches;
  for (let n = 0; n < 3; n++) {
    const last = lines[at + n];
    if (!last || last.end - words > LONGEST) break;
    // A blank line ends a heading.
    if (n > 0 && /\n\s*\n/.test(source.flat.slice(lines[at + n - 1]?.end ?? 0, last.start + 1))) break;
    reaches.push({ end: last.end, kernel: core(wordsOf(source.bare.slice(words, last.end))), inline: false });
  }
  // "1. Cải cách thể chế: Trong kỳ, …": the title, then its words on the same line.
  const head = source.bare.slice(words, Math.min(first.end, words + 200));
  for (const stop of [...head.matchAll(/[:.]\s+(?=\S)/g)].slice(0, 3))
    reaches.push({
      end: words + stop.index + 1,
      kernel: core(wordsOf(head.slice(0, stop.index))),
      inline: true,
    });
  return reaches;
};

const best = (reaches: readonly Reach[], title: Title): { score: number; end: number } => {
  let found = { score: 0, end: 0 };
  for (const { end, kernel, inline } of reaches) {
    // Two lists of words that differ much in length cannot be alike.
    if (kernel.length > title.kernel.size * 4 + 4) continue;
    const score = likeness(title.kernel, kernel);
    if (score > found.score && (!inline || score >= 0.8)) found = { score, end };
  }
  return found;
};

/** Every line that could open a section, with how sure that is: marker, words of the title, and both together. */
export const candidatesOf = (
  source: Source,
  lines: readonly Line[],
  sections: readonly UnitSection[],
  bare: (text: string) => string,
): Candidate[] => {
  const titles = sections.map((s) => titleOf(bare, s));
  const known = new Set(titles.flatMap((t) => [...t.kernel]));
  const found: Candidate[] = [];
  let looked = 0;
  lines.forEach((line, at) => {
    // Most lines share no word with any title; a file of headings only is bounded, so that it costs a moment.
    const opening = wordsOf(source.bare.slice(line.start, Math.min(line.end, line.start + 80)));
    if (looked > MOST_LINES || !opening.some((w) => known.has(w))) return;
    looked++;
    const indent = /^[\s-]*/.exec(source.flat.slice(line.start, line.end))?.[0].length ?? 0;
    const start = line.start + indent;
    const marker = MARKER.exec(source.bare.slice(start, Math.min(line.end, start + 60)));
    const label = marker?.[1] ?? marker?.[2] ?? marker?.[3];
    const reaches = reachesOf(source, lines, at, start + (marker?.[0].length ?? 0));
    titles.forEach((title, section) => {
      // "1.2" and "II.1" speak of the last of their numbers.
      const own = label !== undefined && (label === title.number || label.split('.').at(-1) === title.number);
      const { score, end } = best(reaches, title);
      const needed = own ? NUMBERED : marker ? MARKED : UNMARKED;
      if (score >= needed)
        found.push({ section, start: line.start, end, score: score + (own ? 0.35 : marker ? 0.1 : 0) });
    });
  });
  return found;
};

/** The headings in the order of the outline that fit best together: the heaviest rising chain. */
export const chain = (candidates: readonly Candidate[]): Candidate[] => {
  const all = [...candidates]
    .sort((a, b) => b.score - a.score)
    .slice(0, 1200)
    .sort((a, b) => a.start - b.start || a.section - b.section);
  const weight: number[] = [];
  const before: number[] = [];
  let top = -1;
  all.forEach((c, i) => {
    weight[i] = c.score;
    before[i] = -1;
    for (let j = 0; j < i; j++) {
      const p = all[j];
      if (p && p.section < c.section && p.end <= c.start && (weight[j] ?? 0) + c.score > (weight[i] ?? 0)) {
        weight[i] = (weight[j] ?? 0) + c.score;
        before[i] = j;
      }
    }
    if (top < 0 || (weight[i] ?? 0) > (weight[top] ?? 0)) top = i;
  });
  const result: Candidate[] = [];
  for (let i = top; i >= 0; i = before[i] ?? -1) {
    const c = all[i];
    if (c) result.unshift(c);
  }
  // A heading that says its title plainly but stands elsewhere in the file is one all the same.
  for (const c of [...candidates].sort((a, b) => b.score - a.score)) {
    if (c.score < 0.99) break;
    if (result.some((r) => r.section === c.section || (c.start < r.end && r.start < c.end))) continue;
    result.push(c);
  }
  return result.sort((a, b) => a.start - b.start);
};
