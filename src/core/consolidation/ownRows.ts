import type { Column, Form, Row, Scope, Template } from '../template/template.ts';
import { measureOf } from './measure.ts';

const measuresOf = (form: Form, row: Pick<Row, 'id' | 'indicator'>): string[] =>
  form.columns.flatMap((column) => measureOf(row, column) ?? []);

/**
 * Rows that only agencies report, or only who leads a field in the whole area: no form of the communes has them, so
 * they are lines of their own among the totals. By form.
 */
export const ownRows = (template: Template): ReadonlyMap<string, ReadonlySet<string>> => {
  const known = new Set<string>();
  const own = new Map<string, ReadonlySet<string>>();
  for (const scope of ['commune', 'agency', 'area'] as const) {
    const found: string[] = [];
    for (const form of template.forms) {
      if (form.scope !== scope || 'from' in form.rows) continue;
      const rows = [...form.rows, ...(form.totalRow ? [{ id: 'total' }] : [])];
      const mine = rows.filter((row) => measuresOf(form, row).some((measure) => !known.has(measure)));
      found.push(...rows.flatMap((row) => measuresOf(form, row)));
      if (scope !== 'commune' && mine.length > 0) own.set(form.id, new Set(mine.map((row) => row.id)));
    }
    for (const measure of found) known.add(measure);
  }
  return own;
};

type Shaped = {
  readonly id: string;
  readonly scope?: Scope;
  readonly columns: readonly Pick<Column, 'id' | 'kind'>[];
};
const shape = (form: Shaped): string => form.columns.map((c) => `${c.id} ${c.kind}`).join();

/**
 * The table in which an agency form's own rows are printed: the communes' of the same many columns, whose total has
 * them in it. Without them its rows would not add up.
 */
export const printedWith = <T extends Shaped>(form: T, forms: readonly T[]): T | undefined =>
  form.scope === 'agency' && form.columns.filter((c) => c.kind === 'figure').length > 1
    ? forms.find((one) => (one.scope ?? 'commune') === 'commune' && shape(one) === shape(form))
    : undefined;
