import type { UnitSection } from '../../../core/template/outline.ts';

/** 'II.2': the numbers of the outline from the top, as they are spoken of. */
export const fullNumber = (sections: readonly UnitSection[], section: UnitSection): string => {
  const parent = sections.find((s) => s.id === section.parentId);
  return parent ? `${fullNumber(sections, parent)}.${section.number}` : section.number;
};

/** Sections that hold something, in reading order: what the arrows beside the title lead through. */
export const workSections = (sections: readonly UnitSection[]): readonly UnitSection[] =>
  sections.filter((s) => s.applicability === 'asked' || s.applicability === 'optional');

/** A section with everything under it. */
export const withInner = (sections: readonly UnitSection[], section: UnitSection): readonly UnitSection[] => [
  section,
  ...sections.filter((s) => s.parentId === section.id).flatMap((s) => withInner(sections, s)),
];

/** '3f9a 07c1 …': groups of four, so that it can be read aloud and compared by eye. */
export const inFours = (hash: string): string => hash.replace(/(.{4})(?=.)/g, '$1 ');

const lastWord = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;
/** Colleagues speak of each other by the given name, which stands last. */
export const given = (name: string | undefined): string | undefined => name && lastWord(name);
