import { isIPv6 } from 'node:net';
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { FORGET_SECONDS, type SlowedBy, waitAfter } from '../../core/access/slowDown.ts';
import { inTransaction } from '../database/retry.ts';
import type { DB } from '../database/schema.ts';
import { refused } from '../http/failures.ts';
import { sha256 } from '../record/hash.ts';

/** One thing that a guess counts against. The name is hashed: people type passwords into the name field. */
export type SlowKey = { readonly by: SlowedBy; readonly key: string };

export const nameKey = (login: string): SlowKey => ({ by: 'name', key: sha256(`name:${login}`) });
export const personKey = (personId: string): SlowKey => ({ by: 'name', key: sha256(`person:${personId}`) });
/** IPv6 hands out a /64 to one household; counting single addresses would count nothing. */
export const addressKey = (address: string): SlowKey => ({
  by: 'address',
  key: sha256(`address:${isIPv6(address) ? networkOf(address) : address}`),
});

const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter((part) => part !== '');
  const right = (tail ?? '').split(':').filter((part) => part !== '');
  const zeros =
    tail === undefined ? [] : new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':').toLowerCase();
};

const lock = async (trx: Transaction<DB>, { key }: SlowKey) => {
  await trx
    .insertInto('sign_in_attempt')
    .values({ key, failures: 0 })
    .onConflict((c) => c.doNothing())
    .execute();
  const { rows } = await sql<{ failures: number; wait: number }>`
    select case when last_at < now() - make_interval(secs => ${FORGET_SECONDS}) then 0 else failures end as failures,
      greatest(0, ceil(extract(epoch from blocked_until - clock_timestamp())))::int as wait
    from sign_in_attempt where key = ${key} for update`.execute(trx);
  return rows[0] ?? { failures: 0, wait: 0 };
};

/**
 * Counts a guess as failed before it is checked, so that a thousand at once are not checked before the first is
 * counted. Answers the seconds that the next guess will have to wait; throws while this one still has to.
 */
export const countGuess = (db: Kysely<DB>, keys: readonly SlowKey[]): Promise<number> =>
  inTransaction(db, async (trx) => {
    // One order for everybody: two guesses never wait for each other in a circle.
    const ordered = [...keys].sort((a, b) => (a.key < b.key ? -1 : 1));
    const found = [];
    for (const key of ordered) found.push({ ...key, ...(await lock(trx, key)) });
    const wait = Math.max(...found.map((f) => f.wait));
    if (wait > 0) throw refused('access.slowDown', { retryAfter: wait }, 429);
    let next = 0;
    for (const { by, key, failures } of found) {
      const seconds = waitAfter(by, failures + 1);
      next = Math.max(next, seconds);
      await sql`update sign_in_attempt set failures = ${failures + 1}, last_at = now(),
        blocked_until = clock_timestamp() + make_interval(secs => ${seconds}) where key = ${key}`.execute(
        trx,
      );
    }
    return next;
  });

/** The guess was right: it no longer counts. A name starts afresh, an address keeps its other failures. */
export const forgiveGuess = async (
  db: Kysely<DB> | Transaction<DB>,
  keys: readonly SlowKey[],
  startAfresh: boolean,
): Promise<void> => {
  for (const { by, key } of [...keys].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (startAfresh && by === 'name') await db.deleteFrom('sign_in_attempt').where('key', '=', key).execute();
    else
      await sql`update sign_in_attempt set failures = greatest(0, failures - 1), blocked_until = now()
        where key = ${key}`.execute(db);
  }
};

/** Old counts say nothing any more; called where a sign-in writes anyway. */
export const sweepGuesses = async (db: Kysely<DB> | Transaction<DB>): Promise<void> => {
  await sql`delete from sign_in_attempt where key in (
    select key from sign_in_attempt where last_at < now() - interval '1 day' limit 100 for update skip locked)`.execute(
    db,
  );
};
