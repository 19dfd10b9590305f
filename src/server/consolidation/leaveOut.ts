import { leaveOut } from '../../core/consolidation/change.ts';
import { changesArea } from '../../core/consolidation/place.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { standingChanges } from './changes.ts';
import { formsOf } from './forms.ts';
import { openFor } from './open.ts';
import { keepChange } from './store.ts';

type Wanted = { readonly unitId: string; readonly form: string | null; readonly reason: string };

/** The whole unit by the receiving office only; one form also by who leads its field. */
export const leaveUnitOut = async (ctx: WriteContext, campaignId: string, wanted: Wanted): Promise<void> => {
  const opened = await openFor(ctx, campaignId, 'leave-out', true);
  const area = wanted.form === null ? null : (opened.areaOfForm.get(wanted.form) ?? null);
  if (!changesArea(opened.place, area)) throw forbidden({ verb: 'leave-out' });
  const scopes = ['commune', 'agency'] as const;
  if (
    wanted.form !== null &&
    !scopes.some((s) => formsOf(opened.template, s).some((f) => f.form.id === wanted.form))
  )
    throw notFound('form');
  const report = await ctx.trx
    .selectFrom('report')
    .select('unit_id')
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', wanted.unitId)
    .executeTakeFirst();
  if (!report) throw notFound('unit');
  const standing = (await standingChanges(ctx, campaignId)).map((c) => ({ ...c, takenBack: false }));
  await record(ctx, leaveOut(campaignId, wanted, standing));
  await keepChange(ctx, campaignId, {
    kind: 'leave-out',
    ...wanted,
    reason: wanted.reason.trim(),
    row: null,
    column: null,
    reported: null,
    amount: null,
  });
};
