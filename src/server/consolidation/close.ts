import { closeCampaign } from '../../core/consolidation/close.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { obligedUnits } from './obliged.ts';
import { openFor } from './open.ts';

/** Closes when every obliged unit is in or left out with a reason (G6); the campaign's own room keeps the state. */
export const closeForGood = async (ctx: WriteContext, campaignId: string): Promise<void> => {
  await openFor(ctx, campaignId, 'close', true);
  await record(ctx, closeCampaign(campaignId, await obligedUnits(ctx, campaignId)));
};
