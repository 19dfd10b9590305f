import type { Kysely } from 'kysely';
import { type Instant, instantAt } from '../../core/kernel/instant.ts';
import { hashPassword } from '../access/secrets.ts';
import type { DB } from '../database/schema.ts';
import type { Services } from '../http/context.ts';
import { loadPack, loadPeople } from '../pack/load.ts';
import { readPack } from '../pack/read.ts';
import { wireReactions } from '../reactions.ts';
import { acting, peopleOf } from './acting.ts';
import { draftFromLetter, issueFromDraft } from './campaign.ts';
import { playEarlierPeriods } from './earlier.ts';
import { replay } from './replay.ts';
import { storyOf } from './story/storyOf.ts';

export type DemoStage = 'issued' | 'before-issue';
const PACK = 'cao-loc-2024';
const THIS_PLAN = instantAt('2024-01-15', 8);

/** Wednesday 28/02/2024 08:00, or the morning before the letter is issued. */
const clockOf = (stage: DemoStage): Instant =>
  stage === 'issued' ? instantAt('2024-02-28', 8) : instantAt('2024-02-06', 8);

/**
 * Fills an empty database with the demonstration, all or nothing: the pack, its people with one password, and the
 * story replayed through the product's own verbs.
 */
export const loadDemo = async (
  db: Kysely<DB>,
  options: {
    readonly stage: DemoStage;
    readonly password: string;
    readonly now?: Instant | undefined;
    /** With campaigns that are over, so that there is something to compare with; tests mostly do without. */
    readonly earlier: boolean;
  },
): Promise<void> => {
  wireReactions();
  const pack = await readPack(PACK);
  const passwordHash = await hashPassword(options.password);
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('installation')
      .values({ mode: 'demo', superior: 'Tỉnh Lạng Sơn', body: 'Ủy ban nhân dân huyện Cao Lộc' })
      .execute();
    const withoutTasks = { ...pack, tasks: { ...pack.tasks, tasks: [] } };
    await loadPack(trx, options.earlier ? withoutTasks : pack, THIS_PLAN);
    await loadPeople(trx, pack.people);
    const people = await peopleOf(trx);
    await trx
      .insertInto('password')
      .values([...people.values()].map((p) => ({ person_id: p.personId, hash: passwordHash })))
      .execute();
    const services: Services = { db: trx, mode: 'demo', dataFolder: '', version: '', publicUrl: null };
    const act = acting(services, trx, people);
    if (options.earlier) {
      await playEarlierPeriods(act, people, pack);
      // The plan of this year and its tasks came after them.
      await loadPack(trx, pack, THIS_PLAN);
    }
    const campaignId = await draftFromLetter(act, people);
    if (options.stage === 'issued') {
      await issueFromDraft(act, campaignId);
      const steps = [...storyOf(pack)].sort((a, b) => a.at - b.at);
      for (const step of steps) await act(step.by, step.at, (ctx) => replay(ctx, campaignId, step));
    }
    const clock = (options.now ?? clockOf(options.stage)) - Date.now();
    await trx
      .updateTable('installation')
      .set({ clock_offset_ms: Math.round(clock) })
      .execute();
  });
};
