import type { TotalCell, TotalForm } from '../../core/consolidation/answers.ts';
import { measureOf } from '../../core/consolidation/measure.ts';
import { addScopes, reconcile } from '../../core/consolidation/reconcile.ts';
import { cellOfTally, type Tally } from '../../core/consolidation/tally.ts';
import { type Cell, EMPTY } from '../../core/template/cell.ts';
import { type Computed, isComputed, valueAt } from '../../core/template/compute.ts';
import type { UnitForm } from '../../core/template/outline.ts';
import type { Aggregation, Scope, Template } from '../../core/template/template.ts';
import { type ShownForm, type Spot, shownForms, spotsOf } from './forms.ts';
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

type OfMeasure = (measure: string, scope: Scope) => Cell | Computed | undefined;

/** The period beside: the total of the same measure and scope, wherever it stood in the forms of that time. */
export const lastTotals =
  (template: Template, tallies: Tallies, told: ToldAt): OfMeasure =>
  (measure, scope) => {
    const spot = spotsOf(template, scope).get(measure);
    return spot && totalAt(spot.form, tallies, told, spot.row, spot.column);
  };

/** Forms of one field stand together, whoever is asked. */
const byField = <T extends { readonly area: string | null }>(forms: readonly T[]): T[] => {
  const sorted: T[] = [];
  for (const form of forms) {
    const after = form.area === null ? -1 : sorted.findLastIndex((one) => one.area === form.area);
    sorted.splice(after < 0 ? sorted.length : after + 1, 0, form);
  }
  return sorted;
};

/**
 * Totals of every form of the communes, each beside the agencies' and the leads' whole-area figure; and of what only
 * agencies or only leads are asked, as lines of their own.
 */
export const totalForms = (
  template: Template,
  tallies: Tallies,
  told: ToldAt,
  last: OfMeasure | undefined,
  areaOfForm: ReadonlyMap<string, string | null>,
): TotalForm[] => {
  const agencies = spotsOf(template, 'agency');
  const areas = spotsOf(template, 'area');
  const atSpot = (spot: Spot | undefined): Cell | Computed | null =>
    spot ? totalAt(spot.form, tallies, told, spot.row, spot.column) : null;
  const cellOf = (
    { form, scope }: ShownForm,
    rowId: string,
    column: UnitForm['columns'][number],
  ): TotalCell => {
    const row = form.rows.find((r) => r.id === rowId) ?? { id: rowId };
    const measure = measureOf(row, column);
    const own = totalAt(form, tallies, told, rowId, column.id);
    const at = (other: Scope, spots: ReadonlyMap<string, Spot>): Cell | Computed | null =>
      scope === other ? own : measure ? atSpot(spots.get(measure)) : null;
    const commune = scope === 'commune' ? own : EMPTY;
    const agency = scope === 'area' ? null : at('agency', agencies);
    const area = at('area', areas);
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
      last: (measure && last?.(measure, scope)) || null,
    };
  };
  const shownAll = shownForms(template);
  /** The heading of the communes' outline, whose numbers the authority's own report has too. */
  const headingOf = (shown: ShownForm): ShownForm => {
    const area = areaOfForm.get(shown.form.id);
    const same = area && shownAll.find((o) => o.scope === 'commune' && areaOfForm.get(o.form.id) === area);
    return same || shown;
  };
  return byField(
    shownAll.map((shown) => ({
      id: shown.form.id,
      scope: shown.scope,
      title: shown.form.title,
      unit: shown.form.unit ?? null,
      sectionNumber: headingOf(shown).number,
      sectionTitle: headingOf(shown).title,
      area: areaOfForm.get(shown.form.id) ?? null,
      rows: shown.rows,
      columns: shown.form.columns,
      cells: shown.rows.flatMap((row) =>
        shown.form.columns.filter((c) => c.kind === 'figure').map((column) => cellOf(shown, row.id, column)),
      ),
    })),
  );
};
