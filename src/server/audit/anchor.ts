import { type Kysely, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { DB } from '../database/schema.ts';
import { sha256 } from '../record/hash.ts';

/**
 * Fixes the heads of all chains in one hash: a whole chain that is rewritten later no longer fits the anchors. Nothing
 * is written when nothing happened since the last one.
 */
export const anchorChains = async (db: Kysely<DB>): Promise<void> => {
  // One moment for all heads: what is written meanwhile is the next anchor's.
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const heads = await trx
        .selectFrom('chain_head')
        .select(['chain', 'seq', 'hash'])
        .orderBy('chain')
        .execute();
      if (heads.length === 0) return;
      const root = sha256(heads.map((h) => `${h.chain} ${h.seq} ${h.hash}`).join('\n'));
      const last = await trx
        .selectFrom('chain_anchor')
        .select('root_hash')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (last?.root_hash === root) return;
      await sql`insert into anchored_head (chain, seq, hash)
      select chain, seq, hash from chain_head where seq > 0
      on conflict (chain, seq) do nothing`.execute(trx);
      await trx
        .insertInto('chain_anchor')
        .values({
          id: uuidv7(),
          recorded_at: sql`now()`,
          chains: heads.length,
          root_hash: root,
          previous_hash: last?.root_hash ?? '',
        })
        .execute();
    });
};
