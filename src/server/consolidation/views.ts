import type { TotalCell, TotalForm, TotalsAnswer } from '../../core/consolidation/answers.ts';
import { measureOf } from '../../core/consolidation/measure.ts';
import { addScopes, reconcile } from '../../core/consolidation/reconcile.ts';
import { cellOfTally, type Tally } from '../../core/consolidation/tally.ts';
import type { Cell } from '../../core/template/cell.ts';
import { type Computed, isComputed, valueAt } from '../../core/template/compute.ts';
import type { UnitForm } from '../../core/template/outline.ts';
import type { Template } from '../../core/template/template.ts';
import type { ReadContext } from '../http/context.ts';
import { mustOversee } from '../report/views/oversee.ts';
import { campaignHead, templateOfCampaign } from '../report/views/pieces.ts';
import { formsOf, type Spot, spotsOf } from './forms.ts';
import { talliesOf } from './tallies.ts';

type Tallies = (form: string, row: string, column: string) => Tally | undefined;

const ruleOf = (form: UnitForm, rowId: string) => form.rows.find((r) => r.id === rowId)?.aggregation ?? 'sum';

const totalAt = (form: UnitForm, tallies: Tallies, row: string, column: string): Cell | Computed =>
  valueAt(form, (r, c) => cellOfTally(tallies(form.id, r, c), ruleOf(form, r)), row, column);

const atSpot = (spot: Spot | undefined, tallies: Tallies): Cell | Computed | null =>
  spot ? totalAt(spot.form, tallies, spot.row, spot.column) : null;

const isRatio = (form: UnitForm, rowId: string, columnId: string): boolean => {
  const formula =
    form.columns.find((c) => c.id === columnId)?.formula ?? form.rows.find((r) => r.id === rowId)?.formula;
  return formula !== undefined && 'percent' in formula;
};

/** Totals of every form of the communes, each beside the agencies' and the leads' whole-area figure. */
const totalForms = (template: Template, tallies: Tallies): TotalForm[] => {
  const agencies = spotsOf(formsOf(template, 'agency'));
  const areas = spotsOf(formsOf(template, 'area'));
  return formsOf(template, 'commune').map(({ form, number, title }) => {
    const cells: TotalCell[] = [];
    for (const row of form.rows)
      for (const column of form.columns) {
        if (column.kind !== 'figure') continue;
        const measure = measureOf(row, column);
        const commune = totalAt(form, tallies, row.id, column.id);
        const agency = measure ? atSpot(agencies.get(measure), tallies) : null;
        const area = measure ? atSpot(areas.get(measure), tallies) : null;
        // A ratio of the district is not a sum of ratios; it is read from the scopes apart.
        const summed = !isRatio(form, row.id, column.id) && (row.aggregation ?? 'sum') === 'sum';
        const total = summed ? addScopes(commune, agency) : undefined;
        const tally = isComputed(form, row.id, column.id) ? undefined : tallies(form.id, row.id, column.id);
        cells.push({
          row: row.id,
          column: column.id,
          commune,
          agency,
          total: total ?? null,
          area,
          difference: summed ? (reconcile(total, area) ?? null) : null,
          units: tally?.amounts ?? 0,
          nil: tally?.nil ?? 0,
        });
      }
    return {
      id: form.id,
      title: form.title,
      unit: form.unit ?? null,
      sectionNumber: number,
      sectionTitle: title,
      rows: form.rows,
      columns: form.columns,
      cells,
    };
  });
};

/** What the received reports add up to, and who is not among them (G1). */
export const totals = async (ctx: ReadContext, campaignId: string): Promise<TotalsAnswer> => {
  await mustOversee(ctx, campaignId);
  const units = await ctx.db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .where('campaign_id', '=', campaignId)
    .orderBy('unit.kind')
    .orderBy('unit.name')
    .select(['unit.id', 'unit.name', 'unit.kind', 'report.state'])
    .execute();
  const count = (kind: string) => {
    const of = units.filter((u) => (u.kind === 'commune') === (kind === 'commune'));
    return { obliged: of.length, received: of.filter((u) => u.state === 'received').length };
  };
  return {
    campaign: await campaignHead(ctx, campaignId),
    now: ctx.now,
    communes: count('commune'),
    departments: count('department'),
    missing: units
      .filter((u) => u.state !== 'received')
      .map((u) => ({ unitId: u.id, name: u.name, kind: u.kind, state: u.state })),
    forms: totalForms(await templateOfCampaign(ctx, campaignId), await talliesOf(ctx, campaignId)),
  };
};
