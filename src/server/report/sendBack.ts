import { sendBack } from '../../core/report/sendBack.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';

/** The signer gives the report back; what was returned by the receiver stays returned until it is sent again. */
export const sendReportBack = async (
  ctx: WriteContext,
  at: { campaignId: string; unitId: string },
  reason: string,
) => {
  const loaded = await lockFor(ctx, at, 'send-back');
  await record(ctx, sendBack(loaded.report, reason, ctx.person.personId));
  const state = loaded.report.resendBy !== null ? 'returned' : 'drafting';
  await setReport(ctx, at, { state, sent_back_reason: reason.trim(), passed_at: null });
};
