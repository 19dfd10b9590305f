import { type Kysely, sql } from 'kysely';
import type { DB } from './schema.ts';

/** A board or a total may be so old and no older; then the primary is asked. The administrator's guide says so. */
export const OLDEST_MS = 5000;
const LOOK_EVERY_MS = 1000;
/** How long the place of the primary is remembered: a replica further behind is of no use anyway. */
const REMEMBERED = 30;

export type Replica = {
  readonly db: Kysely<DB>;
  /** How old what it answers now may be, in milliseconds; undefined: too old, away, or no replica any more. */
  age(): number | undefined;
  stop(): Promise<void>;
};

type Mark = { readonly at: number; readonly place: number };

export const placeOfPrimary = async (db: Kysely<DB>): Promise<number> => {
  const { rows } = await sql<{ place: number }>`
    select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as place`.execute(db);
  return rows[0]?.place ?? Number.NaN;
};

/** Undefined where the server has become a primary: it may have gone another way than ours. */
export const placeOfReplica = async (db: Kysely<DB>): Promise<number | undefined> => {
  const { rows } = await sql<{ place: number | null }>`
    select case when pg_is_in_recovery()
      then pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::float8 end as place`.execute(db);
  return rows[0]?.place ?? undefined;
};

/**
 * Follows how far a streaming replica is behind: the primary's place in its log is noted every second, and what the
 * replica has replayed says which of these moments it knows. Its own clock is not asked: it cannot know what it has
 * not yet been sent.
 */
export const followReplica = (primary: Kysely<DB>, replica: Kysely<DB>): Replica => {
  let marks: Mark[] = [];
  /** The last moment of the primary that the replica is known to have. */
  let knows: number | undefined;
  const look = async (): Promise<void> => {
    const at = performance.now();
    const [place, reached] = await Promise.all([placeOfPrimary(primary), placeOfReplica(replica)]);
    marks = [...marks, { at, place }].slice(-REMEMBERED);
    knows = reached === undefined ? undefined : marks.findLast((mark) => mark.place <= reached)?.at;
  };
  let looking: Promise<void> | undefined;
  const once = (): void => {
    looking ??= look()
      .catch(() => {
        knows = undefined;
      })
      .finally(() => {
        looking = undefined;
      });
  };
  once();
  const timer = setInterval(once, LOOK_EVERY_MS);
  timer.unref();
  return {
    db: replica,
    age: () => {
      if (knows === undefined) return undefined;
      const age = performance.now() - knows;
      return age <= OLDEST_MS ? Math.ceil(age) : undefined;
    },
    stop: async () => {
      clearInterval(timer);
      await looking;
      await replica.destroy();
    },
  };
};
