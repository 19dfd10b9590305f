import { type Kysely, sql } from 'kysely';
import { type BackupRun, type BackupsAnswer, stateOfBackups } from '../../core/audit/backups.ts';
import { mayAdminister } from '../../core/directory/allow.ts';
import { DIRECTORY_CHAIN } from '../../core/kernel/fact.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import type { DB } from '../database/schema.ts';
import type { ReadContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';

/** When the last whole backup was made, at night or by the command: both leave the same fact. */
export const lastBackup = async (db: Kysely<DB>): Promise<Instant | null> => {
  const { rows } = await sql<{ at: Instant | null }>`
    select max(recorded_at) as at from fact where chain = ${DIRECTORY_CHAIN} and type = 'backup.made'`.execute(
    db,
  );
  return rows[0]?.at ?? null;
};

const SHOWN = 30;

export const backupsAnswer = async (ctx: ReadContext): Promise<BackupsAnswer> => {
  if (!mayAdminister(ctx.person, ctx.today)) throw forbidden();
  const { db, backups } = ctx.services;
  const { rows } = await sql<BackupRun>`
    select day, started_at as "startedAt", ended_at as "endedAt", file, bytes::float8 as bytes, sha256, error
    from backup_run order by day desc limit ${SHOWN}`.execute(db);
  const lastAt = await lastBackup(db);
  return {
    plan: backups ? { folder: backups.plan.folder, at: backups.plan.at, keep: backups.plan.keep } : null,
    runs: rows,
    lastAt,
    state: stateOfBackups(lastAt, Date.now()),
    may: backups ? ['make'] : [],
  };
};
