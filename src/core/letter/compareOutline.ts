import { withoutMarks } from '../kernel/search.ts';
import { matchOutline } from './matchOutline.ts';

type Section = { readonly id: string; readonly title: string };
export type KnownOutline = {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly string[];
  readonly sections: readonly Section[];
};

export type OutlineComparison = {
  /** Addressees of the letter who fill this outline. */
  readonly recipients: readonly string[];
  readonly outline: { readonly id: string; readonly title: string };
  /** Each part that the file names, with the section that answers it; null: the outline has none. */
  readonly parts: readonly { readonly title: string; readonly section: Section | null }[];
  /** Sections that the file does not name. */
  readonly unnamed: readonly Section[];
};

/** Whether words of a letter mean communes: "UBND các xã, thị trấn". */
export const meansCommunes = (texts: readonly string[]): boolean =>
  texts.some((text) => /\b(xa|phuong|thi tran|dac khu)\b/.test(withoutMarks(text)));

/** What an outline from a file asks beside the outlines that the units of each group fill. */
export const compareOutline = (
  titles: readonly string[],
  recipients: readonly string[],
  outlines: readonly KnownOutline[],
): readonly OutlineComparison[] =>
  outlines.flatMap((known) => {
    const who = recipients.filter((text) => meansCommunes([text]) === known.kinds.includes('commune'));
    // Nobody of this kind is written to; a letter without addressees may mean everybody.
    if (recipients.length > 0 && who.length === 0) return [];
    const match = matchOutline(titles, known.sections);
    const sectionOf = (id: string | null | undefined): Section | null => {
      const found = known.sections.find((s) => s.id === id);
      return found ? { id: found.id, title: found.title } : null;
    };
    return [
      {
        recipients: who,
        outline: { id: known.id, title: known.title },
        parts: titles.map((title, at) => ({ title, section: sectionOf(match.parts[at]) })),
        unnamed: match.unnamed.flatMap((id) => sectionOf(id) ?? []),
      },
    ];
  });
