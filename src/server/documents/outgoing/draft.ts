import { rolesAt } from '../../../core/directory/roles.ts';
import type { WriteContext } from '../../http/context.ts';
import { forbidden, notFound } from '../../http/failures.ts';
import { draftOf, type Wanted } from './sources.ts';
import { addDraft } from './store.ts';

/** The receiving office has a document drafted; it bears no number until it is signed and văn thư has given one. */
export const draftDocument = async (ctx: WriteContext, wanted: Wanted): Promise<{ id: string }> => {
  const campaign = await ctx.trx
    .selectFrom('campaign')
    .select(['receiver_unit_id', 'authority_unit_id'])
    .where('id', '=', wanted.campaignId)
    .executeTakeFirst();
  if (!campaign) throw notFound('campaign');
  if (!rolesAt(ctx.person, campaign.receiver_unit_id, ctx.today).has('receiver')) throw forbidden();
  const { bodyId, subject, tree, frozen } = await draftOf(
    ctx,
    { receiverUnitId: campaign.receiver_unit_id, authorityUnitId: campaign.authority_unit_id },
    wanted,
  );
  const id = await addDraft(ctx, {
    unitId: bodyId,
    purpose: wanted.purpose,
    campaignId: wanted.campaignId,
    aboutUnitId: wanted.unitId,
    subject,
    tree,
    frozen: frozen ?? null,
    related: null,
  });
  return { id };
};
