import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PlainFailure } from './failure.ts';
import { cannotConnect, type DatabaseAccess, grantToApplication } from './roles.ts';

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../../migrations');

interface Migration {
  id: number;
  name: string;
  sql: string;
  hash: string;
}

interface Applied {
  id: number;
  name: string;
  hash: string;
}

/**
 * Brings the schema up to date and grants the application its rights. Several processes may start at once: the
 * first row of the list is locked for each step (session locks do not survive a connection pooler), so each step
 * happens once. Returns the names that this call applied.
 */
export async function migrate(access: DatabaseAccess, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const files = readMigrations(folder);
  const appRole = await roleOf(access.appUrl);
  if (access.ownerUrl === undefined) {
    await expectNothingPending(access.appUrl, files);
    return [];
  }
  const client = await open(access.ownerUrl);
  try {
    await ensureList(client);
    const done: string[] = [];
    for (;;) {
      const name = await applyNext(client, files);
      if (name === undefined) break;
      done.push(name);
    }
    const { rows } = await client.query<{ role: string }>('select current_user as role');
    // Taking rights from the owner's own role would not bind it; refuseUnsafeRole tells whoever mixes the two.
    if (rows[0]?.role === appRole) return done;
    await inTransaction(client, async () => {
      await lockList(client);
      await grantToApplication(client, appRole);
    });
    return done;
  } finally {
    await client.end();
  }
}

export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  let last = 0;
  return names.map((name) => {
    const id = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    // Rooms that are built side by side take their numbers beforehand, so one may be missing; none comes twice.
    if (!(id > last)) throw new Error(`migrations are numbered 0001, 0002, …, each once: ${name}`);
    last = id;
    // Git on Windows may write other line ends; the content is the same.
    const sql = readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n');
    return { id, name, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });
}

async function applyNext(client: pg.Client, files: Migration[]): Promise<string | undefined> {
  return inTransaction(client, async () => {
    await lockList(client);
    const next = nextOf(await readApplied(client), files);
    if (next === undefined) return undefined;
    try {
      await client.query(next.sql);
    } catch (error) {
      throw new Error(`migration ${next.name}: ${(error as Error).message}`, { cause: error });
    }
    await client.query('insert into migration (id, name, hash) values ($1, $2, $3)', [
      next.id,
      next.name,
      next.hash,
    ]);
    return next.name;
  });
}

function nextOf(applied: Applied[], files: Migration[]): Migration | undefined {
  for (const row of applied) {
    const file = files.find((one) => one.id === row.id);
    if (file === undefined) throw newerDatabase(row.name);
    if (file.hash !== row.hash) throw editedMigration(row.name);
  }
  return files.find((file) => !applied.some((row) => row.id === file.id));
}

async function ensureList(client: pg.Client): Promise<void> {
  try {
    await inTransaction(client, async () => {
      await client.query(`create table if not exists migration (
        id integer primary key,
        name text not null,
        hash text not null,
        applied_at timestamptz not null default now()
      )`);
      await client.query(
        `comment on table migration is 'Schema steps already taken; row 0 is the lock of those who take them'`,
      );
      await client.query(
        `insert into migration (id, name, hash) values (0, 'lock', '') on conflict (id) do nothing`,
      );
    });
  } catch (error) {
    // "if not exists" does not wait for another process that is making the same table: then it is there now.
    const { code } = error as { code?: string };
    if (code === '23505' || code === '42P07' || code === '42710' || code === 'XX000')
      return ensureList(client);
    throw error;
  }
}

async function lockList(client: pg.Client): Promise<void> {
  await client.query('select id from migration where id = 0 for update');
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'select id, name, hash from migration where id > 0 order by id',
  );
  return rows;
}

async function expectNothingPending(appUrl: string, files: Migration[]): Promise<void> {
  const client = await open(appUrl);
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('public.migration') is not null as there`,
    );
    const applied = rows[0]?.there ? await readApplied(client) : [];
    if (nextOf(applied, files) !== undefined) {
      throw new PlainFailure(
        'Cơ sở dữ liệu cần được nâng cấp mà DATABASE_URL chỉ có quyền ứng dụng. Đặt thêm DATABASE_OWNER_URL của chủ sở hữu rồi chạy lại.',
        'The database has to be upgraded, and DATABASE_URL has only the rights of the application. Set DATABASE_OWNER_URL of the owner too and run again.',
      );
    }
  } finally {
    await client.end();
  }
}

async function roleOf(url: string): Promise<string> {
  const client = await open(url);
  try {
    const { rows } = await client.query<{ role: string }>('select current_user as role');
    return rows[0]?.role ?? '';
  } finally {
    await client.end();
  }
}

async function open(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw cannotConnect(url, error as Error);
  }
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function editedMigration(name: string): PlainFailure {
  return new PlainFailure(
    `Tệp migrations/${name} đã bị sửa sau khi áp dụng vào cơ sở dữ liệu. Trả tệp về nội dung cũ; muốn đổi thì viết tệp mới.`,
    `migrations/${name} was edited after it had been applied to this database. Put its old content back; a change goes into a new file.`,
  );
}

function newerDatabase(name: string): PlainFailure {
  return new PlainFailure(
    `Cơ sở dữ liệu mới hơn chương trình (đã có bước ${name}). Dùng bản chương trình mới hơn, hoặc phục hồi bản sao lưu cũ.`,
    `The database is newer than the program (it has step ${name}). Use a newer program, or restore an older backup.`,
  );
}
