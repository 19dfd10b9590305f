import type { Transaction } from 'kysely';
import { dayOfInstant, type Instant } from '../../core/kernel/instant.ts';
import { letterFor, USUAL_CHOICE } from '../../core/notifications/choice.ts';
import { reminderText, toldOf } from '../../core/notifications/remind.ts';
import type { Step } from '../../core/notifications/rules.ts';
import type { DB } from '../database/schema.ts';
import type { Services } from '../http/context.ts';
import { holdersOf, lockOwed, type RemindedCampaign } from './owing.ts';
import { keepReminder } from './store.ts';

export type Reminding = {
  readonly services: Services;
  readonly campaign: RemindedCampaign;
  readonly unitId: string;
  readonly occasion: string;
  readonly steps: readonly Step[];
  /** Who presses "Đôn đốc"; null when a rule speaks. */
  readonly by: string | null;
  readonly now: Instant;
};

export type RemindedUnit = 'owes-nothing' | 'nobody' | { readonly people: number; readonly letters: number };

/** Where a letter leads; none without an address that people can reach. */
export const linkTo = (services: Services, campaignId: string, unitId: string): string | null =>
  services.publicUrl ? `${services.publicUrl.replace(/\/+$/, '')}/bao-cao/${campaignId}/${unitId}` : null;

/** Tells the people of one unit, in the caller's transaction: notice and letter are kept together or not at all. */
export const remindUnit = async (trx: Transaction<DB>, reminding: Reminding): Promise<RemindedUnit> => {
  const { services, campaign, unitId, occasion, by, now } = reminding;
  const found = await lockOwed(trx, campaign, unitId);
  if (!found) return 'owes-nothing';
  const holders = await holdersOf(trx, unitId, dayOfInstant(now));
  const told = toldOf(found.owed.state, holders, reminding.steps);
  if (told.length === 0) return 'nobody';
  const link = linkTo(services, campaign.id, unitId);
  const text = reminderText(campaign, found.unit, found.owed, now, link);
  let [people, letters] = [0, 0];
  for (const personId of told) {
    const person = holders.find((h) => h.personId === personId);
    const address = services.mail ? (person?.email ?? null) : null;
    const letter = letterFor(person?.choice ?? USUAL_CHOICE, found.owed.due, now);
    const kept = await keepReminder(trx, {
      key: { campaign_id: campaign.id, unit_id: unitId, person_id: personId, occasion },
      text,
      by,
      officeName: campaign.officeName,
      address: letter === 'at-once' ? address : null,
      forDigest: letter === 'digest' && address !== null,
      at: now,
    });
    if (!kept) continue;
    people++;
    if (address !== null && letter === 'at-once') letters++;
  }
  return { people, letters };
};
