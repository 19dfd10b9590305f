import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { keepPlans } from './kept.ts';
import type { DB } from './schema.ts';

export type Database = Kysely<DB>;

const { builtins } = pg.types;
const TIMESTAMPTZ_ARRAY = 1185;
const DATE_ARRAY = 1182;
const NUMERIC_ARRAY = 1231;
const INT8_ARRAY = 1016;
const TEXT_ARRAY = 1009;

const asWritten = (text: string): string => text;
const list = pg.types.getTypeParser(TEXT_ARRAY as never) as unknown as (text: string) => (string | null)[];

/**
 * Numbers that a float would round stay text, civil days stay days, and an instant is its milliseconds: a value
 * never passes through the time zone of the machine.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, asWritten],
  [builtins.NUMERIC, asWritten],
  [builtins.DATE, asWritten],
  [builtins.TIMESTAMPTZ, instantOf],
  [INT8_ARRAY, list],
  [NUMERIC_ARRAY, list],
  [DATE_ARRAY, list],
  [TIMESTAMPTZ_ARRAY, (text) => list(text).map((one) => (one === null ? null : instantOf(one)))],
]);

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

/** '2024-02-28 08:00:00.123+07' in milliseconds since 1970; the offset is the session's and always written. */
export function instantOf(text: string): number {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  const value = Date.parse(iso);
  if (Number.isNaN(value)) throw new Error(`not an instant: ${text}`);
  return value;
}

export interface Connection {
  pool: pg.Pool;
  db: Database;
  close(): Promise<void>;
}

const NAME_LENGTH = 40;
/** A statement of another number of rows is another statement: only what is asked again is worth a plan. */
const LONGEST_KEPT = 6_000;

/** Names each statement by its text, so that the server plans it once a connection. */
class PlanningOnce extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: as wide as the library's own.
  override query(asked: any, values?: any, done?: any): any {
    if (typeof asked !== 'string' || values === undefined || typeof values === 'function')
      return super.query(asked, values, done);
    if (asked.length > LONGEST_KEPT) return super.query(asked, values, done);
    const name = createHash('sha256').update(asked).digest('hex').slice(0, NAME_LENGTH);
    return super.query({ text: asked, values, name }, done);
  }
}

/**
 * `min` connections stay open while nothing is asked, so that others see that the program is there. `planOnce` is for
 * thousands of the same few statements on one connection, such as filling the demonstration.
 */
export function connect(
  url: string,
  options: { min?: number; max?: number; name?: string; planOnce?: boolean } = {},
): Connection {
  const pool = new pg.Pool({
    ...(options.planOnce ? { Client: PlanningOnce } : {}),
    connectionString: url,
    min: options.min ?? 0,
    max: options.max ?? 20,
    application_name: options.name ?? 'cchc',
    connectionTimeoutMillis: 10_000,
    types,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // One that breaks in the middle of a query fails that query; it says so once more, to nobody, which ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('connect', keepPlans());
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { pool, db, close: () => db.destroy() };
}
