import { withoutMarks } from '../kernel/search.ts';
import type { Form, Outline, Section, Template } from './template.ts';

/** Where a section stands: its parent (undefined at the top), its brothers, and its place among them. */
export type Standing = {
  readonly section: Section;
  readonly parent: Section | undefined;
  readonly brothers: readonly Section[];
  readonly index: number;
};

export const standingOf = (
  sections: readonly Section[],
  id: string,
  parent?: Section,
): Standing | undefined => {
  const index = sections.findIndex((s) => s.id === id);
  const section = sections[index];
  if (section) return { section, parent, brothers: sections, index };
  for (const each of sections) {
    const found = standingOf(each.children ?? [], id, each);
    if (found) return found;
  }
  return undefined;
};

/** A section without children has no list of them: templates are compared as they are written. */
export const withChildren = (section: Section, children: readonly Section[]): Section => {
  const { children: _, ...rest } = section;
  return children.length > 0 ? { ...rest, children } : rest;
};

/** Puts another list in the place of a parent's children; null is the top. */
export const withBrothers = (
  sections: readonly Section[],
  parentId: string | null,
  brothers: readonly Section[],
): readonly Section[] => {
  if (parentId === null) return brothers;
  return sections.map((section) => {
    if (section.id === parentId) return withChildren(section, brothers);
    if (!section.children) return section;
    return withChildren(section, withBrothers(section.children, parentId, brothers));
  });
};

export const everySection = (sections: readonly Section[]): readonly Section[] =>
  sections.flatMap((s) => [s, ...everySection(s.children ?? [])]);

export const withOutline = (template: Template, outline: Outline): Template => ({
  ...template,
  outlines: template.outlines.map((o) => (o.id === outline.id ? outline : o)),
});

export const withForm = (template: Template, form: Form): Template => ({
  ...template,
  forms: template.forms.map((f) => (f.id === form.id ? form : f)),
});

/** 'Số hồ sơ trễ hạn' → 'so-ho-so-tre-han', another when that is taken. Ids are keys of cells: they never change. */
export const freeId = (title: string, taken: ReadonlySet<string>): string => {
  const words = withoutMarks(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const base = words.slice(0, 40).replace(/-$/, '') || 'muc';
  if (!taken.has(base) && base !== 'total') return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
};
