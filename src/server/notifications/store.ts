import { sql, type Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Instant } from '../../core/kernel/instant.ts';
import type { MailChoice } from '../../core/notifications/choice.ts';
import type { ContactNote } from '../../core/notifications/contact.ts';
import type { ReminderText } from '../../core/notifications/remind.ts';
import type { ReminderRule } from '../../core/notifications/rules.ts';
import type { DB } from '../database/schema.ts';
import type { WriteContext } from '../http/context.ts';

/** Only the own ones; what was read before keeps its time. */
export const markRead = async (ctx: WriteContext, ids: readonly string[] | undefined): Promise<number> => {
  let query = ctx.trx
    .updateTable('notice')
    .set({ read_at: new Date(ctx.now) })
    .where('person_id', '=', ctx.person.personId)
    .where('read_at', 'is', null);
  if (ids?.length === 0) return 0;
  if (ids) query = query.where('id', 'in', [...ids]);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
};

type ReminderKey = {
  readonly campaign_id: string;
  readonly unit_id: string;
  readonly person_id: string;
  readonly occasion: string;
};

type NewReminder = {
  readonly key: ReminderKey;
  readonly text: ReminderText;
  readonly by: string | null;
  readonly officeName: string;
  /** Where a letter goes; null: only the notice inside the program. */
  readonly address: string | null;
  /** The letter of the day will speak of it. */
  readonly forDigest: boolean;
  readonly at: Instant;
};

/** Keeps a reminder with its notice and its letter; false when this person was told on this occasion before. */
export const keepReminder = async (trx: Transaction<DB>, reminder: NewReminder): Promise<boolean> => {
  const { key, text, by, officeName, address, forDigest } = reminder;
  const at = new Date(reminder.at);
  const kept = await trx
    .insertInto('reminder')
    .values({ ...key, words: text.words, by, at, for_digest: forDigest })
    .onConflict((c) => c.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (!kept) return false;
  const { campaign_id, unit_id, person_id } = key;
  const data = JSON.stringify({ by: officeName, words: text.words });
  await trx
    .insertInto('notice')
    .values({ id: uuidv7(), type: 'report.reminded', campaign_id, unit_id, person_id, data, at })
    .execute();
  if (address !== null)
    await trx
      .insertInto('outgoing_mail')
      .values({ id: uuidv7(), ...key, address, subject: text.subject, body: text.letter })
      .execute();
  return true;
};

export const keepContact = async (
  ctx: WriteContext,
  contact: ContactNote & { readonly id: string; readonly campaignId: string; readonly unitId: string },
): Promise<void> => {
  const { id, campaignId, unitId, kind, spokeWith, note } = contact;
  const by = ctx.person.personId;
  await ctx.trx
    .insertInto('contact')
    .values({
      id,
      campaign_id: campaignId,
      unit_id: unitId,
      kind,
      spoke_with: spokeWith,
      note,
      by,
      at: new Date(ctx.now),
    })
    .execute();
};

export const keepChoice = async (ctx: WriteContext, choice: MailChoice): Promise<void> => {
  const values = { choice, changed_at: new Date(ctx.now) };
  await ctx.trx
    .insertInto('mail_choice')
    .values({ person_id: ctx.person.personId, ...values })
    .onConflict((c) => c.column('person_id').doUpdateSet(values))
    .execute();
};

/** Tries begin anew, at once. */
export const waitAgain = async (ctx: WriteContext, id: string): Promise<void> => {
  await ctx.trx
    .updateTable('outgoing_mail')
    .set({
      state: 'waiting',
      attempts: 0,
      next_at: sql`now()`,
      ended_at: null,
      last_error: null,
      // A wrong address is what most letters die of: by now it may have been put right.
      address: sql`coalesce((select email from person where person.id = outgoing_mail.person_id), address)`,
    })
    .where('id', '=', id)
    .execute();
};

export const keepRules = async (
  ctx: WriteContext,
  campaignId: string,
  rules: readonly ReminderRule[],
): Promise<void> => {
  const values = {
    rules: JSON.stringify(rules),
    changed_by: ctx.person.personId,
    changed_at: new Date(ctx.now),
  };
  await ctx.trx
    .insertInto('reminder_rules')
    .values({ campaign_id: campaignId, ...values })
    .onConflict((c) =>
      c
        .column('campaign_id')
        .doUpdateSet((eb) => ({ ...values, version: eb('reminder_rules.version', '+', 1) })),
    )
    .execute();
};
