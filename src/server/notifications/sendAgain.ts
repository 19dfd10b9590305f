import { mayAdminister } from '../../core/directory/allow.ts';
import { sendAgain } from '../../core/notifications/manage.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { waitAgain } from './store.ts';

/** The administrator gives a letter that was given up one more round of tries. */
export const sendMailAgain = async (ctx: WriteContext, id: string): Promise<void> => {
  if (!mayAdminister(ctx.person, ctx.today)) throw forbidden();
  const mail = await ctx.trx
    .selectFrom('outgoing_mail')
    .where('id', '=', id)
    .forUpdate()
    .select(['id', 'state'])
    .executeTakeFirst();
  if (!mail) throw notFound('mail');
  await record(ctx, sendAgain(mail));
  await waitAgain(ctx, id);
  await ctx.services.queue?.send(ctx.trx, 'letters');
};
