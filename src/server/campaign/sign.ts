import { signCampaign } from '../../core/campaign/decide.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockCampaign } from './load.ts';
import { setCampaign } from './store.ts';

export const signRequest = async (ctx: WriteContext, id: string, version: number): Promise<void> => {
  const { campaign } = await lockCampaign(ctx, id, 'sign', version);
  await record(ctx, signCampaign(campaign));
  await setCampaign(ctx, id, {
    state: 'signed',
    signed_by: ctx.person.personId,
    signed_at: new Date(ctx.now),
  });
};
