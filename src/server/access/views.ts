import { type Kysely, sql } from 'kysely';
import type { SignInState } from '../../core/access/administer.ts';
import type {
  SessionAnswer,
  SessionLine,
  SessionPost,
  TokenLine,
  WelcomeAnswer,
} from '../../core/access/answers.ts';
import { SESSION_IDLE_SECONDS } from '../../core/access/lifetimes.ts';
import { homeOf, mainPostOf, navOf } from '../../core/access/nav.ts';
import type { Day, Instant } from '../../core/kernel/instant.ts';
import type { DB } from '../database/schema.ts';
import type { ReadContext, Services } from '../http/context.ts';
import { unreadNotices } from '../notifications/views.ts';
import { workCount } from '../report/views/workCount.ts';

type HeldPost = SessionPost & { readonly letterhead: string };

const postsToday = async (db: Kysely<DB>, personId: string, today: Day): Promise<HeldPost[]> => {
  const { rows } = await sql<HeldPost>`
    select held.unit_id as "unitId", unit.name as "unitName", unit.kind as "unitKind", unit.letterhead,
      held.role, held.title, held.stand_in as "standIn",
      exists (select 1 from campaign_lead l where l.unit_id = held.unit_id and l.part = 'lead') as leads
    from (
      select unit_id, role, title, false as stand_in, valid_from from post
      where person_id = ${personId} and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
      union all
      select unit_id, 'signer', '', true, from_day from stand_in
      where person_id = ${personId} and from_day <= ${today} and to_day >= ${today}
    ) held join unit on unit.id = held.unit_id
    order by held.stand_in, held.valid_from, unit.name, held.role`.execute(db);
  return rows;
};

const findInstallation = (db: Kysely<DB>) =>
  db.selectFrom('installation').select(['superior', 'body']).executeTakeFirst();

export const sessionAnswer = async (ctx: ReadContext): Promise<SessionAnswer> => {
  const { services, person, now, today } = ctx;
  const db = services.db;
  const held = await postsToday(db, person.personId, today);
  const installation = await findInstallation(db);
  const counts = { home: await workCount(ctx), notices: await unreadNotices(ctx) };
  const main = held[mainPostOf(held)];
  return {
    me: {
      personId: person.personId,
      name: person.name,
      login: person.login,
      language: person.language,
      posts: held.map(({ letterhead: _, ...post }) => post),
      nav: navOf(held),
      home: homeOf(held),
      unit: main ? { id: main.unitId, name: main.unitName, letterhead: main.letterhead } : null,
      counts,
    },
    installation: {
      mode: services.mode,
      clock: {
        nowMs: now,
        movable: services.mode === 'demo' && held.some((h) => h.role === 'administrator'),
      },
      body: { superior: installation?.superior ?? null, name: installation?.body ?? '' },
    },
    version: services.version,
  };
};

/** What anybody may see before signing in: whose program it is, and what is being reported. */
export const welcomeAnswer = async (services: Services, now: Instant): Promise<WelcomeAnswer> => {
  const installation = await findInstallation(services.db);
  const campaign = await services.db
    .selectFrom('campaign')
    .select(['title', 'deadline'])
    .where('state', '=', 'issued')
    .orderBy('issued_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    superior: installation?.superior ?? null,
    body: installation?.body ?? '',
    campaign:
      campaign && campaign.deadline !== null
        ? { title: campaign.title, deadlineMs: campaign.deadline }
        : null,
    nowMs: now,
    support: process.env.CCHC_SUPPORT ?? '',
    oidc: services.oidc !== undefined,
    mode: services.mode,
  };
};

export const mySessions = async ({ db, person }: ReadContext): Promise<{ sessions: SessionLine[] }> => {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'address', 'agent', 'created_at', 'last_seen_at', 'expires_at'])
    .where('person_id', '=', person.personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<number>`now()`)
    .where('last_seen_at', '>', sql<number>`now() - make_interval(secs => ${SESSION_IDLE_SECONDS})`)
    .orderBy('last_seen_at', 'desc')
    .execute();
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      address: row.address,
      agent: row.agent,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      expiresAt: row.expires_at,
      current: row.id === person.sessionId,
      may: ['end'],
    })),
  };
};

export const myTokens = async ({ db, person }: ReadContext): Promise<{ tokens: TokenLine[] }> => {
  const rows = await db
    .selectFrom('access_token')
    .select(['id', 'name', 'created_at', 'expires_at', 'last_used_at'])
    .where('person_id', '=', person.personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<number>`now()`)
    .orderBy('created_at', 'desc')
    .execute();
  return {
    tokens: rows.map((row) => ({
      id: row.id,
      name: row.name,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      lastUsedAt: row.last_used_at,
      may: ['end'],
    })),
  };
};

export const findSignInState = async (db: Kysely<DB>, personId: string): Promise<SignInState | undefined> => {
  const row = await db
    .selectFrom('person')
    .leftJoin('second_factor', 'second_factor.person_id', 'person.id')
    .select(['person.active', 'second_factor.confirmed_at'])
    .where('person.id', '=', personId)
    .executeTakeFirst();
  return row && { personId, active: row.active, hasSecondFactor: row.confirmed_at !== null };
};

/** What stands on the page of a one-time link: whose password it sets. */
export const findResetLink = async (db: Kysely<DB>, tokenHash: string) =>
  db
    .selectFrom('password_reset')
    .innerJoin('person', 'person.id', 'password_reset.person_id')
    .select(['person.login', 'person.name', 'password_reset.expires_at as expiresAt'])
    .where('password_reset.token_hash', '=', tokenHash)
    .where('password_reset.used_at', 'is', null)
    .where('password_reset.expires_at', '>', sql<number>`now()`)
    .where('person.active', '=', true)
    .executeTakeFirst();
