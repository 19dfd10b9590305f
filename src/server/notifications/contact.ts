import { uuidv7 } from 'uuidv7';
import { rolesAt } from '../../core/directory/roles.ts';
import { type ContactNote, noteContact } from '../../core/notifications/contact.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { keepContact } from './store.ts';

/** "Đã gọi điện": an officer of the receiving office writes down that somebody of a unit was spoken with. */
export const noteContactWith = async (
  ctx: WriteContext,
  at: { readonly campaignId: string; readonly unitId: string },
  note: ContactNote,
): Promise<void> => {
  const row = await ctx.trx
    .selectFrom('report')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .where('campaign_id', '=', at.campaignId)
    .where('unit_id', '=', at.unitId)
    .select('receiver_unit_id')
    .executeTakeFirst();
  if (!row) throw notFound('report');
  if (!rolesAt(ctx.person, row.receiver_unit_id, ctx.today).has('receiver')) throw forbidden();
  await record(ctx, noteContact(at.campaignId, at.unitId, note));
  await keepContact(ctx, { id: uuidv7(), ...at, ...note });
};
