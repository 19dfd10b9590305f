import { titleLikeness } from '../template/titleWords.ts';

export type OutlineMatch = {
  /** For each part that the letter or its outline names: the section that answers it, or none. */
  readonly parts: readonly (string | null)[];
  /** Sections that nothing names. */
  readonly unnamed: readonly string[];
};

const ALIKE = 0.5;

/**
 * Which section of an outline answers which part: the most alike first, each once. Where both sides are as many, what
 * is left over pairs up in its place: "Kết quả 05 lĩnh vực" is the second part under any title.
 */
export const matchOutline = (
  titles: readonly string[],
  sections: readonly { readonly id: string; readonly title: string }[],
): OutlineMatch => {
  const pairs = titles
    .flatMap((title, part) =>
      sections.map((s, section) => ({ part, section, score: titleLikeness(title, s.title) })),
    )
    .filter((p) => p.score >= ALIKE)
    .sort((a, b) => b.score - a.score || a.part - b.part || a.section - b.section);
  const parts: (string | null)[] = titles.map(() => null);
  const taken = new Set<number>();
  const put = (part: number, section: number): void => {
    const id = sections[section]?.id;
    if (id === undefined || parts[part] !== null || taken.has(section)) return;
    parts[part] = id;
    taken.add(section);
  };
  for (const { part, section } of pairs) put(part, section);
  if (titles.length === sections.length) for (const at of titles.keys()) put(at, at);
  return { parts, unnamed: sections.filter((_, at) => !taken.has(at)).map((s) => s.id) };
};
