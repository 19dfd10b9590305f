import { type Kysely, sql } from 'kysely';
import { type Apart, clocksApart } from '../../core/kernel/apart.ts';
import type { DB } from '../database/schema.ts';

/**
 * This machine's clock against the database's. Every process of an office shares that one, so a process that is apart
 * would give receipts of another second (E6, E10).
 */
export const clockApart = async (db: Kysely<DB>): Promise<Apart> => {
  const ask = () =>
    sql<{ ms: number }>`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`.execute(db);
  // The first question may have to open a connection, which is no part of the measure.
  await ask();
  const asked = Date.now();
  const { rows } = await ask();
  // Whole milliseconds, as ours are: a fraction is no difference.
  return clocksApart(Math.floor(rows[0]?.ms ?? asked), asked, Date.now());
};
