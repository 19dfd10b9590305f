import { sendCampaignBack } from '../../core/campaign/decide.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockCampaign } from './load.ts';
import { setCampaign } from './store.ts';

export const sendRequestBack = async (
  ctx: WriteContext,
  id: string,
  version: number,
  reason: string,
): Promise<void> => {
  const { campaign } = await lockCampaign(ctx, id, 'send-back', version);
  await record(ctx, sendCampaignBack(campaign, reason));
  await setCampaign(ctx, id, { state: 'draft', passed_by: null, passed_at: null });
};
