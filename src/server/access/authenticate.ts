import type { FastifyRequest } from 'fastify';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { SESSION_IDLE_SECONDS } from '../../core/access/lifetimes.ts';
import type { Post, StandIn } from '../../core/directory/roles.ts';
import { KEPT } from '../database/kept.ts';
import type { DB } from '../database/schema.ts';
import type { Person, Services } from '../http/context.ts';
import { type Proof, proofOf } from './cookie.ts';
import { hashOfToken } from './secrets.ts';
import { touchSession, touchToken } from './store.ts';

/** A sign of life is written once a minute, so that reading a page does not write. */
const TOUCH_SECONDS = 60;

type Row = {
  /** The business clock comes along: each request asks for both. */
  clock_offset: string | null;
  proof_id: string;
  quiet: boolean;
  person_id: string;
  name: string;
  login: string;
  language: 'vi' | 'en';
  posts: Post[];
  stand_ins: StandIn[];
};

const liveSession = (tokenHash: string): RawBuilder<unknown> => sql`
  select id, person_id, last_seen_at < now() - make_interval(secs => ${TOUCH_SECONDS}) as quiet
  from session
  where token_hash = ${tokenHash} and ended_at is null and expires_at > now()
    and last_seen_at > now() - make_interval(secs => ${SESSION_IDLE_SECONDS})`;

const liveToken = (tokenHash: string): RawBuilder<unknown> => sql`
  select id, person_id, coalesce(last_used_at < now() - make_interval(secs => ${TOUCH_SECONDS}), true) as quiet
  from access_token
  where token_hash = ${tokenHash} and ended_at is null and expires_at > now()`;

/** Person, posts and stand-ins in one query. Somebody deactivated is nobody, whatever they hold (B6). */
const findPerson = async (db: Kysely<DB>, proof: RawBuilder<unknown>): Promise<Row | undefined> => {
  const { rows } =
    await sql<Row>`select ${KEPT} (select clock_offset_ms from installation limit 1) as clock_offset, proof.id as proof_id, proof.quiet, person.id as person_id, person.name, person.login, person.language,
      (select coalesce(json_agg(json_build_object(
          'unitId', unit_id, 'role', role, 'validFrom', valid_from, 'validTo', valid_to)), '[]')
        from post where post.person_id = person.id) as posts,
      (select coalesce(json_agg(json_build_object(
          'unitId', unit_id, 'fromDay', from_day, 'toDay', to_day)), '[]')
        from stand_in where stand_in.person_id = person.id) as stand_ins
    from (${proof}) proof join person on person.id = proof.person_id and person.active`.execute(db);
  return rows[0];
};

/** Who makes a request, by the cookie of a session or a bearer token. */
export const authenticate =
  (services: Services) =>
  async (request: FastifyRequest, given?: Proof): Promise<Person | null> => {
    const proof = given ?? proofOf(request);
    if (!proof) return null;
    const hash = hashOfToken(proof.token);
    const row = await findPerson(services.db, proof.kind === 'session' ? liveSession(hash) : liveToken(hash));
    if (!row) return null;
    request.businessNow = Date.now() + Number(row.clock_offset ?? 0);
    if (row.quiet) await (proof.kind === 'session' ? touchSession : touchToken)(services.db, row.proof_id);
    return {
      personId: row.person_id,
      name: row.name,
      login: row.login,
      language: row.language,
      sessionId: row.proof_id,
      origin: request.ip,
      posts: row.posts,
      standIns: row.stand_ins,
    };
  };
