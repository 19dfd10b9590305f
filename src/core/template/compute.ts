import { type Amount, percent, sum } from '../kernel/amount.ts';
import { type Cell, EMPTY } from './cell.ts';
import type { UnitForm } from './outline.ts';
import type { Formula, Ref } from './template.ts';

/** What a computed cell answers. 'incomplete' holds the sum of what is there and says that something is missing. */
export type Computed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'incomplete'; readonly amount: Amount; readonly missing: number }
  | { readonly kind: 'nil' }
  | { readonly kind: 'not-applicable' }
  /** "không tính được": the denominator is zero. */
  | { readonly kind: 'uncomputable' };

/** Values of one form by row and column. */
export type Values = (rowId: string, columnId: string) => Cell;

const findFormula = (form: UnitForm, rowId: string, columnId: string): Formula | undefined => {
  const column = form.columns.find((c) => c.id === columnId);
  if (rowId === 'total' && form.totalRow && column?.kind === 'figure' && !column.formula)
    return { sum: form.rows.filter((r) => r.id !== 'total').map((r) => ({ row: r.id, column: columnId })) };
  return (
    column?.formula ??
    (column?.kind === 'figure' ? form.rows.find((r) => r.id === rowId)?.formula : undefined)
  );
};

/** Each key and each save asks for the formula of every cell many times. */
const formulas = new WeakMap<UnitForm, Map<string, Map<string, Formula | undefined>>>();

export const formulaOf = (form: UnitForm, rowId: string, columnId: string): Formula | undefined => {
  const rows = formulas.get(form) ?? new Map<string, Map<string, Formula | undefined>>();
  formulas.set(form, rows);
  const row = rows.get(rowId) ?? new Map<string, Formula | undefined>();
  rows.set(rowId, row);
  if (!row.has(columnId)) row.set(columnId, findFormula(form, rowId, columnId));
  return row.get(columnId);
};

export const isComputed = (form: UnitForm, rowId: string, columnId: string): boolean =>
  formulaOf(form, rowId, columnId) !== undefined;

/**
 * Adds cells. "không phát sinh" adds nothing, "không áp dụng" is passed over; a blank or unreadable one makes the
 * sum incomplete: an empty cell never counts as zero.
 */
export const addCells = (cells: readonly (Cell | Computed)[]): Computed => {
  const amounts: Amount[] = [];
  let missing = 0;
  let nil = 0;
  let notApplicable = 0;
  for (const cell of cells) {
    if (cell.kind === 'amount') amounts.push(cell.amount);
    else if (cell.kind === 'incomplete') {
      amounts.push(cell.amount);
      missing += cell.missing;
    } else if (cell.kind === 'nil') nil++;
    else if (cell.kind === 'not-applicable') notApplicable++;
    else missing++;
  }
  if (amounts.length === 0 && nil === 0)
    return missing > 0 || notApplicable === 0 ? { kind: 'empty' } : { kind: 'not-applicable' };
  if (missing > 0) return { kind: 'incomplete', amount: sum(amounts), missing };
  return amounts.length === 0 ? { kind: 'nil' } : { kind: 'amount', amount: sum(amounts) };
};

/** What a formula makes of the values it names. */
export const worked = (formula: Formula, at: (ref: Ref) => Cell | Computed): Computed => {
  if ('sum' in formula) return addCells(formula.sum.map(at));
  const of = addCells(formula.percent.of.map(at));
  const by = addCells(formula.percent.by.map(at));
  if (by.kind === 'nil') return { kind: 'uncomputable' };
  if (by.kind !== 'amount' || (of.kind !== 'amount' && of.kind !== 'nil')) return { kind: 'empty' };
  const result = percent(of.kind === 'nil' ? '0' : of.amount, by.amount);
  return result === undefined ? { kind: 'uncomputable' } : { kind: 'amount', amount: result };
};

/** The value of a cell, typed or computed. Formulas may rest on computed cells; depth is bounded by the form. */
export const valueAt = (
  form: UnitForm,
  values: Values,
  rowId: string,
  columnId: string,
  depth = 0,
): Cell | Computed => {
  const formula = formulaOf(form, rowId, columnId);
  if (!formula) return values(rowId, columnId);
  if (depth > 6) return EMPTY;
  return worked(formula, (ref) =>
    valueAt(form, values, ref.row === '*' ? rowId : ref.row, ref.column, depth + 1),
  );
};
