import { acknowledge } from '../../core/report/acknowledge.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';

export const acknowledgeRequest = async (ctx: WriteContext, at: { campaignId: string; unitId: string }) => {
  const loaded = await lockFor(ctx, at, 'acknowledge');
  await record(ctx, acknowledge(loaded.report, ctx.person.personId));
  await setReport(ctx, at, {
    acknowledged_by: ctx.person.personId,
    acknowledged_at: new Date(ctx.now),
    seen_version: Math.max(loaded.report.toldVersion, loaded.requestVersion),
  });
};
