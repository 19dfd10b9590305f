import { passCampaignToSign } from '../../core/campaign/decide.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockCampaign } from './load.ts';
import { setCampaign } from './store.ts';

export const passRequestToSign = async (ctx: WriteContext, id: string, version: number): Promise<void> => {
  const { campaign, request } = await lockCampaign(ctx, id, 'pass-to-sign', version);
  await record(ctx, passCampaignToSign(campaign, request));
  await setCampaign(ctx, id, {
    state: 'awaiting-signature',
    passed_by: ctx.person.personId,
    passed_at: new Date(ctx.now),
  });
};
