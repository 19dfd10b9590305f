import { countsIn } from '../../core/consolidation/basis.ts';
import { correct } from '../../core/consolidation/change.ts';
import { changesArea } from '../../core/consolidation/place.ts';
import type { CorrectWire } from '../../core/consolidation/wire.ts';
import { parseAmount } from '../../core/kernel/amount.ts';
import { EMPTY } from '../../core/template/cell.ts';
import { isComputed } from '../../core/template/compute.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { cellOfRow } from '../report/views/contents.ts';
import { standingChanges } from './changes.ts';
import { formsOf } from './forms.ts';
import { openFor } from './open.ts';
import { keepChange } from './store.ts';

/** Puts another value into the totals than the unit reported; its report is untouched (G2). */
export const correctForTotal = async (
  ctx: WriteContext,
  campaignId: string,
  wanted: CorrectWire,
): Promise<void> => {
  const opened = await openFor(ctx, campaignId, 'correct', true);
  if (!changesArea(opened.place, opened.areaOfForm.get(wanted.form) ?? null))
    throw forbidden({ verb: 'correct' });
  const placed = (['commune', 'agency'] as const)
    .flatMap((scope) => formsOf(opened.template, scope))
    .find((p) => p.form.id === wanted.form);
  const column = placed?.form.columns.find((c) => c.id === wanted.column);
  if (!placed || column?.kind !== 'figure' || !placed.form.rows.some((r) => r.id === wanted.row))
    throw notFound('cell');
  const report = await ctx.trx
    .selectFrom('report')
    .select('state')
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', wanted.unitId)
    .executeTakeFirst();
  if (!report) throw notFound('unit');
  const stored = await ctx.trx
    .selectFrom('cell')
    .select(['kind', 'amount', 'typed', 'estimate'])
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', wanted.unitId)
    .where('form_id', '=', wanted.form)
    .where('row_id', '=', wanted.row)
    .where('column_id', '=', wanted.column)
    .executeTakeFirst();
  const cell = stored ? cellOfRow(stored) : EMPTY;
  const changes = await standingChanges(ctx, campaignId);
  const amount = parseAmount(wanted.amount) ?? wanted.amount;
  await record(
    ctx,
    correct(
      campaignId,
      { ...wanted, amount },
      {
        cell,
        seen: wanted.seen,
        computed: isComputed(placed.form, wanted.row, wanted.column),
        counted: countsIn('drafts', report.state),
      },
      changes.some(
        (c) =>
          c.kind === 'correct' &&
          c.unitId === wanted.unitId &&
          c.form === wanted.form &&
          c.row === wanted.row &&
          c.column === wanted.column,
      ),
    ),
  );
  await keepChange(ctx, campaignId, {
    kind: 'correct',
    unitId: wanted.unitId,
    form: wanted.form,
    row: wanted.row,
    column: wanted.column,
    reported: cell,
    amount,
    reason: wanted.reason.trim(),
  });
};
