import { rolesAt } from '../../core/directory/roles.ts';
import { setRules } from '../../core/notifications/manage.ts';
import { type ReminderRule, USUAL_RULES } from '../../core/notifications/rules.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { findRemindedCampaign, rulesOf } from './owing.ts';
import { keepRules } from './store.ts';

const mustReceive = async (ctx: ReadContext, campaignId: string): Promise<void> => {
  const campaign = await findRemindedCampaign(ctx.db, campaignId);
  if (!campaign || !rolesAt(ctx.person, campaign.receiverUnitId, ctx.today).has('receiver'))
    throw forbidden();
};

export const reminderRules = async (ctx: ReadContext, campaignId: string) => {
  await mustReceive(ctx, campaignId);
  const own = await rulesOf(ctx.db, campaignId);
  return { usual: own === undefined, rules: own ?? USUAL_RULES, may: ['set'] as const };
};

export const setReminderRules = async (
  ctx: WriteContext,
  campaignId: string,
  rules: readonly ReminderRule[],
): Promise<void> => {
  await mustReceive(ctx, campaignId);
  await record(ctx, setRules(campaignId, rules));
  await keepRules(ctx, campaignId, rules);
};
