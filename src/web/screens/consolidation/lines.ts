import type { TotalCell, TotalForm } from '../../../core/consolidation/answers.ts';
import { mainOf } from '../../../core/consolidation/mainFigure.ts';
import { type Amount, sum } from '../../../core/kernel/amount.ts';
import type { Cell } from '../../../core/template/cell.ts';
import type { Computed } from '../../../core/template/compute.ts';
import type { Aggregation, Formula, Ref, Scope } from '../../../core/template/template.ts';

/** One figure of the consolidation, by form, row and column. */
export type Spot = { readonly form: string; readonly row: string; readonly column: string };
export const sameSpot = (a: Spot | undefined, b: Spot): boolean =>
  a?.form === b.form && a.row === b.row && a.column === b.column;

export type Line = {
  readonly spot: Spot;
  readonly title: string;
  /** Heading above several columns: 'Tiếp nhận'. */
  readonly group: string | undefined;
  readonly unit: string | undefined;
  readonly cell: TotalCell;
  /** The figure that the form is about, and who is asked for it. */
  readonly main: TotalCell['commune'];
  readonly scope: Scope;
  /** A ratio is computed from summed parts; these are the parts, as far as they are known. */
  readonly parts: { readonly of: Amount; readonly by: Amount } | undefined;
  readonly ratio: boolean;
  /** How units' values become this one. */
  readonly rule: Aggregation;
};

const cellAt = (form: TotalForm, row: string, column: string): TotalCell | undefined =>
  form.cells.find((c) => c.row === row && c.column === column);

const mainAt = (form: TotalForm, row: string, column: string): TotalCell['commune'] | undefined => {
  const cell = cellAt(form, row, column);
  return cell && mainOf(form, cell);
};

const amountOf = (cell: Cell | Computed | undefined): Amount | undefined => {
  if (cell?.kind === 'amount' || cell?.kind === 'incomplete') return cell.amount;
  return cell?.kind === 'nil' ? '0' : undefined;
};

const addRefs = (form: TotalForm, row: string, refs: readonly Ref[]): Amount | undefined => {
  const amounts = refs.map((r) => amountOf(mainAt(form, r.row === '*' ? row : r.row, r.column)));
  return amounts.every((a) => a !== undefined) ? sum(amounts) : undefined;
};

const lineOf = (
  form: TotalForm,
  spot: Spot,
  title: string,
  unit: string | undefined,
  formula: Formula | undefined,
  group?: string,
): Line[] => {
  const cell = cellAt(form, spot.row, spot.column);
  if (!cell) return [];
  const percent = formula && 'percent' in formula ? formula.percent : undefined;
  const of = percent && addRefs(form, spot.row, percent.of);
  const by = percent && addRefs(form, spot.row, percent.by);
  return [
    {
      spot,
      title,
      group,
      unit: percent ? '%' : unit,
      cell,
      main: mainOf(form, cell),
      scope: form.scope ?? 'commune',
      parts: of !== undefined && by !== undefined ? { of, by } : undefined,
      ratio: percent !== undefined,
      rule: form.rows.find((r) => r.id === spot.row)?.aggregation ?? 'sum',
    },
  ];
};

/** A form of many columns is read by its columns on the row of totals; any other by its rows. */
export const isWide = (form: TotalForm): boolean =>
  form.columns.filter((c) => c.kind === 'figure').length > 1;

/** The row that stands for a wide form: its totals, or its only row. */
const totalRowOf = (form: TotalForm): string | undefined =>
  form.rows.find((r) => r.id === 'total')?.id ?? (form.rows.length === 1 ? form.rows[0]?.id : undefined);

export const linesOf = (form: TotalForm): readonly Line[] => {
  const figures = form.columns.filter((c) => c.kind === 'figure');
  if (!isWide(form))
    return form.rows.flatMap((row) => {
      const column = figures[0];
      if (!column) return [];
      const spot = { form: form.id, row: row.id, column: column.id };
      return lineOf(form, spot, row.title, row.unit ?? form.unit ?? undefined, column.formula ?? row.formula);
    });
  const row = totalRowOf(form);
  if (row === undefined) return [];
  return figures.flatMap((column) =>
    lineOf(
      form,
      { form: form.id, row, column: column.id },
      column.number && !column.title.includes(column.number)
        ? `${column.number} ${column.title}`
        : column.title,
      form.unit ?? undefined,
      column.formula,
      column.group,
    ),
  );
};

/** The line of a figure that may also be one of the rows of a wide form. */
export const lineAt = (
  forms: readonly TotalForm[],
  spot: Spot,
): { form: TotalForm; line: Line } | undefined => {
  const form = forms.find((f) => f.id === spot.form);
  const known = form && linesOf(form).find((l) => sameSpot(l.spot, spot));
  if (!form) return undefined;
  if (known) return { form, line: known };
  const row = form.rows.find((r) => r.id === spot.row);
  const column = form.columns.find((c) => c.id === spot.column);
  const [line] =
    row && column
      ? lineOf(
          form,
          spot,
          `${row.title}, ${column.title}`,
          form.unit ?? undefined,
          column.formula,
          column.group,
        )
      : [];
  return line && { form, line };
};
