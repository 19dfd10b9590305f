import { sql } from 'kysely';
import type { Services } from '../http/context.ts';

/** That something was recorded, and where; what it was is read by whoever may. */
export type Change = {
  readonly id: string;
  readonly type: string;
  readonly campaignId: string | null;
  readonly unitId: string | null;
};

type Listener = (changes: readonly Change[]) => void;

export type Feed = {
  /** Told of every fact soon after its transaction has ended, of those since `since` too; the answer ends it. */
  follow(listener: Listener, since: number): () => void;
};

const EVERY_MS = 500;
/** Facts are named when they are written and seen when their transaction ends: some seconds later under load. */
const USUAL_LOOK_BACK_MS = 10_000;
/** No transaction outlives the request that it serves, and no machine's clock is a minute apart from another's. */
export const LONGEST_LOOK_BACK_MS = 120_000;
const LONG_LOOK_EVERY = 20;

/** The smallest id that a fact written at this moment can have (UUIDv7 begins with its milliseconds). */
const firstIdAt = (ms: number): string => {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

/**
 * The facts as they come, from all processes that share the database: one small query by the primary key twice a
 * second, however many people look on, and none when nobody does. No LISTEN: it does not pass a connection pooler.
 */
export const createFeed = ({ db }: Services, failed: (error: unknown) => void): Feed => {
  const listeners = new Set<Listener>();
  const known = new Map<string, { readonly change: Change; readonly at: number }>();
  let running = false;
  let looks = 0;
  /** Facts named before it that are there at the first look were there when the first onlooker read. */
  let quietBefore = '';

  const look = async (): Promise<void> => {
    const now = Date.now();
    const far = looks++ % LONG_LOOK_EVERY === 0;
    const since = now - (far ? LONGEST_LOOK_BACK_MS : USUAL_LOOK_BACK_MS);
    const { rows } = await sql<Change>`
      select id, type, campaign_id as "campaignId", unit_id as "unitId" from fact
      where id > ${firstIdAt(since)}::uuid and type not in ('report.read', 'export.made') order by id`.execute(
      db,
    );
    const news = rows.filter((row) => !known.has(row.id));
    for (const change of news) known.set(change.id, { change, at: now });
    if (far) for (const [id, { at }] of known) if (at < now - 2 * LONGEST_LOOK_BACK_MS) known.delete(id);
    const untold = news.filter((change) => change.id >= quietBefore);
    quietBefore = '';
    if (untold.length > 0) for (const listener of [...listeners]) listener(untold);
  };

  const next = (): void => {
    const timer = setTimeout(() => {
      look()
        .catch(failed)
        .finally(() => {
          running = listeners.size > 0;
          if (running) next();
        });
    }, EVERY_MS);
    timer.unref();
  };

  return {
    follow: (listener, since) => {
      listeners.add(listener);
      if (running) {
        const missed = [...known.values()].filter(({ at }) => at >= since).map(({ change }) => change);
        if (missed.length > 0) listener(missed);
      } else {
        known.clear();
        quietBefore = firstIdAt(since - USUAL_LOOK_BACK_MS);
        looks = 0;
        running = true;
        next();
      }
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
