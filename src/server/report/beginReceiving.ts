import { beginReceiving } from '../../core/report/beginReceiving.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';

export const beginReceivingReport = async (ctx: WriteContext, at: { campaignId: string; unitId: string }) => {
  const loaded = await lockFor(ctx, at, 'begin-receiving');
  await record(ctx, beginReceiving(loaded.report, ctx.person.personId));
  await setReport(ctx, at, { begun_by: ctx.person.personId, begun_at: new Date(ctx.now) });
};
