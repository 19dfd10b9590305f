import { type Edit, type Edited, gone, type SectionSet, shifted, withSet } from './edit.ts';
import { renumbered } from './numbering.ts';
import {
  everySection,
  freeId,
  type Standing,
  standingOf,
  withBrothers,
  withChildren,
  withOutline,
} from './place.ts';
import type { Outline, Section, Template } from './template.ts';

type Of<D extends Edit['do']> = Extract<Edit, { readonly do: D }>;

const outlineOf = (template: Template, id: string): Outline | undefined =>
  template.outlines.find((o) => o.id === id);

/** The template without the forms that no outline shows any more. */
export const withoutUnused = (template: Template): Template => {
  const used = new Set(
    template.outlines.flatMap((o) => everySection(o.sections)).flatMap((s) => s.forms ?? []),
  );
  return { ...template, forms: template.forms.filter((f) => used.has(f.id)) };
};

export const changeOutlines = (
  template: Template,
  edit: Of<'outline-copy' | 'outline-change' | 'outline-remove'>,
): Edited => {
  if (edit.do === 'outline-copy') {
    const from = outlineOf(template, edit.from);
    if (!from) return gone('outline');
    const id = freeId(edit.title, new Set(template.outlines.map((o) => o.id)));
    const outline = { ...from, id, title: edit.title, kinds: edit.kinds };
    return { template: { ...template, outlines: [...template.outlines, outline] }, about: edit.title };
  }
  const outline = outlineOf(template, edit.outline);
  if (!outline) return gone('outline');
  if (edit.do === 'outline-change')
    return {
      template: withOutline(template, { ...outline, title: edit.title, kinds: edit.kinds }),
      about: edit.title,
    };
  if (template.outlines.length === 1) return { refusal: { code: 'template.lastOutline' } };
  return {
    template: withoutUnused({
      ...template,
      outlines: template.outlines.filter((o) => o.id !== outline.id),
    }),
    about: outline.title,
  };
};

/** New brothers in place of the old ones, numbered anew. */
const arranged = (
  outline: Outline,
  parent: Section | undefined,
  was: readonly Section[],
  brothers: readonly Section[],
): Outline => ({
  ...outline,
  sections: withBrothers(outline.sections, parent?.id ?? null, renumbered(brothers, was, parent)),
});

const addSection = (template: Template, edit: Of<'section-add'>): Edited => {
  const outline = outlineOf(template, edit.outline);
  const parent =
    edit.parent === null ? undefined : outline && standingOf(outline.sections, edit.parent)?.section;
  if (!outline || (edit.parent !== null && !parent)) return gone('section');
  const brothers = parent ? (parent.children ?? []) : outline.sections;
  const taken = new Set(template.outlines.flatMap((o) => everySection(o.sections)).map((s) => s.id));
  const section: Section = {
    id: freeId(edit.title, taken),
    number: '',
    title: edit.title,
    scope: parent?.scope ?? outline.sections[0]?.scope ?? 'commune',
    words: true,
    ...(parent?.area ? { area: parent.area } : {}),
  };
  return {
    template: withOutline(template, arranged(outline, parent, brothers, [...brothers, section])),
    about: edit.title,
  };
};

const forWhom = (set: SectionSet['forWhom']): Record<string, unknown> =>
  set === undefined
    ? {}
    : {
        forLeadOf: set?.kind === 'lead' ? set.area : null,
        forPartnerOf: set?.kind === 'partner' ? set.area : null,
        forAnyLead: set?.kind === 'any-lead',
      };

const changeSection = (template: Template, edit: Of<'section-change'>): Edited => {
  const outline = outlineOf(template, edit.outline);
  const standing = outline && standingOf(outline.sections, edit.section);
  if (!outline || !standing) return gone('section');
  const { forWhom: whom, ...set } = edit.set;
  const section = withSet(standing.section, {
    ...set,
    ...(set.evidence && set.evidence.length === 0 ? { evidence: null } : {}),
    ...forWhom(whom),
  });
  const brothers = standing.brothers.map((s) => (s.id === section.id ? section : s));
  // A form shows figures of one scope: it goes with the section that shows it.
  const shown = new Set(set.scope ? (section.forms ?? []) : []);
  const moved = {
    ...template,
    forms: template.forms.map((f) => (shown.has(f.id) ? { ...f, scope: section.scope } : f)),
  };
  return {
    template: withOutline(moved, {
      ...outline,
      sections: withBrothers(outline.sections, standing.parent?.id ?? null, brothers),
    }),
    about: section.title,
  };
};

const atEnd: Edited = { refusal: { code: 'template.cannotMove' } };

/** Into the brother above, as its last part. */
const moveIn = (outline: Outline, at: Standing): Outline | undefined => {
  const above = at.brothers[at.index - 1];
  if (!above) return undefined;
  const children = above.children ?? [];
  const grown = withChildren(above, renumbered([...children, at.section], children, above));
  const rest = at.brothers.filter((_, i) => i !== at.index).map((s) => (s.id === above.id ? grown : s));
  return arranged(outline, at.parent, at.brothers, rest);
};

/** Out of its parent, to stand right after it. */
const moveOut = (outline: Outline, at: Standing): Outline | undefined => {
  const parent = at.parent && standingOf(outline.sections, at.parent.id);
  if (!parent) return undefined;
  const left = at.brothers.filter((_, i) => i !== at.index);
  const shrunk = withChildren(parent.section, renumbered(left, at.brothers, parent.section));
  const uncles = parent.brothers.flatMap((s) => (s.id === shrunk.id ? [shrunk, at.section] : [s]));
  return arranged(outline, parent.parent, parent.brothers, uncles);
};

const moveSection = (template: Template, edit: Of<'section-move'>): Edited => {
  const outline = outlineOf(template, edit.outline);
  const at = outline && standingOf(outline.sections, edit.section);
  if (!outline || !at) return gone('section');
  const step = (): Outline | undefined => {
    if (edit.to === 'in') return moveIn(outline, at);
    if (edit.to === 'out') return moveOut(outline, at);
    const brothers = shifted(at.brothers, at.index, edit.to);
    return brothers && arranged(outline, at.parent, at.brothers, brothers);
  };
  const moved = step();
  return moved ? { template: withOutline(template, moved), about: at.section.title } : atEnd;
};

const removeSection = (template: Template, edit: Of<'section-remove'>): Edited => {
  const outline = outlineOf(template, edit.outline);
  const at = outline && standingOf(outline.sections, edit.section);
  if (!outline || !at) return gone('section');
  if (!at.parent && at.brothers.length === 1) return { refusal: { code: 'template.lastSection' } };
  const rest = at.brothers.filter((s) => s.id !== at.section.id);
  return {
    template: withoutUnused(withOutline(template, arranged(outline, at.parent, at.brothers, rest))),
    about: at.section.title,
  };
};

export const changeSections = (
  template: Template,
  edit: Of<'section-add' | 'section-change' | 'section-move' | 'section-remove'>,
): Edited => {
  switch (edit.do) {
    case 'section-add':
      return addSection(template, edit);
    case 'section-change':
      return changeSection(template, edit);
    case 'section-move':
      return moveSection(template, edit);
    case 'section-remove':
      return removeSection(template, edit);
  }
};
