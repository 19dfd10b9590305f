import { handUp } from '../../core/consolidation/handUp.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { openFor } from './open.ts';
import { keepHandedUp } from './store.ts';
import { upperCampaigns } from './upper.ts';
import { frozenVersions } from './views/frozen.ts';

/** The newest frozen version becomes the authority's own report above; the report's room fills it (G7). */
export const handVersionUp = async (
  ctx: WriteContext,
  campaignId: string,
  number: number,
  upperCampaignId: string,
): Promise<void> => {
  const opened = await openFor(ctx, campaignId, 'hand-up', true);
  const [latest] = await frozenVersions(ctx, campaignId);
  const upper = (await upperCampaigns(ctx, opened)).find((u) => u.campaignId === upperCampaignId);
  const handed = await ctx.trx
    .selectFrom('handed_up')
    .select('number')
    .where('campaign_id', '=', campaignId)
    .where('number', '=', number)
    .where('upper_campaign_id', '=', upperCampaignId)
    .executeTakeFirst();
  const up = { number, upperCampaignId, unitId: opened.authorityUnitId };
  await record(
    ctx,
    handUp(campaignId, up, {
      latest: latest?.content.number ?? null,
      handed: handed !== undefined,
      state: upper?.state ?? null,
    }),
  );
  await keepHandedUp(ctx, campaignId, up);
};
