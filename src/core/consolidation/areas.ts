import type { Section, Template } from '../template/template.ts';

const flat = (sections: readonly Section[]): readonly Section[] =>
  sections.flatMap((s) => [s, ...flat(s.children ?? [])]);

const allSections = (template: Template): readonly Section[] =>
  template.outlines.flatMap((o) => flat(o.sections));

/** The field each form belongs to: that of the section it stands in. Forms of no field are nobody's but the whole's. */
export const areaOfForms = (template: Template): ReadonlyMap<string, string | null> => {
  const areas = new Map<string, string | null>();
  for (const section of allSections(template))
    for (const id of section.forms ?? []) areas.set(id, section.area ?? null);
  return areas;
};

/** Fields in the order of the outlines, with the words of the first section that names each. */
export const areasOf = (template: Template): readonly { readonly area: string; readonly title: string }[] => {
  const found = new Map<string, string>();
  for (const section of allSections(template))
    if (section.area !== undefined && !found.has(section.area)) found.set(section.area, section.title);
  return [...found].map(([area, title]) => ({ area, title }));
};
