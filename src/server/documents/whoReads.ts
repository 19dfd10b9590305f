import { stancesToward } from '../../core/directory/stance.ts';
import type { ReadContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';

const READERS = ['receiver', 'authority-overseer', 'authority-signer'] as const;

/** Lets pass who reads every report of the campaign; the others learn nothing of it. */
export const readsWholeCampaign = async (ctx: ReadContext, campaignId: string): Promise<void> => {
  const campaign = await ctx.db
    .selectFrom('campaign')
    .where('id', '=', campaignId)
    .select(['receiver_unit_id', 'authority_unit_id'])
    .executeTakeFirst();
  const stances =
    campaign &&
    stancesToward(
      ctx.person,
      {
        unitId: '',
        receiverUnitId: campaign.receiver_unit_id,
        authorityUnitIds: [campaign.authority_unit_id],
      },
      ctx.today,
    );
  if (!stances || !READERS.some((one) => stances.has(one))) throw forbidden();
};
