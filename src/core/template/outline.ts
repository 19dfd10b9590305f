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
): readonly UnitSection[] => {
  const result: UnitSection[] = [];
  const walk = (section: Section, depth: number, parentId: string | null): void => {
    const applicability = applicabilityOf(section, leads);
    const foreign = applicability === 'not-applicable' && (section.forLeadOf || section.forPartnerOf);
    if (foreign) return;
    const { children, forms, ...rest } = section;
    const shown = applicability === 'not-applicable' ? [] : (forms ?? []);
    result.push({
      ...rest,
      depth,
      parentId,
      applicability,
      forms: shown.flatMap((id) => {
        const form = template.forms.find((f) => f.id === id);
        return form ? [{ ...form, rows: withTotal(form, rowsOf(form, given)) }] : [];
      }),
    });
    for (const child of children ?? []) walk(child, depth + 1, section.id);
  };
  for (const section of outline.sections) walk(section, 0, null);
  return result;
};
