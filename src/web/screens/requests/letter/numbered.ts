import type { ChosenWords } from '../../../../core/campaign/request.ts';
import { groupDeadlines } from '../../../../core/letter/groupDeadlines.ts';
import type { From, LetterReading } from '../../../../core/letter/reading.ts';

/** Words of the letter that a value was read from; several values may share them. */
export type Mark = {
  readonly n: number;
  readonly start: number;
  readonly end: number;
  readonly keys: readonly string[];
};
/** A value that the letter leaves open; `at` is where it would stand, null when nowhere in particular. */
export type Gap = { readonly n: number; readonly at: number | null; readonly key: string };

export type Numbered = {
  readonly marks: readonly Mark[];
  readonly gaps: readonly Gap[];
  readonly numbers: ReadonlyMap<string, number>;
};

const NONE: readonly ChosenWords[] = [];
export const NO_LETTER: Numbered = { marks: [], gaps: [], numbers: new Map() };

/** The deadline of all, and those of groups that have their own. */
const deadlineKeys = (letter: LetterReading): [string, From][] => {
  const { general, own } = groupDeadlines(letter);
  return [
    ...(general ? [['deadline', general.from] as [string, From]] : []),
    ...[...own].map(([text, d]): [string, From] => [`deadline:${text}`, d.from]),
  ];
};

const keysOf = (letter: LetterReading): [string, From | null][] => [
  ['number', letter.number.from],
  ['symbol', letter.symbol.from],
  ['place', letter.place.from],
  ['date', letter.date.from],
  ['subject', letter.subject.from],
  ['period', letter.period.from],
  ...letter.recipients.map((r): [string, From] => [`recipient:${r.text}`, r.from]),
  ...letter.legalBases.map((b): [string, From] => [`basis:${b.kind} ${b.number ?? ''}`, b.from]),
  ...letter.groups.flatMap((g, at) => g.parts.map((p): [string, From] => [`part:${at}.${p.order}`, p.from])),
  ...letter.leads.map((l): [string, From] => [`lead:${l.field}`, l.from]),
  ...letter.windows.slice(0, 1).map((w): [string, From] => ['window', w.words]),
  ['receiver', letter.receiver.from],
  ...deadlineKeys(letter),
  ['signer', letter.signer.from],
];

/** Where a blank stands in the line: the number before its symbol, the day after 'ngày' of the place's line. */
const placeOfGap = (letter: LetterReading, key: string): number | null => {
  if (key === 'number') {
    const symbol = letter.symbol.from;
    if (!symbol) return null;
    // The stroke belongs to the symbol: 'Số: … /UBND-NV'.
    return letter.text.charAt(symbol.start - 1) === '/' ? symbol.start - 1 : symbol.start;
  }
  if (key === 'date' && letter.place.from) {
    const after = letter.place.from.end;
    const word = /ngày[ \t\u00a0]*/u.exec(letter.text.slice(after, after + 40));
    return word ? after + word.index + word[0].length : null;
  }
  return null;
};

/** What a request cannot do without; a letter that leaves it out shows the gap on both sides. */
const NEEDED = ['number', 'date', 'subject', 'deadline', 'window', 'signer'] as const;

/** One number per value in the order of the letter; values read from the same words share theirs. */
export const numberValues = (letter: LetterReading, chosen: readonly ChosenWords[] = NONE): Numbered => {
  // Words that a person chose stand in place of those the value was read from.
  const own = new Set(chosen.map((c) => c.key));
  const found = [
    ...keysOf(letter).flatMap(([key, from]) =>
      from && !own.has(key) ? [{ key, start: from.start, end: from.end }] : [],
    ),
    ...chosen.filter((c) => c.end <= letter.text.length),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const spans: { start: number; end: number; keys: string[] }[] = [];
  for (const { key, start, end } of found) {
    const last = spans.at(-1);
    if (last && end <= last.end) last.keys.push(key);
    else if (last && start < last.end) spans.push({ start: last.end, end, keys: [key] });
    else spans.push({ start, end, keys: [key] });
  }
  const known = new Set(found.map((f) => f.key));
  const blanks = NEEDED.filter((key) => !known.has(key)).map((key) => ({
    key,
    at: placeOfGap(letter, key),
  }));
  const order = [
    ...spans.map((span) => ({ at: span.start, span, key: undefined })),
    ...blanks.map((b) => ({ at: b.at ?? Number.POSITIVE_INFINITY, span: undefined, key: b.key })),
  ].sort((a, b) => a.at - b.at);
  const marks: Mark[] = [];
  const gaps: Gap[] = [];
  const numbers = new Map<string, number>();
  order.forEach(({ at, span, key }, index) => {
    const n = index + 1;
    if (span) {
      marks.push({ n, ...span });
      for (const each of span.keys) if (!numbers.has(each)) numbers.set(each, n);
    } else if (key) {
      gaps.push({ n, at: Number.isFinite(at) ? at : null, key });
      numbers.set(key, n);
    }
  });
  return { marks, gaps, numbers };
};
