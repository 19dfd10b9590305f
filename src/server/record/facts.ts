import type { Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Fact } from '../../core/kernel/fact.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { canonicalJson } from '../../core/report/content.ts';
import type { DB } from '../database/schema.ts';
import { sha256 } from './hash.ts';

export type FactRow = {
  readonly id: string;
  readonly chain: string;
  readonly seq: number;
  readonly type: string;
  readonly campaign_id: string | null;
  readonly unit_id: string | null;
  readonly actor_id: string | null;
  readonly business_at: Instant;
  readonly recorded_at: Instant;
  readonly data: unknown;
  readonly previous_hash: string;
  /** From where; a fact of an older version has none, and its hash was made without it. */
  readonly origin?: string | null;
};

/** Whose doing a fact is, and the address it came from; no person: the program itself, or somebody who has not proved who. */
export type Doer = { readonly personId: string | null; readonly origin: string | null };

/** The hash of a fact covers everything it says and the hash of the fact before it. */
export const hashOfFact = ({ origin, ...row }: FactRow): string =>
  sha256(canonicalJson(origin ? { ...row, origin } : row));

type Head = { readonly seq: number; readonly hash: string };

const lockHead = async (trx: Transaction<DB>, chain: string): Promise<Head> => {
  // The update takes the row's lock: writers of one chain queue here, writers of others pass by.
  const head = await trx
    .insertInto('chain_head')
    .values({ chain, seq: 0, hash: '' })
    .onConflict((c) => c.column('chain').doUpdateSet((eb) => ({ chain: eb.ref('excluded.chain') })))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  return { seq: Number(head.seq), hash: head.hash };
};

export type LinkedFact = FactRow & { readonly hash: string };

/** Facts of one chain as rows behind its head; the last of them is the new head. */
export const linkFacts = (
  chain: string,
  head: Head,
  facts: readonly Fact[],
  actor: Doer | null,
  businessAt: Instant,
  recordedAt: Instant,
): readonly LinkedFact[] => {
  let { seq, hash } = head;
  return facts.map((fact) => {
    const row: FactRow = {
      id: uuidv7(),
      chain,
      seq: ++seq,
      type: fact.type,
      campaign_id: fact.campaignId ?? null,
      unit_id: fact.unitId ?? null,
      actor_id: actor?.personId ?? null,
      business_at: businessAt,
      recorded_at: recordedAt,
      data: JSON.parse(canonicalJson(fact.data)),
      previous_hash: hash,
      origin: actor?.origin ?? null,
    };
    hash = hashOfFact(row);
    return { ...row, hash };
  });
};

/** Appends facts to their chains inside the caller's transaction: state and facts are saved together or not at all. */
export const appendFacts = async (
  trx: Transaction<DB>,
  facts: readonly Fact[],
  actor: Doer | null,
  businessAt: Instant,
  recordedAt: Instant,
): Promise<void> => {
  // One order of chains for everybody, so that two requests never wait for each other in a circle.
  const chains = [...new Set(facts.map((f) => f.chain))].sort();
  for (const chain of chains) {
    const own = facts.filter((f) => f.chain === chain);
    const rows = linkFacts(chain, await lockHead(trx, chain), own, actor, businessAt, recordedAt);
    const { seq, hash } = rows.at(-1) ?? { seq: 0, hash: '' };
    await trx
      .insertInto('fact')
      .values(
        rows.map(({ origin, ...r }) => ({
          ...r,
          // The program's own facts can be added to a schema that knew no origin: a backup of it is one.
          ...(origin ? { origin } : {}),
          business_at: new Date(r.business_at),
          recorded_at: new Date(r.recorded_at),
          data: JSON.stringify(r.data),
        })),
      )
      .execute();
    await trx.updateTable('chain_head').set({ seq, hash }).where('chain', '=', chain).execute();
  }
};
