import { stancesToward } from '../../../core/directory/stance.ts';
import type { ReadContext } from '../../http/context.ts';
import { forbidden } from '../../http/failures.ts';

/** Only offices that receive or oversee see the whole campaign. */
export const mustOversee = async (ctx: ReadContext, campaignId: string): Promise<void> => {
  const campaign = await ctx.db
    .selectFrom('campaign')
    .select(['receiver_unit_id', 'authority_unit_id'])
    .where('id', '=', campaignId)
    .executeTakeFirst();
  if (!campaign) throw forbidden();
  const stances = stancesToward(
    ctx.person,
    { unitId: '', receiverUnitId: campaign.receiver_unit_id, authorityUnitIds: [campaign.authority_unit_id] },
    ctx.today,
  );
  if (!(['receiver', 'authority-overseer', 'authority-signer'] as const).some((s) => stances.has(s)))
    throw forbidden();
};
