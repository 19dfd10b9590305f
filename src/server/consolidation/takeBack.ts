import { takeBack } from '../../core/consolidation/change.ts';
import { changesArea } from '../../core/consolidation/place.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { openFor } from './open.ts';
import { endChange } from './store.ts';

/** Takes back what was changed for the totals: the unit's own figures count again. */
export const takeChangeBack = async (
  ctx: WriteContext,
  campaignId: string,
  changeId: string,
): Promise<void> => {
  const opened = await openFor(ctx, campaignId, 'leave-out', true);
  const row = await ctx.trx
    .selectFrom('total_change')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .where('id', '=', changeId)
    .executeTakeFirst();
  if (!row) throw notFound('change');
  const area = row.form_id === '' ? null : (opened.areaOfForm.get(row.form_id) ?? null);
  if (!changesArea(opened.place, area)) throw forbidden({ verb: 'leave-out' });
  await record(
    ctx,
    takeBack(campaignId, {
      id: row.id,
      kind: row.kind as 'leave-out' | 'correct',
      unitId: row.unit_id,
      form: row.form_id || null,
      takenBack: row.taken_back_at !== null,
    }),
  );
  await endChange(ctx, row.id);
};
