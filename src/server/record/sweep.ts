import { type Kysely, sql } from 'kysely';
import type { DB } from '../database/schema.ts';

/** Longer than any outbox waits: after that a repeated key is a new request, which row versions still refuse. */
const KEEP_DAYS = 60;

/** Forgets answers that nobody will ask for again. */
export const sweepAnswers = async (db: Kysely<DB>): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('client_write')
    .where('at', '<', sql<number>`now() - make_interval(days => ${KEEP_DAYS})`)
    .executeTakeFirst();
  return Number(numDeletedRows);
};
