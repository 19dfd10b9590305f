import type { Kysely, Transaction } from 'kysely';
import { isLost } from './kept.ts';
import type { DB } from './schema.ts';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 5;

/** Whether the database wants the same transaction once more. */
export const asksAgain = (error: unknown): boolean => {
  const code = (error as { code?: unknown }).code;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK || isLost(error);
};

/** Runs a whole transaction again when the database asks for it; nothing else is ever repeated. */
async function retry<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (!asksAgain(error) || attempt === ATTEMPTS) throw error;
      // Two that met once must not meet again in step.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    }
  }
}

/** One transaction from begin to commit, done again as a whole when the database asks for it. */
export function inTransaction<T>(db: Kysely<DB>, work: (trx: Transaction<DB>) => Promise<T>): Promise<T> {
  return retry(() => db.transaction().execute(work));
}
