import { compare, subtract } from '../kernel/amount.ts';
import type { Cell } from '../template/cell.ts';
import type { Computed } from '../template/compute.ts';
import type { UnitForm, UnitSection } from '../template/outline.ts';

type Value = Cell | Computed;

/** A figure that is another than the period before. */
export type FigureChange = {
  readonly sectionId: string;
  readonly formId: string;
  readonly rowId: string;
  readonly columnId: string;
  readonly before: Value;
  readonly after: Value;
  readonly difference: string;
};

/** What a figure amounts to; "không phát sinh" is none of it. Blank and unread figures are compared with nothing. */
const amountOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'amount' ? value.amount : value?.kind === 'nil' ? '0' : undefined;

/** Rows that stand for the others: totals where a form has them, else every row. */
const rowsToCompare = (form: UnitForm) =>
  form.totalRow ? form.rows.filter((r) => r.id === 'total') : form.rows;

/**
 * How much a change stands out: its size against the root of the level, so that 3 → 9 is seen beside 1.000 → 1.030
 * and neither drowns the other. For ranking only; what is shown is exact.
 */
const weight = (before: string, after: string): number => {
  const [a, b] = [Number(before), Number(after)];
  return Math.abs(b - a) / Math.sqrt(Math.max(Math.abs(a), Math.abs(b), 1));
};

/** The figures that changed most against the period before, the largest first: what a signer looks at. */
export const biggestChanges = (
  sections: readonly UnitSection[],
  now: (form: UnitForm, row: string, column: string) => Value,
  before: (form: UnitForm, row: string, column: string) => Value | undefined,
  most: number,
): readonly FigureChange[] => {
  const changes: (FigureChange & { readonly weight: number })[] = [];
  for (const section of sections)
    for (const form of section.forms)
      for (const row of rowsToCompare(form))
        for (const column of form.columns) {
          if (column.kind !== 'figure') continue;
          const [was, is] = [before(form, row.id, column.id), now(form, row.id, column.id)];
          const [a, b] = [amountOf(was), amountOf(is)];
          if (was === undefined || a === undefined || b === undefined || compare(a, b) === 0) continue;
          changes.push({
            sectionId: section.id,
            formId: form.id,
            rowId: row.id,
            columnId: column.id,
            before: was,
            after: is,
            difference: subtract(b, a),
            weight: weight(a, b),
          });
        }
  return changes
    .sort((x, y) => y.weight - x.weight)
    .slice(0, most)
    .map(({ weight: _, ...change }) => change);
};
