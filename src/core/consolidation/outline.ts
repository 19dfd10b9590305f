import type { UnitKind } from '../directory/unit.ts';
import { withoutMarks } from '../kernel/search.ts';
import type { Outline, Section, Template } from '../template/template.ts';
import { ownRows, printedWith } from './ownRows.ts';

/** Where the words of a section may come from: a section of a unit's outline, and what the unit is in it. */
export type SourceSection = {
  readonly section: string;
  readonly role: 'lead' | 'partner' | 'unit';
  /** The field that a lead or partner answers for there. */
  readonly area: string | null;
};

export type DraftOutlineSection = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly level: 1 | 2 | 3 | 4;
  readonly area: string | null;
  /** A heading only holds others. */
  readonly words: boolean;
  readonly sources: readonly SourceSection[];
  readonly forms: readonly string[];
};

type Flat = { readonly section: Section; readonly level: number };

const flat = (sections: readonly Section[], level = 1): readonly Flat[] =>
  sections.flatMap((section) => [{ section, level }, ...flat(section.children ?? [], level + 1)]);

const levelOf = (level: number): DraftOutlineSection['level'] =>
  level <= 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4;

const roleOf = (s: Section): SourceSection['role'] =>
  s.forLeadOf ? 'lead' : s.forPartnerOf ? 'partner' : 'unit';

/** Sections in which units write about the same: of the same field, or of the same heading where there is none. */
const sourcesOf = (section: Section, template: Template): SourceSection[] => {
  const heading = withoutMarks(section.title);
  const found = new Map<string, SourceSection>();
  for (const { section: s } of template.outlines.flatMap((o) => flat(o.sections))) {
    if (!s.words) continue;
    const same = section.area
      ? s.area === section.area
      : !s.area && (withoutMarks(s.title) === heading || (s.forAnyLead === true && !section.forms?.length));
    if (same)
      found.set(s.id, {
        section: s.id,
        role: roleOf(s),
        area: s.forLeadOf ?? s.forPartnerOf ?? null,
      });
  }
  const order = { lead: 0, partner: 1, unit: 2 };
  return [...found.values()].sort((a, b) => order[a.role] - order[b.role]);
};

/** Fields that somebody leads in the whole area though no unit below is asked about them: 'tổ chức bộ máy'. */
const withLedOnly = (sections: readonly Section[], template: Template): readonly Section[] => {
  const led = template.outlines
    .flatMap((o) => flat(o.sections))
    .map((f) => f.section)
    .filter((s) => s.forLeadOf && s.words);
  const known = new Set(flat(sections).map((f) => f.section.area));
  const parent = sections.find((s) => (s.children ?? []).some((c) => c.area));
  if (!parent) return sections;
  let children = [...(parent.children ?? [])];
  led.forEach((section, at) => {
    if (known.has(section.area)) return;
    // It stands before the next led field that the communes are asked about too.
    const next = led.slice(at + 1).find((s) => children.some((c) => c.area === s.area));
    const place = next ? children.findIndex((c) => c.area === next.area) : children.length;
    const { forms: _, children: __, ...rest } = section;
    children.splice(place, 0, rest);
  });
  children = children.map((child, at) => ({ ...child, number: String(at + 1) }));
  return sections.map((s) => (s === parent ? { ...s, children } : s));
};

/**
 * The outline of the authority's own report: the one that the template has for its kind, or that of the communes,
 * with the fields that are led in the whole area in between.
 */
export const draftOutline = (template: Template, kind: UnitKind): readonly DraftOutlineSection[] => {
  const own = template.outlines.find((o) => o.kinds.includes(kind));
  const base: Outline | undefined =
    own ?? template.outlines.find((o) => o.kinds.includes('commune')) ?? template.outlines[0];
  if (!base) return [];
  const sections = own ? own.sections : withLedOnly(base.sections, template);
  const apart = ownRows(template);
  const summed = new Set([
    ...template.forms.filter((f) => f.scope === 'commune' && !('from' in f.rows)).map((f) => f.id),
    ...template.forms.filter((f) => apart.has(f.id) && !printedWith(f, template.forms)).map((f) => f.id),
  ]);
  const formsOfArea = (area: string): string[] =>
    template.outlines
      .flatMap((o) => flat(o.sections))
      .filter((f) => f.section.area === area)
      .flatMap((f) => f.section.forms ?? [])
      .filter((id, at, all) => summed.has(id) && all.indexOf(id) === at);
  return flat(sections).map(({ section, level }) => ({
    id: section.id,
    number: section.number,
    title: section.title,
    level: levelOf(level),
    area: section.area ?? null,
    words: section.words === true,
    sources: section.words ? sourcesOf(section, template) : [],
    forms: section.area ? formsOfArea(section.area) : (section.forms ?? []).filter((id) => summed.has(id)),
  }));
};
