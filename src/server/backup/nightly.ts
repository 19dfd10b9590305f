import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Day, dayOfInstant, type Instant, timeOfInstant } from '../../core/kernel/instant.ts';
import type { Connection } from '../database/connect.ts';
import { PlainFailure } from '../database/failure.ts';
import type { DB } from '../database/schema.ts';
import type { FileSettings } from '../http/context.ts';
import { makeBackup } from './make.ts';
import { nameOf, outdated } from './rotate.ts';

/** What the office has set: where to, when by the clock of Vietnam, how many, and how they are locked. */
export type BackupPlan = {
  readonly folder: string;
  readonly at: string;
  readonly keep: number;
  readonly passphrase: string;
};

type Of = {
  readonly connection: Connection;
  readonly plan: BackupPlan;
  readonly dataFolder: string;
  readonly secret?: string;
  readonly files?: FileSettings;
  readonly mode: 'demo' | 'office';
  readonly program: string;
};

/** '01:30' on the clocks of Vietnam. */
const clockOf = (at: Instant): string => {
  const { hour, minute } = timeOfInstant(at);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/**
 * Takes the day's backup for this process. A failed one is tried again after an hour, one whose process died after
 * two; a whole one only when somebody asks for it.
 */
const claim = async (db: Kysely<DB>, day: Day, asked: boolean): Promise<boolean> => {
  const { rows } = await sql`
    insert into backup_run (day, started_at) values (${day}, now())
    on conflict (day) do update set started_at = now(), ended_at = null, file = null, bytes = null, sha256 = null,
        error = null
      where (backup_run.ended_at is null and backup_run.started_at < now() - interval '2 hours')
        or (backup_run.error is not null and (${asked} or backup_run.ended_at < now() - interval '1 hour'))
        or (backup_run.file is not null and ${asked})
    returning 1`.execute(db);
  return rows.length > 0;
};

const make = async ({ connection, plan, ...of }: Of, day: Day): Promise<void> => {
  const { db } = connection;
  const now = Date.now();
  const file = nameOf({ day: dayOfInstant(now), time: clockOf(now) });
  try {
    await mkdir(plan.folder, { recursive: true, mode: 0o700 });
    const { passphrase } = plan;
    const path = join(plan.folder, file);
    const made = await makeBackup(connection, { ...of, path, passphrase, say: () => undefined });
    const { bytes, sha256 } = made;
    const done = { ended_at: sql<Date>`now()`, file, bytes: String(bytes), sha256 };
    await db.updateTable('backup_run').set(done).where('day', '=', day).execute();
  } catch (error) {
    const words = error instanceof PlainFailure ? error.vi : String((error as Error)?.message ?? error);
    const failed = { ended_at: sql<Date>`now()`, error: words };
    await db.updateTable('backup_run').set(failed).where('day', '=', day).execute();
    throw error;
  }
  // Old ones go only when a new one is whole.
  for (const old of outdated(await readdir(plan.folder), plan.keep)) await rm(join(plan.folder, old));
};

export type Nightly = {
  /** Begins today's backup at once; false: one is under way already. */
  begin(): Promise<boolean>;
  /** Makes it when its hour has come and nobody has; answers how many were made. */
  look(): Promise<number>;
  stop(): Promise<void>;
};

/** One backup a day from its hour on, by the first process that sees the hour; the database shares it out. */
export const planNightly = (of: Of): Nightly => {
  // What failed stands in the day's row, where the administrator and `doctor` find it.
  const failed = (): void => undefined;
  let asked: Promise<void> = Promise.resolve();
  return {
    begin: async () => {
      const day = dayOfInstant(Date.now());
      if (!(await claim(of.connection.db, day, true))) return false;
      asked = make(of, day).catch(failed);
      return true;
    },
    look: async () => {
      const day = dayOfInstant(Date.now());
      if (clockOf(Date.now()) < of.plan.at || !(await claim(of.connection.db, day, false))) return 0;
      await make(of, day);
      return 1;
    },
    stop: () => asked,
  };
};
