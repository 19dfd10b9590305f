import { type Kysely, sql } from 'kysely';
import type { DB } from '../database/schema.ts';
import { type FactRow, hashOfFact } from '../record/facts.ts';

/** A fact by its chain and its number in it. */
export type Place = { readonly chain: string; readonly seq: number };

export type Tampering = Place & {
  /** anchor: it is not the row that was there when an anchor fixed the end of its chain. */
  readonly what: 'changed' | 'missing' | 'head' | 'anchor';
};

type StoredFact = FactRow & { readonly hash: string };

/** Rows in memory at once: a fact may carry all words of a section. */
const BATCH = 500;
/** A journal that somebody has overwritten whole is not told row by row. */
const MOST_NAMED = 1000;

const rowsAfter = async (db: Kysely<DB>, after: Place | null): Promise<StoredFact[]> => {
  const { rows } = await sql<StoredFact & { readonly seq: string }>`
    select * from fact where (chain, seq) > (${after?.chain ?? ''}, ${after?.seq ?? 0}::bigint)
    order by chain, seq limit ${BATCH}`.execute(db);
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
};

const hashAt = async (db: Kysely<DB>, at: Place | null): Promise<string> => {
  if (at === null) return '';
  const { rows } = await sql<{ hash: string }>`
    select hash from fact where chain = ${at.chain} and seq = ${at.seq}`.execute(db);
  return rows[0]?.hash ?? '';
};

/** What the heads and the anchors say of the ends of chains: a row cut off at the end, a chain that was written anew. */
const endsThatDoNotFit = async (db: Kysely<DB>): Promise<Tampering[]> => {
  const { rows: heads } = await sql<{ chain: string; seq: string }>`
    select coalesce(h.chain, f.chain) as chain, coalesce(h.seq, f.seq) as seq
    from (select chain, seq, hash from chain_head where seq > 0) h
      full join (select distinct on (chain) chain, seq, hash from fact order by chain, seq desc) f on f.chain = h.chain
    where h.seq is distinct from f.seq or h.hash is distinct from f.hash
    order by 1 limit ${MOST_NAMED}`.execute(db);
  const { rows: anchored } = await sql<{ chain: string; seq: string }>`
    select a.chain, a.seq from anchored_head a left join fact f on f.chain = a.chain and f.seq = a.seq
    where f.hash is distinct from a.hash order by 1, 2 limit ${MOST_NAMED}`.execute(db);
  return [
    ...heads.map((row) => ({ chain: row.chain, seq: Number(row.seq), what: 'head' as const })),
    ...anchored.map((row) => ({ chain: row.chain, seq: Number(row.seq), what: 'anchor' as const })),
  ];
};

export type Step = {
  /** Facts looked at in this step. */
  readonly facts: number;
  readonly found: readonly Tampering[];
  /** Where the next step goes on; null: the journal was walked to its end. */
  readonly next: Place | null;
};

/**
 * Goes on from a place of the journal for about so long, a few hundred rows in memory at a time: the journal of years
 * is walked in steps, by whichever process is asked. Each row that does not fit the one before it is named.
 */
export const verifyStep = async (db: Kysely<DB>, after: Place | null, forMs: number): Promise<Step> => {
  const until = performance.now() + forMs;
  const found: Tampering[] = [];
  let at = after;
  let previous = await hashAt(db, at);
  let facts = 0;
  for (;;) {
    const rows = await rowsAfter(db, at);
    for (const { hash, ...row } of rows) {
      const before: Place | null = at?.chain === row.chain ? at : null;
      const expected = (before?.seq ?? 0) + 1;
      const gap = row.seq !== expected;
      if (gap) found.push({ chain: row.chain, seq: expected, what: 'missing' });
      // Behind a gap nothing is left that the row could be held against.
      const follows = gap || row.previous_hash === (before ? previous : '');
      if (!follows || hashOfFact(row) !== hash)
        found.push({ chain: row.chain, seq: row.seq, what: 'changed' });
      previous = hash;
      at = { chain: row.chain, seq: row.seq };
    }
    facts += rows.length;
    if (rows.length < BATCH) return { facts, found: [...found, ...(await endsThatDoNotFit(db))], next: null };
    if (performance.now() > until || found.length >= MOST_NAMED) return { facts, found, next: at };
  }
};

/** How much there is to walk. */
export const sizeOfJournal = async (db: Kysely<DB>): Promise<{ facts: number; chains: number }> => {
  const { rows } = await sql<{ facts: string; chains: string }>`
    select (select count(*) from fact) as facts, (select count(*) from chain_head) as chains`.execute(db);
  return { facts: Number(rows[0]?.facts ?? 0), chains: Number(rows[0]?.chains ?? 0) };
};

const STEP_MS = 1000;

/** Walks every chain from beginning to end. */
export const verifyChains = async (
  db: Kysely<DB>,
): Promise<{ facts: number; chains: number; found: Tampering[] }> => {
  const { chains } = await sizeOfJournal(db);
  const found: Tampering[] = [];
  let facts = 0;
  let after: Place | null = null;
  do {
    const step: Step = await verifyStep(db, after, STEP_MS);
    facts += step.facts;
    found.push(...step.found);
    after = step.next;
  } while (after !== null);
  return { facts, chains, found };
};
