import { sql } from 'kysely';
import type { NoticeLine, NoticesAnswer } from '../../core/notifications/answers.ts';
import type { ReadContext } from '../http/context.ts';

export const unreadNotices = async ({ db, person }: Pick<ReadContext, 'db' | 'person'>): Promise<number> => {
  const { unread } = await db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<string>().as('unread'))
    .where('person_id', '=', person.personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(unread);
};

export const myNotices = async ({ db, person }: ReadContext, limit = 50): Promise<NoticesAnswer> => {
  const { rows } = await sql<NoticeLine>`
    select notice.id, notice.type, notice.campaign_id as "campaignId", campaign.title as "campaignTitle",
      notice.unit_id as "unitId", unit.name as "unitName", notice.data ->> 'by' as by, notice.at,
      notice.read_at as "readAt"
    from notice left join campaign on campaign.id = notice.campaign_id left join unit on unit.id = notice.unit_id
    where notice.person_id = ${person.personId}
    order by notice.at desc, notice.id desc limit ${limit}`.execute(db);
  return { notices: rows, unread: await unreadNotices({ db, person }), may: ['read'] };
};
