import { CompiledQuery, type Transaction } from 'kysely';
import pg from 'pg';
import type { Db, Job, PgBoss, QueueOptions, QueuePolicy } from 'pg-boss';
import type { DB } from '../database/schema.ts';
import type { Duty, Queue } from '../http/context.ts';

/** Made by the migrations; the application uses it and never changes its shape. */
const SCHEMA = 'queue';
const ZONE = 'Asia/Ho_Chi_Minh';
/** Whoever is not heard of for so long has died, and another process goes on. */
const HEARTBEAT_SECONDS = 30;
const LONGEST_SECONDS = 6 * 3600;
const KEPT_SECONDS = 24 * 3600;
const LONGEST_WAIT_SECONDS = 3600;
const FIRST_WAIT_SECONDS = 5;
/** How long the end of the program waits for what is under way; it hears of the end at once. */
const END_MS = 20_000;

type Failed = (error: unknown, what: string) => void;

/** The pool of the program, with dates as the library knows them and not as instants. */
const databaseOf = (pool: pg.Pool): Db => ({
  executeSql: (text, values) => pool.query({ text, values, types: pg.types } as pg.QueryConfig),
});

const within = (trx: Transaction<DB>): Db => ({
  executeSql: async (text, values) => ({
    rows: (await trx.executeQuery(CompiledQuery.raw(text, values ?? []))).rows as unknown[],
  }),
});

const optionsOf = ({ retries, deadLetter }: Duty): QueueOptions & { deadLetter?: string } => ({
  retryLimit: retries,
  retryDelay: FIRST_WAIT_SECONDS,
  retryBackoff: true,
  retryDelayMax: LONGEST_WAIT_SECONDS,
  expireInSeconds: LONGEST_SECONDS,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  deleteAfterSeconds: KEPT_SECONDS,
  ...(deadLetter === undefined ? {} : { deadLetter }),
});

const POLICY = { one: 'stately', gathered: 'short', each: 'standard' } as const satisfies Record<
  Duty['sharing'],
  QueuePolicy
>;

/** What is asked for twice before it has begun is done once. */
const keyed = (duty: Duty, id?: string) => (duty.sharing === 'each' ? {} : { singletonKey: id ?? duty.name });

/**
 * The background work of this process, shared with the other processes through the database. It is opened before the
 * server listens: a request that had to wait for it inside its transaction would hold the connection it waits for.
 */
export const openQueue = (pool: pg.Pool, failed: Failed) => {
  const duties = new Map<string, Duty>();
  let stopping = false;
  let boss: PgBoss | undefined;
  let taken: Promise<void> | undefined;

  const perform = async (duty: Duty, job: Job<{ id?: string } | null>): Promise<{ done: number }> => {
    const stopped = (): boolean => stopping || job.signal.aborted;
    try {
      return { done: await duty.work({ data: job.data ?? {}, stopped }) };
    } catch (error) {
      if (!stopped()) failed(error, duty.name);
      throw error;
    }
  };

  const makeQueue = async (at: PgBoss, duty: Duty): Promise<void> => {
    await at.createQueue(duty.name, { policy: POLICY[duty.sharing], ...optionsOf(duty) });
    // What a newer program says of a queue holds for one that stands already.
    await at.updateQueue(duty.name, optionsOf(duty));
  };

  const takeUp = async (at: PgBoss, duty: Duty): Promise<void> => {
    const { name, cron, atOnce = 1, withinSeconds } = duty;
    if (cron !== undefined) {
      await at.schedule(name, cron, null, { tz: ZONE, ...keyed(duty) });
      // A new start looks at everything at once, whatever was missed.
      await at.send(name, null, keyed(duty));
    }
    const how = { pollingIntervalSeconds: withinSeconds, localConcurrency: atOnce };
    await at.work<{ id?: string } | null>(name, how, async ([job]) => job && perform(duty, job));
  };

  // What others fail into is there before them.
  const inOrder = (): Duty[] =>
    [...duties.values()].sort((a, b) => Number(!!a.deadLetter) - Number(!!b.deadLetter));

  const open = async (): Promise<void> => {
    const library = await import('pg-boss');
    const opened = new library.PgBoss({
      db: databaseOf(pool),
      schema: SCHEMA,
      migrate: false,
      reindex: false,
      monitorVacuum: false,
      superviseIntervalSeconds: 15,
      monitorIntervalSeconds: 15,
      openTelemetry: { enabled: false },
    });
    opened.on('error', (error) => failed(error, 'queue'));
    await opened.start({ attempts: 5 });
    for (const duty of inOrder()) await makeQueue(opened, duty);
    boss = opened;
  };

  const takeAllUp = async (): Promise<void> => {
    for (const duty of inOrder()) if (boss && !stopping) await takeUp(boss, duty);
  };

  const send: Queue['send'] = async (trx, name, about) => {
    const duty = duties.get(name);
    // Nothing here does it, and what it would have done is found by the next look of a process that does.
    if (!duty || !boss) return;
    await boss.send(name, about ?? null, { ...keyed(duty, about?.id), db: within(trx) });
  };

  const repeated: Queue['repeated'] = async () => {
    if (!boss) return [];
    const at = boss;
    const schedules = await at.getSchedules();
    return Promise.all(
      schedules.map(async ({ name, cron, timezone }) => {
        const [next] = await at.previewSchedule(cron, { tz: timezone, count: 1 });
        return { name, nextAt: next ? new Date(next).getTime() : Number.POSITIVE_INFINITY };
      }),
    );
  };

  return {
    takeOn: (duty: Duty): void => {
      duties.set(duty.name, duty);
    },
    send,
    repeated,
    /** What is sent is kept from here on; throws when the database has no queue. */
    open,
    /** From here on this process takes its share. */
    begin: (): void => {
      taken = takeAllUp().catch((error: unknown) => failed(error, 'queue'));
    },
    stop: async (): Promise<void> => {
      stopping = true;
      await taken;
      await boss?.stop({ graceful: true, timeout: END_MS });
    },
  };
};
