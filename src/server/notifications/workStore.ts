import type { Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Day, Instant } from '../../core/kernel/instant.ts';
import type { DB } from '../database/schema.ts';

/** False when this occasion was spoken of before. */
export const keepWorkReminder = async (
  trx: Transaction<DB>,
  work: {
    readonly kind: 'task' | 'low-mark';
    readonly unitId: string;
    readonly id: string;
    readonly year: number;
  },
  occasion: string,
  now: Instant,
): Promise<boolean> => {
  const at = new Date(now);
  const kept =
    work.kind === 'task'
      ? await trx
          .insertInto('task_reminder')
          .values({ task_id: work.id, unit_id: work.unitId, occasion, at })
          .onConflict((c) => c.doNothing())
          .returning('unit_id')
          .executeTakeFirst()
      : await trx
          .insertInto('remediation_reminder')
          .values({ unit_id: work.unitId, year: work.year, criterion_id: work.id, occasion, at })
          .onConflict((c) => c.doNothing())
          .returning('unit_id')
          .executeTakeFirst();
  return kept !== undefined;
};

export const keepWorkNotice = async (
  trx: Transaction<DB>,
  notice: {
    readonly type: string;
    readonly unitId: string;
    readonly personId: string;
    readonly words: string;
    readonly at: Instant;
  },
): Promise<void> => {
  await trx
    .insertInto('notice')
    .values({
      id: uuidv7(),
      person_id: notice.personId,
      type: notice.type,
      unit_id: notice.unitId,
      data: JSON.stringify({ words: notice.words }),
      at: new Date(notice.at),
    })
    .execute();
};

/** One letter a person and day, however many units and works it speaks of. */
export const keepWorkLetter = async (
  trx: Transaction<DB>,
  personId: string,
  address: string,
  day: Day,
): Promise<void> => {
  await trx
    .insertInto('outgoing_mail')
    .values({ id: uuidv7(), person_id: personId, work_day: day, address, subject: '', body: '' })
    .onConflict((c) => c.columns(['person_id', 'work_day']).doNothing())
    .execute();
};
