import { remindedFact } from '../../core/notifications/manage.ts';
import type { ReminderRule } from '../../core/notifications/rules.ts';
import { occasionOf, ruleNow, USUAL_RULES } from '../../core/notifications/rules.ts';
import { businessNow } from '../clock/now.ts';
import { inTransaction } from '../database/retry.ts';
import type { Services } from '../http/context.ts';
import { appendFacts } from '../record/facts.ts';
import { findRemindedCampaign, owingUnits, rulesOf } from './owing.ts';
import { remindUnit } from './remindUnit.ts';

type Ready = { readonly unitId: string; readonly occasion: string; readonly rule: ReminderRule };

/** Units of one campaign for which a rule speaks now and that it has not reminded yet. */
const readyUnits = async (
  { db }: Services,
  campaign: { readonly id: string; readonly deadline: number; readonly issuedAt: number },
  now: number,
): Promise<readonly Ready[]> => {
  const rules = (await rulesOf(db, campaign.id))?.rules ?? USUAL_RULES;
  const ready = (await owingUnits(db, campaign)).flatMap(({ unitId, due, givenAt }) => {
    const rule = ruleNow(rules, due, givenAt, now);
    return rule ? [{ unitId, rule, occasion: occasionOf(rule, due) }] : [];
  });
  if (ready.length === 0) return [];
  const done = await db
    .selectFrom('reminder')
    .where('campaign_id', '=', campaign.id)
    .where('occasion', 'in', [...new Set(ready.map((r) => r.occasion))])
    .select(['unit_id', 'occasion'])
    .distinct()
    .execute();
  const known = new Set(done.map((r) => `${r.unit_id}/${r.occasion}`));
  return ready.filter((r) => !known.has(`${r.unitId}/${r.occasion}`));
};

/**
 * What the rules of the campaigns say by the business clock. Several processes may do it at once: the key of a
 * reminder lets one of them. One short transaction a unit, so that no sending waits for it.
 */
export const remindDue = async (services: Services): Promise<number> => {
  const now = Math.floor(await businessNow(services.db));
  const campaigns = await services.db
    .selectFrom('campaign')
    .where('state', '=', 'issued')
    .where('deadline', 'is not', null)
    .select(['id', 'deadline', 'issued_at'])
    .execute();
  let people = 0;
  for (const { id, deadline, issued_at } of campaigns) {
    const ready = await readyUnits(services, { id, deadline: deadline ?? 0, issuedAt: issued_at ?? 0 }, now);
    const campaign = ready.length > 0 ? await findRemindedCampaign(services.db, id) : undefined;
    if (!campaign) continue;
    for (const { unitId, occasion, rule } of ready) {
      people += await inTransaction(services.db, async (trx) => {
        const told = await remindUnit(trx, {
          services,
          campaign,
          unitId,
          occasion,
          steps: rule.to,
          by: null,
          now,
        });
        if (typeof told === 'string' || told.people === 0) return 0;
        // What the rules did is in the journal like what people do, and shows on open boards.
        await appendFacts(trx, [remindedFact(id, unitId, told)], null, now, Date.now());
        if (told.letters > 0) await services.queue?.send(trx, 'letters');
        return told.people;
      });
    }
  }
  return people;
};
