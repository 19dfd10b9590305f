import type { Kysely } from 'kysely';
import type { DB } from '../database/schema.ts';
import { hashOfFact } from '../record/facts.ts';

export type Tampering = {
  readonly chain: string;
  readonly seq: number;
  readonly what: 'changed' | 'missing' | 'head';
};

/** Walks every chain and names each row that does not fit the one before it, and heads that do not fit the end. */
export const verifyChains = async (
  db: Kysely<DB>,
): Promise<{ facts: number; chains: number; found: Tampering[] }> => {
  const found: Tampering[] = [];
  const heads = await db.selectFrom('chain_head').selectAll().orderBy('chain').execute();
  let facts = 0;
  for (const head of heads) {
    const rows = await db
      .selectFrom('fact')
      .selectAll()
      .where('chain', '=', head.chain)
      .orderBy('seq')
      .execute();
    let previous = '';
    let expected = 1;
    for (const { hash, seq, ...row } of rows) {
      facts++;
      if (Number(seq) !== expected) found.push({ chain: head.chain, seq: expected, what: 'missing' });
      if (row.previous_hash !== previous || hashOfFact({ ...row, seq: Number(seq) }) !== hash)
        found.push({ chain: head.chain, seq: Number(seq), what: 'changed' });
      previous = hash;
      expected = Number(seq) + 1;
    }
    if (previous !== head.hash || expected - 1 !== Number(head.seq))
      found.push({ chain: head.chain, seq: Number(head.seq), what: 'head' });
  }
  return { facts, chains: heads.length, found };
};
