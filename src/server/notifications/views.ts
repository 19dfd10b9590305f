import { sql } from 'kysely';
import { mayAdminister } from '../../core/directory/allow.ts';
import type {
  MailLine,
  MailState,
  NoticeLine,
  NoticesAnswer,
  OutgoingMailAnswer,
} from '../../core/notifications/answers.ts';
import type { ReadContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';

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
      notice.unit_id as "unitId", unit.name as "unitName", notice.data ->> 'by' as by, notice.data ->> 'words' as words, notice.at,
      notice.read_at as "readAt"
    from notice left join campaign on campaign.id = notice.campaign_id left join unit on unit.id = notice.unit_id
    where notice.person_id = ${person.personId}
    order by notice.at desc, notice.id desc limit ${limit}`.execute(db);
  return { notices: rows, unread: await unreadNotices({ db, person }), may: ['read'] };
};

const SHOWN_MAILS = 200;

/** What the mail server has not taken, for the administrator (F2). */
export const outgoingMail = async (ctx: ReadContext): Promise<OutgoingMailAnswer> => {
  if (!mayAdminister(ctx.person, ctx.today)) throw forbidden();
  const counts: Record<MailState, number> = {
    waiting: 0,
    sending: 0,
    handed: 0,
    sent: 0,
    'not-needed': 0,
    dead: 0,
  };
  const counted = await sql<{ state: MailState; n: string }>`
    select state, count(*) as n from outgoing_mail group by state`.execute(ctx.db);
  for (const { state, n } of counted.rows) counts[state] = Number(n);
  const { rows } = await sql<Omit<MailLine, 'may'>>`
    select m.id, m.state, m.address, m.subject, person.name as "personName", coalesce(unit.name, '') as "unitName", m.attempts,
      m.last_error as error, m.created_at as "createdAt",
      case when m.state = 'waiting' then m.next_at end as "nextAt"
    from outgoing_mail m join person on person.id = m.person_id left join unit on unit.id = m.unit_id
    where m.state = 'dead' or (m.state = 'waiting' and m.attempts > 0)
    order by m.state = 'dead' desc, m.created_at desc, m.id limit ${SHOWN_MAILS}`.execute(ctx.db);
  return {
    configured: ctx.services.mail !== undefined,
    from: ctx.services.mail?.from ?? null,
    counts,
    mails: rows.map((row) => ({ ...row, may: row.state === 'dead' ? ['send-again'] : [] })),
  };
};
