import type { UnitSection } from './outline.ts';

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
