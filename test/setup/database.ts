import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/server/database/embedded/start.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { ensureDatabase } from '../../src/server/database/roles.ts';

export interface TestDatabases {
  /** May create databases; not a superuser. */
  ownerUrl: string;
  appUrl: string;
  /** A migrated, empty database that others are copied from. */
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    databases: TestDatabases;
  }
}

/** One PostgreSQL server for a run: the one of DATABASE_URL and DATABASE_OWNER_URL, or our own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = givenServer();
  const server = given ?? (await ownServer(!DURABLE.includes(project.name)));
  const template = `cchc_template_${process.pid}_${Date.now()}`;
  await asOwner(server.ownerUrl, `create database ${template} template template0`);
  await migrate({
    ownerUrl: databaseUrl(server.ownerUrl, template),
    appUrl: databaseUrl(server.appUrl, template),
  });
  project.provide('databases', { ownerUrl: server.ownerUrl, appUrl: server.appUrl, template });
  return server.stop;
}

interface Server {
  ownerUrl: string;
  appUrl: string;
  stop(): Promise<void>;
}

function givenServer(): Server | undefined {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (!appUrl && !ownerUrl) return undefined;
  if (!appUrl || !ownerUrl)
    throw new Error('tests need both DATABASE_URL and DATABASE_OWNER_URL, or neither');
  return { ownerUrl, appUrl, stop: async () => undefined };
}

async function ownServer(forgoes: boolean): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-test-'));
  const server = await startEmbedded({ folder, purpose: 'tests' });
  await ensureDatabase(server.url('postgres', 'postgres'), {
    database: 'cchc',
    owner: server.passwords.owner,
    app: server.passwords.app,
  });
  await asOwner(server.url('postgres', 'postgres'), 'alter role cchc_owner createdb');
  if (forgoes) await forgoDisk(server.url('postgres', 'postgres'));
  return {
    ownerUrl: server.url('cchc_owner', 'cchc'),
    appUrl: server.url('cchc_app', 'cchc'),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What these measure or kill is the disk too. */
const DURABLE = ['bench', 'long'];

/** Databases that live for one run need not outlive a power cut; the tests of those start servers of their own. */
export async function forgoDisk(superuserUrl: string): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await asOwner(superuserUrl, `alter system set ${setting} = off`);
  await asOwner(superuserUrl, 'select pg_reload_conf()');
}

export function databaseUrl(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

export async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
