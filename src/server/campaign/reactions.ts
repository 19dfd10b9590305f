import { reactTo } from '../record/record.ts';
import { setCampaign } from './store.ts';

/** Called once, where the rooms are wired. */
export const registerCampaignReactions = (): void => {
  reactTo('campaign.closed', async (ctx, fact) => {
    if (fact.campaignId) await setCampaign(ctx, fact.campaignId, { state: 'closed' });
  });
};
