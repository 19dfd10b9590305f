import { uuidv7 } from 'uuidv7';
import { rolesAt } from '../../core/directory/roles.ts';
import { accept } from '../../core/kernel/decision.ts';
import { type Reminded, remindedFact } from '../../core/notifications/manage.ts';
import { STEPS } from '../../core/notifications/rules.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { findRemindedCampaign } from './owing.ts';
import { remindUnit } from './remindUnit.ts';

/**
 * "Đôn đốc": the receiving office reminds by hand. Only those who owe are told; for the others the answer says why
 * not. In one order of units, so that two officers never wait for each other in a circle.
 */
export const remindUnits = async (
  ctx: WriteContext,
  campaignId: string,
  unitIds: readonly string[],
): Promise<{ units: Reminded[] }> => {
  const campaign = await findRemindedCampaign(ctx.trx, campaignId);
  if (!campaign || !rolesAt(ctx.person, campaign.receiverUnitId, ctx.today).has('receiver'))
    throw forbidden();
  const occasion = `by-hand:${uuidv7()}`;
  const units: Reminded[] = [];
  for (const unitId of [...new Set(unitIds)].sort()) {
    const told = await remindUnit(ctx.trx, {
      services: ctx.services,
      campaign,
      unitId,
      occasion,
      // By hand it is past asking one after the other.
      steps: STEPS,
      by: ctx.person.personId,
      now: Math.floor(ctx.now),
    });
    if (told === 'owes-nothing') units.push({ unitId, code: 'reminder.owesNothing' });
    else if (told === 'nobody') units.push({ unitId, code: 'reminder.nobody' });
    else {
      units.push({ unitId, ...told });
      await record(ctx, accept(remindedFact(campaignId, unitId, told)));
    }
  }
  // Last of all: who else reminds waits no longer than this transaction takes to end.
  if (units.some((u) => 'letters' in u && u.letters > 0)) await ctx.services.queue?.send(ctx.trx, 'letters');
  return { units };
};
