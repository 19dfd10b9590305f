import { createHmac } from 'node:crypto';
import pg from 'pg';
import { PlainFailure } from './failure.ts';

const OWNER_ROLE = 'cchc_owner';
const APP_ROLE = 'cchc_app';

/** Tables that may only grow: the facts, and every table whose comment says so. */
export const INSERT_ONLY_TABLES = `
  select c.oid, n.nspname as schema, c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname = 'public'
    and (c.relname = 'fact' or obj_description(c.oid, 'pg_class') like 'insert-only:%')`;

export interface DatabaseAccess {
  /** Runs migrations. Absent when only the application's address is known. */
  ownerUrl?: string;
  /** What the program works with. */
  appUrl: string;
}

/** Who signs in for what, from the two addresses of the environment. */
export async function accessFromAddresses(url: string, ownerUrl?: string): Promise<DatabaseAccess> {
  if (ownerUrl !== undefined) return { ownerUrl, appUrl: url };
  const client = await open(url);
  try {
    const { rows } = await client.query<{ superuser: boolean; owner: boolean; makes_roles: boolean }>(`
      select r.rolsuper as superuser, r.rolcreaterole as makes_roles, d.datdba = r.oid as owner
      from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`);
    const me = rows[0];
    if (me === undefined || !(me.superuser || me.owner)) return { appUrl: url };
    if (!me.superuser && !me.makes_roles) throw needsTwoAddresses();
    return await deriveRoles(client, url, me.superuser);
  } finally {
    await client.end();
  }
}

/**
 * The passwords of the derived roles follow from the given one, so that several machines with the same
 * DATABASE_URL come to the same roles without keeping anything.
 */
async function deriveRoles(client: pg.Client, url: string, superuser: boolean): Promise<DatabaseAccess> {
  const secret = decodeURIComponent(new URL(url).password);
  if (secret === '') throw needsTwoAddresses();
  const passwordOf = (role: string) =>
    createHmac('sha256', secret).update(`cchc:${role}`).digest('base64url');
  const addressOf = (role: string) => {
    const address = new URL(url);
    address.username = role;
    address.password = passwordOf(role);
    return address.href;
  };
  await ensureRole(client, APP_ROLE, passwordOf(APP_ROLE));
  if (!superuser) return { ownerUrl: url, appUrl: addressOf(APP_ROLE) };
  await ensureRole(client, OWNER_ROLE, passwordOf(OWNER_ROLE));
  await besideOthers(() => giveDatabase(client));
  return { ownerUrl: addressOf(OWNER_ROLE), appUrl: addressOf(APP_ROLE) };
}

async function giveDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; owner: string }>(
    'select datname as name, pg_get_userbyid(datdba) as owner from pg_database where datname = current_database()',
  );
  const database = rows[0];
  if (database === undefined || database.owner === OWNER_ROLE) return;
  await client.query(`alter database ${pg.escapeIdentifier(database.name)} owner to ${OWNER_ROLE}`);
  await client.query(`grant usage, create on schema public to ${OWNER_ROLE}`);
}

/** Several processes may come here at once: whoever is second finds the role made, or does it again. */
async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const word = pg.escapeLiteral(password);
  await besideOthers(async () => {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} login password ${word}`);
  });
}

const ATTEMPTS = 20;

/** PostgreSQL does not queue changes of roles and databases: it refuses the second one in the same moment. */
async function besideOthers(change: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await change();
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      const collided = code === '42710' || code === '23505' || /tuple concurrently/.test(message);
      if (!collided || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}

/** Makes the database and its roles on a server of our own. */
export async function ensureDatabase(
  superuserUrl: string,
  options: { database: string; owner: string; app: string },
): Promise<void> {
  const client = await open(superuserUrl);
  try {
    await ensureRole(client, OWNER_ROLE, options.owner);
    await ensureRole(client, APP_ROLE, options.app);
    const found = await client.query('select 1 from pg_database where datname = $1', [options.database]);
    if (found.rowCount !== 0) return;
    await client.query(
      `create database ${pg.escapeIdentifier(options.database)} owner ${OWNER_ROLE} template template0`,
    );
  } finally {
    await client.end();
  }
}

/** The rights of the application role; the migrations' own list is read-only for it. */
export async function grantToApplication(owner: pg.Client, role: string): Promise<void> {
  const app = pg.escapeIdentifier(role);
  await owner.query(`grant usage on schema public to ${app}`);
  await owner.query(`grant select, insert, update, delete on all tables in schema public to ${app}`);
  await owner.query(`grant usage, select on all sequences in schema public to ${app}`);
  await owner.query(`revoke insert, update, delete on table migration from ${app}`);
  // Background work: rows of the queue, whose shape is the owner's alone.
  const queue = await owner.query(`select 1 from pg_namespace where nspname = 'queue'`);
  if (queue.rowCount !== 0) {
    await owner.query(`grant usage on schema queue to ${app}`);
    await owner.query(`grant select, insert, update, delete on all tables in schema queue to ${app}`);
    await owner.query(`revoke insert, delete on table queue.version from ${app}`);
  }
  const { rows } = await owner.query<{ name: string }>(INSERT_ONLY_TABLES);
  for (const { name } of rows) {
    await owner.query(`revoke update, delete, truncate on table ${pg.escapeIdentifier(name)} from ${app}`);
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

export function cannotConnect(url: string, error: Error): PlainFailure {
  const place = withoutPassword(url);
  return new PlainFailure(
    `Chưa kết nối được cơ sở dữ liệu ${place} (${error.message}). Kiểm tra máy chủ PostgreSQL đang chạy, tên, mật khẩu trong DATABASE_URL và DATABASE_OWNER_URL.`,
    `The database ${place} cannot be reached (${error.message}). See that the PostgreSQL server runs, and the name and password in DATABASE_URL and DATABASE_OWNER_URL.`,
    error,
  );
}

function withoutPassword(url: string): string {
  try {
    const address = new URL(url);
    address.password = '';
    return address.href;
  } catch {
    return '';
  }
}

function needsTwoAddresses(): PlainFailure {
  return new PlainFailure(
    'DATABASE_URL đăng nhập bằng chủ sở hữu nhưng chưa tạo được người dùng ứng dụng. Tạo hai người dùng cchc_owner và cchc_app, đặt DATABASE_OWNER_URL cho chủ sở hữu và DATABASE_URL cho người dùng ứng dụng.',
    'DATABASE_URL signs in as the owner, and the application user cannot be made from it. Create the users cchc_owner and cchc_app; set DATABASE_OWNER_URL for the owner and DATABASE_URL for the application user.',
  );
}
