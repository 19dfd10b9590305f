import type { Cell } from '../../../../core/template/cell.ts';
import { EMPTY } from '../../../../core/template/cell.ts';
import { isComputed, valueAt } from '../../../../core/template/compute.ts';
import type { UnitForm } from '../../../../core/template/outline.ts';
import type { Column, Formula, Row } from '../../../../core/template/template.ts';

/** What the grid needs to know of a form, found once: what is shown, what is typed, what follows from what. */
export type Shape = {
  readonly form: UnitForm;
  readonly columns: readonly Column[];
  /** Percentages of a form with totals stand under the table, for the total only. */
  readonly ratios: readonly Column[];
  readonly rows: readonly Row[];
  readonly kind: (rowId: string, columnId: string) => 'figure' | 'text' | 'choice' | 'given' | 'computed';
  /** Computed cells that change with a typed one: 'row\0column'. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  /** Typed cells that a computed one rests on. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
  /** Several figures a row: folds to its sums on a phone. */
  readonly folds: boolean;
};

export const at = (rowId: string, columnId: string): string => `${rowId}\u0000${columnId}`;

export const isPercent = (formula: Formula | undefined): boolean =>
  formula !== undefined && 'percent' in formula;

export const shapeOf = (form: UnitForm): Shape => {
  const total = (rowId: string): boolean => rowId === 'total' && form.totalRow === true;
  const byId = new Map(form.columns.map((c) => [c.id, c]));
  const kind: Shape['kind'] = (rowId, columnId) => {
    const column = byId.get(columnId);
    if (!column || column.kind === 'given') return 'given';
    if (isComputed(form, rowId, columnId)) return 'computed';
    return total(rowId) ? 'given' : column.kind;
  };
  const dependents = new Map<string, string[]>();
  const sources = new Map<string, string[]>();
  for (const row of form.rows)
    for (const column of form.columns) {
      if (!isComputed(form, row.id, column.id)) continue;
      const read = new Set<string>();
      const tracing = (r: string, c: string): Cell => {
        read.add(at(r, c));
        return EMPTY;
      };
      valueAt(form, tracing, row.id, column.id);
      sources.set(at(row.id, column.id), [...read]);
      for (const key of read) dependents.set(key, [...(dependents.get(key) ?? []), at(row.id, column.id)]);
    }
  const ratios = form.totalRow ? form.columns.filter((c) => isPercent(c.formula)) : [];
  const columns = form.columns.filter((c) => !ratios.includes(c));
  return {
    form,
    columns,
    ratios,
    rows: form.rows,
    kind,
    dependents,
    sources,
    folds: columns.filter((c) => c.kind === 'figure').length > 3,
  };
};

const shapes = new WeakMap<UnitForm, Shape>();
export const shapeFor = (form: UnitForm): Shape => {
  const known = shapes.get(form);
  if (known) return known;
  const made = shapeOf(form);
  shapes.set(form, made);
  return made;
};

/** The cell to put the cursor in for a place that may be computed: itself, or the first one it rests on. */
export const typedPlace = (
  shape: Shape,
  rowId: string,
  columnId: string,
): { row: string; column: string } => {
  const typed = (r: string, c: string): boolean => !['computed', 'given'].includes(shape.kind(r, c));
  if (typed(rowId, columnId)) return { row: rowId, column: columnId };
  const [row, column] = (shape.sources.get(at(rowId, columnId))?.[0] ?? '').split('\u0000');
  if (row && column) return { row, column };
  const first = shape.columns.find((c) => typed(rowId, c.id));
  return { row: rowId, column: first?.id ?? columnId };
};
