import type { UnitKind } from '../directory/unit.ts';
import { outlineFor } from './outline.ts';
import { everySection } from './place.ts';
import type { Form, Template } from './template.ts';

/** A place by form, row and column. */
export type FigurePlace = { readonly form: string; readonly row: string; readonly column: string };

const hasRow = (form: Form, id: string): boolean =>
  !('from' in form.rows) && form.rows.some((r) => r.id === id);

/**
 * Where units of a kind type the indicator that stands at a place of this form: their own table may be laid out
 * otherwise, so the code of the indicator decides. undefined where they do not report it, or only as a sum.
 */
export const sourceOf = (
  template: Template,
  kind: UnitKind,
  form: Form,
  row: string,
  column: string,
): FigurePlace | undefined => {
  const outline = outlineFor(template, kind);
  const shown = new Set(everySection(outline?.sections ?? []).flatMap((s) => s.forms ?? []));
  const forms = template.forms.filter((f) => shown.has(f.id));
  const ofColumn = form.columns.find((c) => c.id === column)?.indicator;
  const ofRow = 'from' in form.rows ? undefined : form.rows.find((r) => r.id === row)?.indicator;
  for (const other of forms) {
    const theirs = ofColumn && other.columns.find((c) => c.indicator === ofColumn && !c.formula);
    if (theirs && hasRow(other, row)) return { form: other.id, row, column: theirs.id };
    const rows = 'from' in other.rows ? [] : other.rows;
    const same = ofRow && rows.find((r) => r.indicator === ofRow && !r.formula);
    const figures = other.columns.filter((c) => c.kind === 'figure');
    const [only] = figures;
    if (same && only && figures.length === 1) return { form: other.id, row: same.id, column: only.id };
  }
  return undefined;
};
