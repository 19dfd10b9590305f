import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '../../../src/server/database/embedded/start.ts';
import { refuseUnsafeRole } from '../../../src/server/database/guard.ts';
import { migrate } from '../../../src/server/database/migrate.ts';
import { accessFromAddresses } from '../../../src/server/database/roles.ts';

let folder = '';
let server: EmbeddedServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-roles-'));
  server = await startEmbedded({ folder, purpose: 'tests' });
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres', 'postgres') });
  await client.connect();
  for (const sql of statements) await client.query(sql);
  await client.end();
}

const at = (user: string, password: string, database: string) =>
  `postgres://${user}:${password}@127.0.0.1:${server.port}/${database}`;

test('one address of a superuser becomes an owner and an application that cannot change facts', async () => {
  await asSuperuser('create database one');
  const [first, ...others] = await Promise.all(
    Array.from({ length: 6 }, () => accessFromAddresses(server.url('postgres', 'one'))),
  );
  // Machines with the same address come to the same roles, also when they start at once.
  for (const other of others) expect(other).toEqual(first);
  if (first === undefined) throw new Error('no access');
  expect(new URL(first.ownerUrl ?? '').username).toBe('cchc_owner');
  expect(new URL(first.appUrl).username).toBe('cchc_app');
  await migrate(first);
  await refuseUnsafeRole(first.appUrl);
});

test('one address of an owner who may make roles becomes an application beside it', async () => {
  await asSuperuser(
    `create role office login createrole password 'office-word'`,
    'create database office owner office',
    'drop owned by cchc_app',
    'drop database one',
    'drop role cchc_app',
  );
  const url = at('office', 'office-word', 'office');
  const access = await accessFromAddresses(url);
  expect(access.ownerUrl).toBe(url);
  await migrate(access);
  await refuseUnsafeRole(access.appUrl);
});

test('one address of an owner who may not make roles is refused with what to do', async () => {
  await asSuperuser(`create role plain login password 'plain-word'`, 'create database plain owner plain');
  await expect(accessFromAddresses(at('plain', 'plain-word', 'plain'))).rejects.toThrow('DATABASE_OWNER_URL');
});

test('a server that is not there is named without its password', async () => {
  const failure = await accessFromAddresses('postgres://me:secret-word@127.0.0.1:1/none').catch(
    (error) => error,
  );
  expect(failure.message).toContain('postgres://me@127.0.0.1:1/none');
  expect(failure.message).not.toContain('secret-word');
});
