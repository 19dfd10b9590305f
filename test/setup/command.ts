import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Connection, connect } from '../../src/server/database/connect.ts';
import { asOwner, databaseUrl } from './database.ts';

export const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
export const PASSPHRASE = 'suối Nà Lình chảy về Cao Lộc';

let made = 0;

export function addressesOf(database: string) {
  const { ownerUrl, appUrl } = inject('databases');
  return { DATABASE_URL: databaseUrl(appUrl, database), DATABASE_OWNER_URL: databaseUrl(ownerUrl, database) };
}

/** A database that nothing was ever done to. */
export async function emptyDatabase(): Promise<string> {
  const name = `cchc_command_${process.pid}_${made++}_${Date.now()}`;
  await asOwner(inject('databases').ownerUrl, `create database ${name} template template0`);
  return name;
}

/** Only the databases that a test names: those of the run are no default for a data folder of its own. */
export function childEnvironment(given: Record<string, string>): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...outer } = process.env;
  return { ...outer, NO_COLOR: '1', CCHC_BACKUP_PASSPHRASE: PASSPHRASE, ...given };
}

/** A command as it ends: its code and what it said. */
export function cchc(args: string[], given: Record<string, string>) {
  const env = childEnvironment(given);
  const done = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

export async function connected<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = connect(url, { max: 2, name: 'story' });
  return work(connection).finally(() => connection.close());
}

/** Every table by the number of its rows and the hash over all of them. */
export function contentOf({ DATABASE_URL }: { DATABASE_URL: string }): Promise<Record<string, string>> {
  return connected(DATABASE_URL, async ({ pool }) => {
    const { rows: tables } = await pool.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const content: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await pool.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as hash
         from "${name}" t`,
      );
      content[name] = rows[0].hash;
    }
    return content;
  });
}
