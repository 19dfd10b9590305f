import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection } from '../../src/server/database/connect.ts';
import { openTestDatabase } from '../setup/server.ts';

let app: Connection;
let owner: Connection;

beforeAll(async () => {
  ({ app, owner } = await openTestDatabase());
});

afterAll(() => Promise.all([app.close(), owner.close()]));

test('every table says what it is for', async () => {
  const { rows } = await app.pool.query(`
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and coalesce(obj_description(c.oid, 'pg_class'), '') = ''`);
  expect(rows).toEqual([]);
});

test('every foreign key has an index that begins with its columns', async () => {
  const { rows } = await app.pool.query(`
    select k.conrelid::regclass::text as table_name, k.conname as key
    from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
      select 1 from pg_index i
      where i.indrelid = k.conrelid and i.indpred is null
        and (string_to_array(i.indkey::text, ' ')::smallint[])[1:cardinality(k.conkey)] @> k.conkey)
    order by 1, 2`);
  expect(rows).toEqual([]);
});

test('every table has a primary key', async () => {
  const { rows } = await app.pool.query(`
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`);
  expect(rows).toEqual([]);
});

test('nothing that distributed or pooled PostgreSQL cannot keep: triggers, exclusion, deferrable keys', async () => {
  const { rows } = await app.pool.query(`
    select conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and (contype = 'x' or condeferrable)
    union all
    select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`);
  expect(rows).toEqual([]);
});
