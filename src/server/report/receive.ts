import { receive } from '../../core/report/receive.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';

export const receiveReport = async (ctx: WriteContext, at: { campaignId: string; unitId: string }) => {
  const loaded = await lockFor(ctx, at, 'receive');
  await record(ctx, receive(loaded.report, ctx.person.personId));
  await setReport(ctx, at, {
    state: 'received',
    received_by: ctx.person.personId,
    received_at: new Date(ctx.now),
  });
};
