import { answerPin } from '../../core/report/answerPin.ts';
import type { WriteContext } from '../http/context.ts';
import { notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';

export const answerPinOfReport = async (
  ctx: WriteContext,
  at: { campaignId: string; unitId: string },
  number: number,
  answer: string,
) => {
  const loaded = await lockFor(ctx, at, 'answer');
  await record(ctx, answerPin(loaded.report, number, answer, ctx.person.personId));
  const done = await ctx.trx
    .updateTable('pin')
    .set({ answer: answer.trim(), answered_by: ctx.person.personId, answered_at: new Date(ctx.now) })
    .where('campaign_id', '=', at.campaignId)
    .where('unit_id', '=', at.unitId)
    .where('revision', '=', loaded.report.revision)
    .where('number', '=', number)
    .returning('number')
    .executeTakeFirst();
  if (!done) throw notFound('pin');
};
