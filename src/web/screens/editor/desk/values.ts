import { type Cell, EMPTY } from '../../../../core/template/cell.ts';
import { type Computed, formulaOf, worked } from '../../../../core/template/compute.ts';
import type { UnitForm } from '../../../../core/template/outline.ts';
import { at } from '../grid/shape.ts';

type Value = Cell | Computed;
/** As valueAt of the core: formulas of a sound form end long before. */
const DEEPEST = 6;

/**
 * Sums and shares of a report, each worked out once until a cell that it rests on changes: with every key a table asks
 * for its totals again, which would add all its rows for each of them.
 */
export const createValues = (cellAt: (form: string, row: string, column: string) => Cell) => {
  const known = new WeakMap<UnitForm, Map<string, Value>>();
  const of = (form: UnitForm): Map<string, Value> => {
    const values = known.get(form) ?? new Map<string, Value>();
    if (values.size === 0) known.set(form, values);
    return values;
  };
  const valueIn = (form: UnitForm, row: string, column: string, depth = 0): Value => {
    const formula = formulaOf(form, row, column);
    if (!formula) return cellAt(form.id, row, column);
    if (depth > DEEPEST) return EMPTY;
    const values = of(form);
    const key = at(row, column);
    const here = values.get(key);
    if (here) return here;
    const made = worked(formula, (ref) =>
      valueIn(form, ref.row === '*' ? row : ref.row, ref.column, depth + 1),
    );
    values.set(key, made);
    return made;
  };
  return {
    valueIn: (form: UnitForm, row: string, column: string): Value => valueIn(form, row, column),
    /** These computed cells ('row\0column') rest on something that changed. */
    forget: (form: UnitForm, keys: readonly string[]): void => {
      for (const key of keys) known.get(form)?.delete(key);
    },
  };
};
