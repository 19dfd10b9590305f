import type { Kysely } from 'kysely';
import type { Instant } from '../../core/kernel/instant.ts';
import type { DB } from '../database/schema.ts';

/**
 * The business clock: real time plus an offset kept in the database. Deadlines are judged by it; sessions, codes and
 * rate limits use real time.
 */
export const businessNow = async (db: Kysely<DB>): Promise<Instant> => {
  const row = await db.selectFrom('installation').select('clock_offset_ms').executeTakeFirst();
  return Date.now() + Number(row?.clock_offset_ms ?? 0);
};
