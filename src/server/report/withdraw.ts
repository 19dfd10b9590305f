import { withdraw } from '../../core/report/withdraw.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';

/** Back to drafting; the sending and its receipt stay in the book, as withdrawn by the fact. */
export const withdrawReport = async (ctx: WriteContext, at: { campaignId: string; unitId: string }) => {
  const loaded = await lockFor(ctx, at, 'withdraw');
  await record(ctx, withdraw(loaded.report, ctx.person.personId, loaded.deadline, ctx.now));
  // A report taken back before it was looked at was never sent: its first sending does not count as in time.
  const { lastResendBy } = loaded.report;
  const onlyOne = lastResendBy === null;
  await setReport(ctx, at, {
    state: 'drafting',
    submitted_at: null,
    passed_at: null,
    // What had to be sent again by a date still has to.
    resend_by: lastResendBy === null ? null : new Date(lastResendBy),
    ...(onlyOne ? { first_submitted_at: null, first_due_at: null } : {}),
  });
};
