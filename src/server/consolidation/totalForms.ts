import type { TotalCell, TotalForm } from '../../core/consolidation/answers.ts';
import { measureOf } from '../../core/consolidation/measure.ts';
import { addScopes, reconcile } from '../../core/consolidation/reconcile.ts';
import { cellOfTally, type Tally } from '../../core/consolidation/tally.ts';
import type { Cell } from '../../core/template/cell.ts';
import { type Computed, isComputed, valueAt } from '../../core/template/compute.ts';
import type { UnitForm } from '../../core/template/outline.ts';
import type { Aggregation, Template } from '../../core/template/template.ts';
import { formsOf, type Spot, spotsOf } from './forms.ts';
import type { ToldAt } from './said.ts';

export type Tallies = (form: string, row: string, column: string) => Tally | undefined;

const ruleOf = (form: UnitForm, rowId: string) => form.rows.find((r) => r.id === rowId)?.aggregation ?? 'sum';

const TOLD: ReadonlySet<Aggregation> = new Set(['list', 'latest']);

/** Nobody who counts has said anything in a cell that is told: then only "không phát sinh" is left to say. */
const silent = (tally: Tally | undefined): Cell => cellOfTally(tally && { ...tally, amounts: 0 }, 'sum');

const totalAt = (form: UnitForm, tallies: Tallies, told: ToldAt, row: string, column: string) =>
  valueAt(
    form,
    (r, c) => {
      const [rule, tally] = [ruleOf(form, r), tallies(form.id, r, c)];
      return TOLD.has(rule) ? (told(form.id, r, c)?.cell ?? silent(tally)) : cellOfTally(tally, rule);
    },
    row,
    column,
  );

export const isRatio = (form: UnitForm, rowId: string, columnId: string): boolean => {
  const formula =
    form.columns.find((c) => c.id === columnId)?.formula ?? form.rows.find((r) => r.id === rowId)?.formula;
  return formula !== undefined && 'percent' in formula;
};

/** The period beside: the commune's total of the same measure, wherever it stood in the forms of that time. */
export const lastTotals = (
  template: Template,
  tallies: Tallies,
  told: ToldAt,
): ((measure: string) => Cell | Computed | undefined) => {
  const spots = spotsOf(template, 'commune');
  return (measure) => {
    const spot = spots.get(measure);
    return spot && totalAt(spot.form, tallies, told, spot.row, spot.column);
  };
};

/** Totals of every form of the communes, each beside the agencies' and the leads' whole-area figure. */
export const totalForms = (
  template: Template,
  tallies: Tallies,
  told: ToldAt,
  last: ((measure: string) => Cell | Computed | undefined) | undefined,
  areaOfForm: ReadonlyMap<string, string | null>,
): TotalForm[] => {
  const agencies = spotsOf(template, 'agency');
  const areas = spotsOf(template, 'area');
  const atSpot = (spot: Spot | undefined): Cell | Computed | null =>
    spot ? totalAt(spot.form, tallies, told, spot.row, spot.column) : null;
  const cellOf = (form: UnitForm, rowId: string, column: UnitForm['columns'][number]): TotalCell => {
    const row = form.rows.find((r) => r.id === rowId) ?? { id: rowId };
    const measure = measureOf(row, column);
    const commune = totalAt(form, tallies, told, rowId, column.id);
    const agency = measure ? atSpot(agencies.get(measure)) : null;
    const area = measure ? atSpot(areas.get(measure)) : null;
    // A ratio of the district is not a sum of ratios; it is read from the scopes apart.
    const summed = !isRatio(form, rowId, column.id) && ruleOf(form, rowId) === 'sum';
    const total = summed ? addScopes(commune, agency) : undefined;
    const tally = isComputed(form, rowId, column.id) ? undefined : tallies(form.id, rowId, column.id);
    return {
      row: rowId,
      column: column.id,
      commune,
      agency,
      total: total ?? null,
      area,
      difference: summed ? (reconcile(total, area) ?? null) : null,
      units: tally?.amounts ?? 0,
      nil: tally?.nil ?? 0,
      from: told(form.id, rowId, column.id)?.from ?? null,
      last: (measure && last?.(measure)) || null,
    };
  };
  return formsOf(template, 'commune').map(({ form, number, title }) => ({
    id: form.id,
    title: form.title,
    unit: form.unit ?? null,
    sectionNumber: number,
    sectionTitle: title,
    area: areaOfForm.get(form.id) ?? null,
    rows: form.rows,
    columns: form.columns,
    cells: form.rows.flatMap((row) =>
      form.columns.filter((c) => c.kind === 'figure').map((column) => cellOf(form, row.id, column)),
    ),
  }));
};
