import { sql } from 'kysely';
import { hashOfToken } from '../src/server/access/secrets.ts';
import type { Database } from '../src/server/database/connect.ts';

export type Editor = { readonly token: string; readonly unitId: string; readonly path: string };

/**
 * So many clerks, each with a report of the own unit in hand: units, reports with their cells, people, posts and tokens
 * put into the database, as a province has them in the last two hours.
 */
export const editorsOf = async (owner: Database, campaignId: string, count: number): Promise<Editor[]> => {
  const { rows } = await sql<{ unit_id: string; n: number }>`
    select unit_id, row_number() over (order by unit_id)::int as n from report
    join unit on unit.id = report.unit_id and unit.name like 'Xã thử %'
    where campaign_id = ${campaignId} order by unit_id limit ${count}`.execute(owner);
  const editors = rows.map(({ unit_id, n }) => ({
    token: `cchc_${String(n).padStart(43, 'e')}`,
    unitId: unit_id,
    path: `/api/reports/${campaignId}/${unit_id}`,
  }));
  const list = JSON.stringify(
    editors.map((e, i) => ({ unit_id: e.unitId, hash: hashOfToken(e.token), login: `thu-${i}` })),
  );
  await sql`
    with given as (select gen_random_uuid() as id, g.* from jsonb_to_recordset(${list}::jsonb)
        as g(unit_id uuid, hash text, login text)),
      people as (insert into person (id, login, name) select id, login, 'Cán bộ ' || login from given returning id),
      posts as (insert into post (id, person_id, unit_id, role, valid_from)
        select gen_random_uuid(), id, unit_id, 'preparer', '2020-01-01' from given),
      begun as (update report set state = 'drafting', first_submitted_at = null, submitted_at = null, signed_by = null,
        received_by = null, received_at = null, revision = 0 where campaign_id = ${campaignId}
        and unit_id in (select unit_id from given))
    insert into access_token (id, person_id, name, token_hash, expires_at, last_used_at)
    select gen_random_uuid(), id, 'bench', hash, now() + interval '1 day', now() from given`.execute(owner);
  await sql`analyze`.execute(owner);
  return editors;
};

export type Times = { readonly p50: number; readonly p95: number; readonly perSecond: number };

/** All at once, each one thing after the other: what a call takes, and how many go through. */
export const crowd = async (
  editors: number,
  each: number,
  work: (editor: number, turn: number) => Promise<unknown>,
): Promise<Times> => {
  const took: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: editors }, async (_, editor) => {
      for (let turn = 0; turn < each; turn++) {
        const from = performance.now();
        await work(editor, turn);
        took.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), perSecond: took.length / seconds };
};
