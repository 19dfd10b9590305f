import type { Transaction } from 'kysely';
import type { Instant } from '../../core/kernel/instant.ts';
import type { DB } from '../database/schema.ts';

/** Sets the offset under lock, when `judge` lets the clock go from where it stands now. */
export const moveOffset = async (
  trx: Transaction<DB>,
  to: Instant,
  judge: (current: Instant) => Promise<unknown>,
): Promise<Instant> => {
  const row = await trx
    .selectFrom('installation')
    .select('clock_offset_ms')
    .forUpdate()
    .executeTakeFirstOrThrow();
  const real = Date.now();
  await judge(real + Number(row.clock_offset_ms));
  await trx
    .updateTable('installation')
    .set({ clock_offset_ms: Math.round(to - real) })
    .execute();
  return to;
};
