import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { type Day, dayOfInstant } from '../../core/kernel/instant.ts';
import { digestMoment } from '../../core/notifications/choice.ts';
import { type DigestLine, digestText } from '../../core/notifications/remind.ts';
import { businessNow } from '../clock/now.ts';
import { inTransaction } from '../database/retry.ts';
import type { Services } from '../http/context.ts';
import { findRemindedCampaign, type RemindedCampaign, readOwed } from './owing.ts';
import { linkTo } from './remindUnit.ts';

type Waiting = { readonly personId: string; readonly email: string | null };

/**
 * The letter of the day for everybody who takes one, by the business clock. Its words are written when it goes. The
 * key (person, day) lets one of several processes make it, and a program that was killed make it once.
 */
export const digestDue = async (services: Services): Promise<number> => {
  const now = Math.floor(await businessNow(services.db));
  const day = dayOfInstant(now);
  if (!services.mail || now < digestMoment(day)) return 0;
  const { rows } = await sql<Waiting>`
    select person.id as "personId", case when person.active then person.email end as email
    from person where exists (select 1 from reminder where person_id = person.id and for_digest)`.execute(
    services.db,
  );
  let letters = 0;
  for (const person of rows) if (await makeDigest(services, person, day)) letters++;
  return letters;
};

const makeDigest = (services: Services, { personId, email }: Waiting, day: Day): Promise<boolean> =>
  inTransaction(services.db, async (trx) => {
    const id = uuidv7();
    if (email !== null) {
      const made = await trx
        .insertInto('outgoing_mail')
        .values({ id, person_id: personId, digest_day: day, address: email, subject: '', body: '' })
        .onConflict((c) => c.columns(['person_id', 'digest_day']).doNothing())
        .returning('id')
        .executeTakeFirst();
      // The letter of this day exists: what came after it waits for the next one.
      if (!made) return false;
    }
    const { rows } = await sql<{ campaign_id: string; unit_id: string; occasion: string }>`
      update reminder set for_digest = false where person_id = ${personId} and for_digest
      returning campaign_id, unit_id, occasion`.execute(trx);
    if (email === null || rows.length === 0) return false;
    await trx
      .insertInto('digest_line')
      .values(rows.map((row) => ({ ...row, person_id: personId, mail_id: id })))
      .execute();
    await services.queue?.send(trx, 'letters');
    return true;
  });

export type Composed = {
  readonly subject: string;
  readonly body: string;
  /** Whose reports the letter speaks of: when one of them is sent before the letter goes, it is written anew. */
  readonly of: readonly { readonly campaignId: string; readonly unitId: string }[];
};

/** The words of a letter of the day, of what is still owed at this moment; undefined when nothing is. */
export const composeDigest = async (services: Services, mailId: string): Promise<Composed | undefined> => {
  const { db } = services;
  const now = Math.floor(await businessNow(db));
  const rows = await db
    .selectFrom('digest_line')
    .where('mail_id', '=', mailId)
    .select(['campaign_id', 'unit_id'])
    .distinct()
    .orderBy('campaign_id')
    .orderBy('unit_id')
    .execute();
  const campaigns = new Map<string, RemindedCampaign | undefined>();
  const lines: DigestLine[] = [];
  const of: { campaignId: string; unitId: string }[] = [];
  for (const { campaign_id: campaignId, unit_id: unitId } of rows) {
    if (!campaigns.has(campaignId)) campaigns.set(campaignId, await findRemindedCampaign(db, campaignId));
    const campaign = campaigns.get(campaignId);
    const found = campaign && (await readOwed(db, campaign, unitId));
    if (!campaign || !found) continue;
    lines.push({ campaign, unit: found.unit, owed: found.owed, link: linkTo(services, campaignId, unitId) });
    of.push({ campaignId, unitId });
  }
  if (lines.length === 0) return undefined;
  const { subject, letter } = digestText(
    lines.sort((a, b) => a.owed.due - b.owed.due),
    dayOfInstant(now),
    now,
  );
  return { subject, body: letter, of };
};
