import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '../database/schema.ts';

type Writer = Kysely<DB> | Transaction<DB>;

/** Longer than any run; a process that was killed keeps the others waiting no longer than this. */
const LEASE = '2 minutes';
const LONGEST_WAIT_SECONDS = 3600;

/** Known from the first start on; a new start looks at everything at once. */
export const enlist = async (db: Writer, names: readonly string[]): Promise<void> => {
  await sql`insert into job (name) select unnest(${[...names]}::text[])
    on conflict (name) do update set next_at = least(job.next_at, now())`.execute(db);
};

/** Takes a job that is due, for this process alone. */
export const claim = async (db: Writer, name: string, holder: string): Promise<boolean> => {
  const { rows } = await sql`
    update job set lease_until = now() + ${LEASE}::interval, holder = ${holder}, started_at = now()
    where name = ${name} and next_at <= now() and (lease_until is null or lease_until < now())
    returning name`.execute(db);
  return rows.length === 1;
};

/** The holder is asked for: who lost the lease meanwhile changes nothing any more. */
export const finish = async (
  db: Writer,
  name: string,
  holder: string,
  done: number,
  everySeconds: number,
): Promise<void> => {
  await sql`update job set lease_until = null, holder = null, ended_at = now(), done = ${done}, failures = 0,
      last_error = null, next_at = now() + make_interval(secs => ${everySeconds})
    where name = ${name} and holder = ${holder}`.execute(db);
};

/** Tried again after a wait that doubles, an hour at most. */
export const fail = async (
  db: Writer,
  name: string,
  holder: string,
  error: string,
  everySeconds: number,
): Promise<void> => {
  await sql`update job set lease_until = null, holder = null, ended_at = now(), done = 0, failures = failures + 1,
      last_error = ${error.slice(0, 1000)},
      next_at = now() + make_interval(secs => least(${LONGEST_WAIT_SECONDS}, ${everySeconds} * power(2, least(failures, 12))))
    where name = ${name} and holder = ${holder}`.execute(db);
};

export const hasten = async (db: Writer, names: readonly string[]): Promise<void> => {
  await sql`update job set next_at = now() where name = any(${[...names]}::text[])`.execute(db);
};
