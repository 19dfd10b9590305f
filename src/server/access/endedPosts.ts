import { type Kysely, sql, type Transaction } from 'kysely';
import type { Day } from '../../core/kernel/instant.ts';
import type { DB } from '../database/schema.ts';

/**
 * A session ends with a post or a stand-in that it was opened under, also where its last day has simply passed: rights
 * end with the day anyway, and whoever goes on does so by signing in as what they are now.
 */
export const endSessionsOfEndedPosts = async (
  db: Kysely<DB> | Transaction<DB>,
  today: Day,
): Promise<number> => {
  const { numAffectedRows } = await sql`
    update session set ended_at = now(), ended_why = 'ended'
    where ended_at is null and exists (
      select from (
        select person_id, valid_to as last_day from post where valid_to < ${today}
        union all select person_id, to_day from stand_in where to_day < ${today}
      ) held
      where held.person_id = session.person_id
        and session.created_at + (select clock_offset_ms from installation limit 1) * interval '1 millisecond'
          < (held.last_day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`.execute(db);
  return Number(numAffectedRows ?? 0);
};
