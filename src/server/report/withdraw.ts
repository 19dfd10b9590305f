import { withdraw } from '../../core/report/withdraw.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';

/** Back to drafting; the sending and its receipt stay in the book, as withdrawn by the fact. */
export const withdrawReport = async (ctx: WriteContext, at: { campaignId: string; unitId: string }) => {
  const loaded = await lockFor(ctx, at, 'withdraw');
  await record(ctx, withdraw(loaded.report, ctx.person.personId));
  // A report taken back before it was looked at was never sent: its first sending does not count as in time.
  const onlyOne = loaded.report.revision === 1;
  await setReport(ctx, at, {
    state: 'drafting',
    submitted_at: null,
    passed_at: null,
    ...(onlyOne ? { first_submitted_at: null } : {}),
  });
};
