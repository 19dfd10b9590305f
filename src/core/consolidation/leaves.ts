import { formulaOf } from '../template/compute.ts';
import type { UnitForm } from '../template/outline.ts';

/** The typed cells that a figure rests on: itself, or all that its formula reaches. */
export const leavesOf = (
  form: UnitForm,
  row: string,
  column: string,
): readonly { readonly row: string; readonly column: string }[] => {
  const leaves = new Map<string, { row: string; column: string }>();
  const seen = new Set<string>();
  const walk = (r: string, c: string): void => {
    const key = `${r}\u0000${c}`;
    if (seen.has(key)) return;
    seen.add(key);
    const formula = formulaOf(form, r, c);
    if (!formula) {
      leaves.set(key, { row: r, column: c });
      return;
    }
    const refs = 'sum' in formula ? formula.sum : [...formula.percent.of, ...formula.percent.by];
    for (const ref of refs) walk(ref.row === '*' ? r : ref.row, ref.column);
  };
  walk(row, column);
  return [...leaves.values()];
};
