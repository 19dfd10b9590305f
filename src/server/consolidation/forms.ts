import { measureOf } from '../../core/consolidation/measure.ts';
import { ownRows } from '../../core/consolidation/ownRows.ts';
import type { UnitForm } from '../../core/template/outline.ts';
import type { Form, Section, Template } from '../../core/template/template.ts';

export type PlacedForm = { readonly form: UnitForm; readonly number: string; readonly title: string };

const unitForm = (form: Form): UnitForm | undefined => {
  if ('from' in form.rows) return undefined;
  return { ...form, rows: form.totalRow ? [...form.rows, { id: 'total', title: 'Tổng cộng' }] : form.rows };
};

const placedForms = (template: Template, scope: Form['scope']): readonly PlacedForm[] => {
  const placed: PlacedForm[] = [];
  const walk = (section: Section): void => {
    for (const id of section.forms ?? []) {
      const form = template.forms.find((f) => f.id === id && f.scope === scope);
      const shown = form && unitForm(form);
      if (shown && !placed.some((p) => p.form.id === shown.id))
        placed.push({ form: shown, number: section.number, title: section.title });
    }
    for (const child of section.children ?? []) walk(child);
  };
  for (const outline of template.outlines) for (const section of outline.sections) walk(section);
  return placed;
};

type OfScope = { readonly forms: readonly PlacedForm[]; spots?: ReadonlyMap<string, Spot> };
/** A published template never changes: what follows from it is worked out once. */
const known = new WeakMap<Template, Map<Form['scope'], OfScope>>();

const ofScope = (template: Template, scope: Form['scope']): OfScope => {
  const scopes = known.get(template) ?? new Map<Form['scope'], OfScope>();
  known.set(template, scopes);
  const found = scopes.get(scope) ?? { forms: placedForms(template, scope) };
  scopes.set(scope, found);
  return found;
};

/** Forms with fixed rows of one scope, in the order of the outlines. Rows given by tasks or criteria are not summed. */
export const formsOf = (template: Template, scope: Form['scope']): readonly PlacedForm[] =>
  ofScope(template, scope).forms;

export type ShownForm = PlacedForm & { readonly scope: Form['scope']; readonly rows: UnitForm['rows'] };

const shown = new WeakMap<Template, readonly ShownForm[]>();

/** Every form that has a line among the totals: the communes', and of the others the rows that communes are not asked. */
export const shownForms = (template: Template): readonly ShownForm[] => {
  const found = shown.get(template);
  if (found) return found;
  const own = ownRows(template);
  const all = (['commune', 'agency', 'area'] as const).flatMap((scope) =>
    formsOf(template, scope).flatMap((placed): ShownForm[] => {
      const rows =
        scope === 'commune'
          ? placed.form.rows
          : placed.form.rows.filter((row) => own.get(placed.form.id)?.has(row.id));
      return rows.length > 0 ? [{ ...placed, scope, rows }] : [];
    }),
  );
  shown.set(template, all);
  return all;
};

export type Spot = { readonly form: UnitForm; readonly row: string; readonly column: string };

/** Where each measure stands in the forms of a scope. */
export const spotsOf = (template: Template, scope: Form['scope']): ReadonlyMap<string, Spot> => {
  const at = ofScope(template, scope);
  at.spots ??= measuresIn(at.forms);
  return at.spots;
};

const measuresIn = (forms: readonly PlacedForm[]): ReadonlyMap<string, Spot> => {
  const spots = new Map<string, Spot>();
  for (const { form } of forms)
    for (const row of form.rows)
      for (const column of form.columns) {
        const measure = measureOf(row, column);
        if (measure && !spots.has(measure)) spots.set(measure, { form, row: row.id, column: column.id });
      }
  return spots;
};
