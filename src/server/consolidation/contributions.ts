import { sql } from 'kysely';
import type { ContributionAnswer } from '../../core/consolidation/answers.ts';
import { measureOf } from '../../core/consolidation/measure.ts';
import { EMPTY } from '../../core/template/cell.ts';
import { valueAt } from '../../core/template/compute.ts';
import type { ReadContext } from '../http/context.ts';
import { notFound } from '../http/failures.ts';
import { cellOfRow } from '../report/views/contents.ts';
import { mustOversee } from '../report/views/oversee.ts';
import { templateOfCampaign } from '../report/views/pieces.ts';
import { formsOf, type Spot, spotsOf } from './forms.ts';

type At = { readonly form: string; readonly row: string; readonly column: string };

/** Each unit's part in one total: what it says, whether it counts, and the whole-area figure apart from the sum. */
export const contributions = async (
  ctx: ReadContext,
  campaignId: string,
  at: At,
): Promise<ContributionAnswer> => {
  await mustOversee(ctx, campaignId);
  const template = await templateOfCampaign(ctx, campaignId);
  const placed = formsOf(template, 'commune').find((p) => p.form.id === at.form);
  const row = placed?.form.rows.find((r) => r.id === at.row);
  const column = placed?.form.columns.find((c) => c.id === at.column);
  if (!placed || !row || !column || column.kind !== 'figure') throw notFound('cell');
  const measure = measureOf(row, column);
  const spots: readonly { scope: 'commune' | 'agency' | 'area'; spot: Spot }[] = [
    { scope: 'commune' as const, spot: { form: placed.form, row: at.row, column: at.column } },
    ...(['agency', 'area'] as const).flatMap((scope) => {
      const spot = measure ? spotsOf(formsOf(template, scope)).get(measure) : undefined;
      return spot ? [{ scope, spot }] : [];
    }),
  ];
  const cells = await ctx.db
    .selectFrom('cell')
    .where('campaign_id', '=', campaignId)
    .where(
      'form_id',
      'in',
      spots.map((s) => s.spot.form.id),
    )
    .select(['unit_id', 'form_id', 'row_id', 'column_id', 'kind', 'amount', 'typed', 'estimate', 'note'])
    .execute();
  const units = await ctx.db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .where('campaign_id', '=', campaignId)
    .orderBy(sql`unit.name collate "vi-x-icu"`)
    .select(['unit.id', 'unit.name', 'unit.kind', 'report.state'])
    .execute();
  const byUnit = new Map<string, typeof cells>();
  for (const cell of cells) byUnit.set(cell.unit_id, [...(byUnit.get(cell.unit_id) ?? []), cell]);
  return {
    ...at,
    units: spots.flatMap(({ scope, spot }) =>
      units
        .filter((u) => (scope === 'commune') === (u.kind === 'commune'))
        .map((unit) => {
          const own = (byUnit.get(unit.id) ?? []).filter((c) => c.form_id === spot.form.id);
          const find = (r: string, c: string) => own.find((o) => o.row_id === r && o.column_id === c);
          const cell = valueAt(
            spot.form,
            (r, c) => {
              const found = find(r, c);
              return found ? cellOfRow(found) : EMPTY;
            },
            spot.row,
            spot.column,
          );
          return {
            unitId: unit.id,
            name: unit.name,
            kind: unit.kind,
            state: unit.state,
            counted: unit.state === 'received' && scope !== 'area',
            scope,
            cell,
            note: find(spot.row, spot.column)?.note ?? null,
          };
        })
        // A department that neither answers for the field nor has the figure says nothing here.
        .filter((u) => scope === 'commune' || u.cell.kind !== 'empty'),
    ),
  };
};
