import type { CriteriaSet, Criterion } from './criteria.ts';

type Lead = { readonly fields: readonly string[]; readonly unitName: string };

/** An area belongs to whoever leads its field by the request; a table without fields names the lead unit itself. */
const isLedBy = (area: Criterion, lead: Lead): boolean =>
  area.field === undefined
    ? area.leadUnit?.toLocaleLowerCase('vi') === lead.unitName.toLocaleLowerCase('vi')
    : lead.fields.includes(area.field);

/** Points come from a survey of citizens alone: nobody scores themselves there. */
export const isSurveyed = (c: Criterion): boolean =>
  c.rule?.type === 'survey' || (c.children.length > 0 && c.children.every(isSurveyed));

/** The criteria of a set that a department answers for: the second level, or an area that is scored as a whole. */
export const ledCriteria = (set: CriteriaSet, lead: Lead): readonly Criterion[] =>
  set.areas
    .filter((area) => isLedBy(area, lead))
    .flatMap((area) => (area.children.length > 0 ? area.children : [area]))
    .filter((c) => c.maxPoints !== null);
