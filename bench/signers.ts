import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../src/server/database/connect.ts';
import { sha256 } from '../src/server/record/hash.ts';

export type Signer = { readonly unitId: string; readonly cookie: string };

/**
 * Every copied unit at its last step: filled, passed, waiting for a signer who is signed in. The sessions are written
 * as a sign-in would write them; hashing thousands of passwords is not what is measured.
 */
export const signersOf = async (owner: Database, campaignId: string): Promise<Signer[]> => {
  await sql`update report r set state = 'awaiting-signature', revision = 0, signed_by = null, signed_at = null,
      first_submitted_at = null, submitted_at = null, first_due_at = null, last_due_at = null, received_by = null,
      received_at = null, passed_at = r.changed_at
    from unit u where u.id = r.unit_id and r.campaign_id = ${campaignId} and u.name like 'Xã thử %'`.execute(
    owner,
  );
  const { rows } = await sql<{ id: string; person: string }>`
    select u.id, gen_random_uuid() as person from unit u join report r on r.unit_id = u.id
    where r.campaign_id = ${campaignId} and u.name like 'Xã thử %' order by u.name`.execute(owner);
  const people = rows.map((row) => ({ ...row, token: randomBytes(32).toString('base64url') }));
  const [ids, units] = [people.map((p) => p.person), people.map((p) => p.id)];
  await sql`insert into person (id, login, name)
    select id, 'ky-thu-' || n, 'Người ký thử ' || n from unnest(${ids}::uuid[]) with ordinality p (id, n)`.execute(
    owner,
  );
  await sql`insert into post (id, person_id, unit_id, role, title, valid_from)
    select gen_random_uuid(), p.person, p.unit, 'signer', 'Chủ tịch', '2020-01-01'
    from unnest(${ids}::uuid[], ${units}::uuid[]) p (person, unit)`.execute(owner);
  await sql`insert into session (id, person_id, token_hash, address, agent, expires_at)
    select gen_random_uuid(), p.person, p.hash, '127.0.0.1', 'bench', now() + interval '1 day'
    from unnest(${ids}::uuid[], ${people.map((p) => sha256(p.token))}::text[]) p (person, hash)`.execute(
    owner,
  );
  await sql`analyze`.execute(owner);
  return people.map((p) => ({ unitId: p.id, cookie: `cchc.session_token=${p.token}` }));
};
