import { rolesAt } from '../../core/directory/roles.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import type { RulesAnswer, RulesPreview } from '../../core/notifications/answers.ts';
import { setRules } from '../../core/notifications/manage.ts';
import { reminderText, toldOf } from '../../core/notifications/remind.ts';
import { type ReminderRule, STEPS, USUAL_RULES } from '../../core/notifications/rules.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { findRemindedCampaign, holdersOf, type RemindedCampaign, readOwed, rulesOf } from './owing.ts';
import { linkTo } from './remindUnit.ts';
import { keepRules } from './store.ts';

const mustReceive = async (ctx: ReadContext, campaignId: string): Promise<RemindedCampaign> => {
  const campaign = await findRemindedCampaign(ctx.db, campaignId);
  if (!campaign || !rolesAt(ctx.person, campaign.receiverUnitId, ctx.today).has('receiver'))
    throw forbidden();
  return campaign;
};

export const reminderRules = async (ctx: ReadContext, campaignId: string): Promise<RulesAnswer> => {
  const { title, deadline } = await mustReceive(ctx, campaignId);
  const own = await rulesOf(ctx.db, campaignId);
  return {
    campaign: { id: campaignId, title, deadline },
    usual: own === undefined,
    rules: own?.rules ?? USUAL_RULES,
    version: own?.version ?? 0,
    mail: ctx.services.mail !== undefined,
    may: ['set'],
  };
};

/** What a reminder would say to one unit now, and to whom at each step; nothing is kept or sent. */
export const reminderPreview = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
): Promise<RulesPreview> => {
  const campaign = await mustReceive(ctx, campaignId);
  const found = await readOwed(ctx.db, campaign, unitId);
  if (!found) throw notFound('report');
  const now = Math.floor(ctx.now);
  const holders = await holdersOf(ctx.db, unitId, dayOfInstant(now));
  const { words, subject, letter } = reminderText(
    campaign,
    found.unit,
    found.owed,
    now,
    linkTo(ctx.services, campaignId, unitId),
  );
  return {
    unitId,
    unitName: found.unit.name,
    words,
    subject,
    letter,
    told: STEPS.map((step) => ({
      step,
      people: toldOf(found.owed.state, holders, [step]).flatMap((id) => {
        const person = holders.find((h) => h.personId === id);
        return person ? [{ name: person.name, mail: person.email === null ? null : person.choice }] : [];
      }),
    })),
  };
};

export const setReminderRules = async (
  ctx: WriteContext,
  campaignId: string,
  rules: readonly ReminderRule[],
  seen: number,
): Promise<void> => {
  await mustReceive(ctx, campaignId);
  const now = (await rulesOf(ctx.db, campaignId))?.version ?? 0;
  await record(ctx, setRules(campaignId, rules, { seen, now }));
  await keepRules(ctx, campaignId, rules);
};
