import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { connect, type Database, instantOf } from '../../src/server/database/connect.ts';
import { refuseUnsafeRole } from '../../src/server/database/guard.ts';
import { KEPT } from '../../src/server/database/kept.ts';
import { MIGRATIONS_FOLDER, migrate, readMigrations } from '../../src/server/database/migrate.ts';
import { inTransaction } from '../../src/server/database/retry.ts';
import type { DatabaseAccess } from '../../src/server/database/roles.ts';
import { asOwner, databaseUrl } from '../setup/database.ts';

const folders: string[] = [];
let access: Required<DatabaseAccess>;

beforeEach(async () => {
  const { ownerUrl, appUrl } = inject('databases');
  const name = `cchc_migrations_${process.pid}_${Date.now()}`;
  await asOwner(ownerUrl, `create database ${name} template template0`);
  access = { ownerUrl: databaseUrl(ownerUrl, name), appUrl: databaseUrl(appUrl, name) };
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function copyOfMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-migrations-'));
  folders.push(folder);
  cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
  return folder;
}

async function asApp(sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: access.appUrl });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

const all = readMigrations(MIGRATIONS_FOLDER).map((one) => one.name);

test('programs that start at once take each step once', async () => {
  const done = await Promise.all([migrate(access), migrate(access), migrate(access), migrate(access)]);
  expect(done.flat().sort()).toEqual(all);
  expect(await migrate(access)).toEqual([]);
});

test('a step that was edited after it was taken is refused by name', async () => {
  await migrate(access);
  const folder = copyOfMigrations();
  writeFileSync(join(folder, all[0] ?? ''), '-- something else\n');
  await expect(migrate(access, folder)).rejects.toThrow(`migrations/${all[0]} đã bị sửa`);
});

test('a step that fails leaves nothing of itself', async () => {
  const folder = copyOfMigrations();
  const next = `${String(Number(all.at(-1)?.slice(0, 4)) + 1).padStart(4, '0')}_broken.sql`;
  writeFileSync(join(folder, next), 'create table half (id int); select 1 / 0;');
  await expect(migrate(access, folder)).rejects.toThrow(next);
  const { rows } = await asApp(`select to_regclass('half') as half`);
  expect(rows).toEqual([{ half: null }]);
  expect(await migrate(access)).toEqual([]);
});

test('a database that is newer than the program is refused', async () => {
  await migrate(access);
  await asOwner(
    access.ownerUrl,
    `insert into migration (id, name, hash) values (9999, '9999_later.sql', '')`,
  );
  await expect(migrate(access)).rejects.toThrow('mới hơn chương trình');
});

test('without the owner a pending step is refused, and none pending is fine', async () => {
  await expect(migrate({ appUrl: access.appUrl })).rejects.toThrow('DATABASE_OWNER_URL');
  await migrate(access);
  expect(await migrate({ appUrl: access.appUrl })).toEqual([]);
});

test('the application can add facts and can neither change nor delete them', async () => {
  await migrate(access);
  await refuseUnsafeRole(access.appUrl);
  for (const sql of ['update fact set type = type', 'delete from fact', 'truncate fact']) {
    await expect(asApp(sql)).rejects.toThrow('permission denied for table fact');
  }
  await expect(asApp('update migration set name = name')).rejects.toThrow('permission denied');
});

test('every table whose comment says so may only grow', async () => {
  await migrate(access);
  const { rows } = await asApp(`
    select c.relname as name, has_table_privilege(c.oid, 'insert') as grows,
           has_table_privilege(c.oid, 'update') or has_table_privilege(c.oid, 'delete') as changes
    from pg_class c where c.relkind = 'r' and obj_description(c.oid, 'pg_class') like 'insert-only:%'`);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter((row) => !row.grows || row.changes)).toEqual([]);
});

test('serving is refused to a role that could change facts, even one column of them', async () => {
  await migrate(access);
  await expect(refuseUnsafeRole(access.ownerUrl)).rejects.toThrow('sửa hoặc xóa được');
  const role = decodeURIComponent(new URL(access.appUrl).username);
  await asOwner(access.ownerUrl, `grant update (data) on fact to ${role}`);
  await expect(refuseUnsafeRole(access.appUrl)).rejects.toThrow('fact');
});

test('numbers stay exact, days stay days, instants are milliseconds', async () => {
  const { pool, close } = connect(access.appUrl);
  try {
    const { rows } = await pool.query(`
      select 9007199254740993::int8 as big, 1234.50::numeric as exact, date '2024-02-29' as day,
             timestamptz '2024-02-29 23:59:59.999+07' as instant,
             array[1.10, null]::numeric[] as list, array[timestamptz '2024-03-01 00:00+07'] as instants`);
    expect(rows[0]).toEqual({
      big: '9007199254740993',
      exact: '1234.50',
      day: '2024-02-29',
      instant: Date.UTC(2024, 1, 29, 16, 59, 59, 999),
      list: ['1.10', null],
      instants: [Date.UTC(2024, 1, 29, 17)],
    });
    expect(instantOf('2024-02-28 08:00:00+05:30')).toBe(Date.UTC(2024, 1, 28, 2, 30));
  } finally {
    await close();
  }
});

test.each([
  ['a pooler lost it', 'deallocate all'],
  ['an upgrade overtook it', 'alter table shape add column more integer'],
])('a kept plan is done without when %s, inside a transaction too', async (_, loss) => {
  await asOwner(access.ownerUrl, 'create table shape as select 1 as one');
  for (const inside of [false, true]) {
    const { db, close } = connect(access.ownerUrl, { max: 1 });
    const ask = (on: Database) => sql`select ${KEPT} * from shape`.execute(on).then((r) => r.rows);
    try {
      expect(await ask(db)).toHaveLength(1);
      const { rows } = await sql`select name from pg_prepared_statements`.execute(db);
      expect(rows).toHaveLength(1);
      await sql.raw(inside ? loss.replace('more', 'most') : loss).execute(db);
      expect(await (inside ? inTransaction(db, ask) : ask(db))).toMatchObject([{ one: 1 }]);
    } finally {
      await close();
    }
  }
});
