import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/server/database/embedded/start.ts';

/**
 * A PostgreSQL server as an office would give it: reached by address, with an owner that is no superuser and an
 * application role, under names of its own.
 */
export async function startSecondServer(folder: string) {
  const server = await startEmbedded({ folder: join(folder, 'second-server'), purpose: 'second server' });
  const client = new pg.Client({ connectionString: server.url('postgres', 'postgres') });
  await client.connect();
  const owner = await makeRole(client, 'office_owner', 'createdb');
  const app = await makeRole(client, 'office_app', '');
  await client.query('create database office owner office_owner');
  // It lives for one run of the tests, and none of them cuts its power.
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await client.query(`alter system set ${setting} = off`);
  await client.query('select pg_reload_conf()');
  await client.end();
  const address = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${server.port}/office`;
  return {
    environment: {
      DATABASE_URL: address('office_app', app),
      DATABASE_OWNER_URL: address('office_owner', owner),
    },
    stop: server.stop,
  };
}

async function makeRole(client: pg.Client, name: string, rights: string): Promise<string> {
  const password = randomBytes(12).toString('hex');
  await client.query(`create role ${name} login ${rights} password '${password}'`);
  return password;
}
