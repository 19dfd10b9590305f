import type { Block } from './blocks.ts';
import type { ReadPart } from './reading.ts';
import { cite, type Source, squash } from './source.ts';

/** "(nếu có)": the part may stay empty. */
const OPTIONAL = /\s*\(\s*nếu\s+có\s*\)/iu;
const CITATION = /\s*\((?:tại|theo|ban hành|kèm theo|căn cứ|quy định)[^()]*(?:\([^()]*\)[^()]*)*\)/iu;
const NUMBERED = /\(\d{1,2}\)\s{0,3}/u;

const tidy = (words: string): string =>
  squash(words)
    .replace(/^[-–+:;.,\s]+/u, '')
    .replace(/[\s;:.,/]+$/u, '');

const fieldsOf = (words: string): string[] => {
  if (NUMBERED.test(words))
    return words
      .split(/\(\d{1,2}\)\s{0,3}/u)
      .map(tidy)
      .filter((w) => w.length > 2);
  const clauses = words
    .split(';')
    .map(tidy)
    .filter((w) => w.length > 2);
  return clauses.length > 1 ? clauses : [];
};

/** One part of an outline from its item: the title before ":" or ";", numbered clauses or sub-items as fields. */
export const partOf = (
  source: Source,
  block: Block,
  inner: readonly Block[],
  order: number,
): ReadPart | undefined => {
  const raw = source.flat.slice(block.words, block.end);
  const colon = /:(?!\d)/.exec(raw)?.index ?? -1;
  const firstSentence = /[.;](?=\s+['"(]?\p{Lu})/u.exec(raw)?.index ?? raw.length;
  const numbered = /\(1\)/.exec(raw)?.index ?? -1;
  let cut = raw.length;
  if (colon > 0 && colon < 260) cut = colon;
  if (numbered > 0 && numbered < cut) cut = numbered;
  if (firstSentence > 8 && firstSentence < cut) cut = firstSentence;
  const head = raw.slice(0, cut);
  const optional = OPTIONAL.test(head);
  const citation = CITATION.exec(head);
  const titleEnd = citation ? citation.index : head.length;
  const title = tidy(head.replace(OPTIONAL, (m) => ' '.repeat(m.length)).slice(0, titleEnd));
  if (title.length < 3 || title.length > 400) return undefined;
  const own = cut < raw.length && cut !== firstSentence ? fieldsOf(raw.slice(cut + 1)) : [];
  const shallow = inner.filter((b) => b.level === inner[0]?.level && b.depth === inner[0]?.depth);
  const fields = own.length
    ? own
    : shallow
        .map((b) => {
          const words = source.flat.slice(b.words, b.end);
          const stop = /[.:;](?=\s|$)/u.exec(words)?.index ?? words.length;
          return tidy(words.slice(0, stop).replace(OPTIONAL, ''));
        })
        .filter((w) => w.length > 2);
  const spanEnd = optional ? block.words + head.length : block.words + titleEnd;
  const from = cite(source, block.words, spanEnd);
  const trimmed = from.text.replace(/[\s;:.,/]+$/u, '').length;
  return {
    order,
    title,
    ...(fields.length ? { fields } : {}),
    ...(optional ? { optional: true as const } : {}),
    from: { ...from, end: from.start + trimmed, text: from.text.slice(0, trimmed) },
  };
};
