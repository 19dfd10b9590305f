import { once } from 'node:events';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { type DatabaseAccess, grantToApplication } from '../database/roles.ts';
import type { DB } from '../database/schema.ts';
import type { Part, Summary } from './format.ts';
import { BrokenContent } from './parts.ts';
import { SESSION } from './tables.ts';
import type { Step } from './target.ts';

/** One transaction of the owner's, through Kysely and beside it on the same connection. */
export async function asOneTransaction<T>(
  client: pg.Client,
  work: (trx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  const lent = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: async () => lent, end: async () => undefined };
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as never }) });
  return db.transaction().execute(work);
}

/** Takes everything away and makes the schema as the backup knew it. Nothing of it is seen before the commit. */
export async function makeSchemaAnew(client: pg.Client, steps: Step[]): Promise<void> {
  await client.query(`${SESSION}; set local lock_timeout = '10s'`);
  await client.query('select id from migration where id = 0 for update');
  const { rows } = await client.query<{ name: string }>(`
    select quote_ident(relname) as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'migration'`);
  if (rows.length > 0) await client.query(`drop table ${rows.map((one) => one.name).join(', ')} cascade`);
  // Work that waited belongs to the data that goes; what the backup holds of it is in the tables of the rooms.
  await client.query('drop schema if exists queue cascade');
  await client.query('delete from migration where id > 0');
  await takeSteps(client, steps);
}

export async function takeSteps(client: pg.Client, steps: Step[]): Promise<void> {
  for (const { id, name, hash, sql } of steps) {
    await client.query(sql);
    await client.query('insert into migration (id, name, hash) values ($1, $2, $3)', [id, name, hash]);
  }
}

/** Rows go in as they come; the constraints of the schema hold for each of them. */
export class TableLoader {
  readonly #client: pg.Client;
  #copy: { stream: CopyStreamQuery; failed: Promise<never> } | undefined;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  async take(part: Part): Promise<void> {
    if (part.kind === 'table') this.#begin(part.name, part.columns);
    if (part.kind === 'rows') await this.#write(part.bytes);
    if (part.kind === 'tableEnd') await this.#finish(part.rows);
  }

  #begin(name: string, columns: string[]): void {
    const list = columns.map(pg.escapeIdentifier).join(', ');
    const stream = this.#client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${list}) from stdin`));
    const failed = new Promise<never>((_, reject) => stream.once('error', reject));
    failed.catch(() => undefined);
    this.#copy = { stream, failed };
  }

  async #write(bytes: Buffer): Promise<void> {
    const { stream, failed } = this.#copy!;
    if (stream.errored) return failed;
    if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), failed]);
  }

  async #finish(rows: number): Promise<void> {
    const { stream, failed } = this.#copy!;
    const finished = once(stream, 'finish');
    finished.catch(() => undefined);
    stream.end();
    await Promise.race([finished, failed]);
    if (stream.rowCount !== rows) throw new BrokenContent('the database took another number of rows');
    this.#copy = undefined;
  }
}

export async function setSequences(client: pg.Client, { sequences }: Summary): Promise<void> {
  for (const { name, value } of sequences) {
    await client.query('select setval(quote_ident($1)::regclass, $2)', [name, value]);
  }
}

/** The application's rights on the new tables, unless one role is both. */
export async function giveRights(client: pg.Client, access: DatabaseAccess): Promise<void> {
  const app = new pg.Client({ connectionString: access.appUrl });
  await app.connect();
  const [mine, theirs] = await Promise.all(
    [client, app].map(
      async (one) => (await one.query<{ role: string }>('select current_user as role')).rows[0]?.role,
    ),
  ).finally(() => app.end());
  if (theirs !== undefined && theirs !== mine) await grantToApplication(client, theirs);
}
