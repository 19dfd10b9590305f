import type { UnitSection } from '../template/outline.ts';
import { core, likeness, wordsOf } from '../template/titleWords.ts';
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
  /^(?:(?:phan|muc)\s+)?(?:([ivx]{1,5}|[a-hk]|\d{1,2}(?:\.\d{1,2}){0,3})\s{0,2}[./):-]\s{0,4}|\(\s?([ivx]{1,5}|\d{1,2}|[a-hk])\s?\)\s{0,4}|([ivx]{1,5})\s+(?=\S))|^(?:phan|muc)\s+(?:thu\s+)?([ivx]{1,5}|\d{1,2})\s*$/;
/** "PHẦN II" over its title. */
const ALONE = /^\s*(?:phan|muc)\s+(?:thu\s+)?(?:[ivx]{1,5}|\d{1,2})\s*$/;
/** A line that opens an item of its own is no second line of a heading. */
const ITEM = /^\s*(?:[ivx]{1,5}|[a-hk]|\d{1,2}(?:\.\d{1,2}){0,3})\s{0,2}[./)]\s{0,4}(?=\S)|^\s*[-+]\s/;

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
    if (n > 0 && ITEM.test(source.bare.slice(last.start, Math.min(last.end, last.start + 24)))) break;
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

const ROMAN: Readonly<Record<string, string>> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
};
/** "6." and "VI." are one number. */
const plainNumber = (label: string): string => ROMAN[label] ?? label;

/** Titles that hold every word of a shortened heading: "Phương hướng" is part VI if no other title has both words. */
const holders = (titles: readonly Title[], reach: Reach): readonly number[] =>
  reach.kernel.length < 2
    ? []
    : titles.flatMap((t, at) => (reach.kernel.every((w) => t.kernel.has(w)) ? [at] : []));

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
    if (
      looked > MOST_LINES ||
      !(opening.some((w) => known.has(w)) || ALONE.test(source.bare.slice(line.start, line.end)))
    )
      return;
    looked++;
    const indent = /^[\s-]*/.exec(source.flat.slice(line.start, line.end))?.[0].length ?? 0;
    const start = line.start + indent;
    const marker = MARKER.exec(source.bare.slice(start, Math.min(line.end, start + 60)));
    const label = marker?.[1] ?? marker?.[2] ?? marker?.[3] ?? marker?.[4];
    const reaches = reachesOf(source, lines, at, start + (marker?.[0].length ?? 0));
    const isItem = marker !== null || indent > 0;
    const short = reaches.find((reach) => (isItem || reach.inline) && holders(titles, reach).length === 1);
    const shortOf = short ? holders(titles, short)[0] : undefined;
    titles.forEach((title, section) => {
      // "1.2" and "II.1" speak of the last of their numbers.
      const own =
        label !== undefined &&
        (plainNumber(label) === plainNumber(title.number) || label.split('.').at(-1) === title.number);
      const { score, end } = best(reaches, title);
      if (short && shortOf === section && (marker !== null || short.inline) && score < UNMARKED) {
        found.push({ section, start: line.start, end: short.end, score: UNMARKED });
        return;
      }
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
