import type { UnitKind } from '../directory/unit.ts';
import type { Form, Outline, Row, Section, Template } from './template.ts';

export type LeadPart = { readonly area: string; readonly part: 'lead' | 'partner' };

/** A form as one unit sees it: rows are known. */
export type UnitForm = Omit<Form, 'rows'> & { readonly rows: readonly Row[] };

export type UnitSection = Omit<Section, 'children' | 'forms'> & {
  readonly depth: number;
  readonly parentId: string | null;
  readonly forms: readonly UnitForm[];
  readonly applicability: 'asked' | 'optional' | 'not-applicable' | 'heading';
};

/** What one request asks of the outlines: sections that it leaves out, parts in words that it adds. */
export type AddedPart = {
  readonly id: string;
  /** Outlines that it stands in. */
  readonly outlines: readonly string[];
  readonly title: string;
  readonly guidance: string | null;
};
export type RequestedParts = {
  /** Ids of sections that are not asked; what stands under them is not asked either. */
  readonly leftOut: readonly string[];
  readonly added: readonly AddedPart[];
  /** Sections that this request calls otherwise; their forms and figures stay what they are. */
  readonly renamed?: readonly { readonly id: string; readonly title: string }[] | undefined;
};
export const WHOLE_OUTLINE: RequestedParts = { leftOut: [], added: [] };

/** Rows that the system fills in, keyed by the ids of tasks and criteria. */
export type GivenRows = {
  readonly tasks: readonly Row[];
  readonly lowMarks: readonly Row[];
  readonly ledCriteria: readonly Row[];
};

export const outlineFor = (template: Template, kind: UnitKind): Outline | undefined =>
  template.outlines.find((o) => o.kinds.includes(kind));

const rowsOf = (form: Form, given: GivenRows): readonly Row[] => {
  if ('from' in form.rows) {
    const { from } = form.rows;
    return from === 'tasks' ? given.tasks : from === 'low-marks' ? given.lowMarks : given.ledCriteria;
  }
  return form.rows;
};

/** Puts the computed row of totals under the typed rows. */
const withTotal = (form: Form, rows: readonly Row[]): readonly Row[] => {
  if (!form.totalRow) return rows;
  return [...rows, { id: 'total', title: 'Tổng cộng' }];
};

/** A form whose rows the template fixes is one and the same for every unit: what is worked out of it can be kept. */
const fixed = new WeakMap<Form, UnitForm>();
const unitForm = (form: Form, given: GivenRows): UnitForm => {
  const known = fixed.get(form);
  if (known) return known;
  const made = { ...form, rows: withTotal(form, rowsOf(form, given)) };
  if (!('from' in form.rows)) fixed.set(form, made);
  return made;
};

const applicabilityOf = (section: Section, leads: readonly LeadPart[]): UnitSection['applicability'] => {
  if (section.notApplicable) return 'not-applicable';
  const isLead = (area: string) => leads.some((l) => l.area === area && l.part === 'lead');
  if (section.forLeadOf && !isLead(section.forLeadOf)) return 'not-applicable';
  if (section.forPartnerOf && !leads.some((l) => l.area === section.forPartnerOf && l.part === 'partner'))
    return 'not-applicable';
  if (section.forAnyLead && !leads.some((l) => l.part === 'lead')) return 'not-applicable';
  if (section.optional) return 'optional';
  return section.words || section.forms?.length ? 'asked' : 'heading';
};

/** A section under the title that the request gives it. */
const titled = (section: Section, parts: RequestedParts): Section => {
  const title = parts.renamed?.find((one) => one.id === section.id)?.title;
  return title === undefined ? section : { ...section, title };
};

/**
 * The outline of one unit as a flat list in reading order. What does not concern the unit is kept as
 * "không áp dụng", except a led or partner's part of somebody else's field, which is left out: eight such lines
 * would say nothing.
 */
export const sectionsFor = (
  template: Template,
  outline: Outline,
  leads: readonly LeadPart[],
  given: GivenRows,
  parts: RequestedParts = WHOLE_OUTLINE,
): readonly UnitSection[] => {
  const result: UnitSection[] = [];
  const walk = (section: Section, depth: number, parentId: string | null): void => {
    if (parts.leftOut.includes(section.id)) return;
    const applicability = applicabilityOf(section, leads);
    const foreign = applicability === 'not-applicable' && (section.forLeadOf || section.forPartnerOf);
    if (foreign) return;
    const { children, forms, ...rest } = titled(section, parts);
    const shown = applicability === 'not-applicable' ? [] : (forms ?? []);
    result.push({
      ...rest,
      depth,
      parentId,
      applicability,
      forms: shown.flatMap((id) => {
        const form = template.forms.find((f) => f.id === id);
        return form ? [unitForm(form, given)] : [];
      }),
    });
    for (const child of children ?? []) walk(child, depth + 1, section.id);
  };
  for (const section of outline.sections) walk(section, 0, null);
  let number = outline.sections.at(-1)?.number ?? '';
  for (const part of parts.added) {
    number = numberAfter(number);
    if (part.outlines.includes(outline.id))
      result.push({
        id: part.id,
        number,
        title: part.title,
        ...(part.guidance === null ? {} : { guidance: part.guidance }),
        words: true,
        scope: outline.sections[0]?.scope ?? 'commune',
        depth: 0,
        parentId: null,
        forms: [],
        applicability: 'asked',
      });
  }
  return result;
};

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

/** The number that follows as outlines are numbered: I, II; A, B; 1, 2. */
const numberAfter = (number: string): string => {
  const roman = ROMAN[ROMAN.indexOf(number) + 1];
  if (ROMAN.includes(number) && roman) return roman;
  if (/^[A-Y]$/.test(number)) return String.fromCharCode(number.charCodeAt(0) + 1);
  return String(Number(number) + 1 || '');
};

/** The template as one request asks for it, for totals: what is not asked any more is not added up. */
export const templateWithout = (template: Template, parts: RequestedParts | null | undefined): Template => {
  const { leftOut, renamed } = parts ?? WHOLE_OUTLINE;
  if (leftOut.length === 0 && !renamed?.length) return template;
  const kept = (sections: readonly Section[]): Section[] =>
    sections
      .filter((s) => !leftOut.includes(s.id))
      .map((s) => titled(s, parts ?? WHOLE_OUTLINE))
      .map((s) => (s.children ? { ...s, children: kept(s.children) } : s));
  return { ...template, outlines: template.outlines.map((o) => ({ ...o, sections: kept(o.sections) })) };
};
