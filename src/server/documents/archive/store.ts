import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { ArchiveAnswer, ArchiveState } from '../../../core/documents/archive.ts';
import type { Database } from '../../database/connect.ts';
import type { ReadContext, WriteContext } from '../../http/context.ts';

export type ArchiveUnit = { readonly id: string; readonly name: string };

export const addArchive = async (
  ctx: WriteContext,
  campaignId: string,
  format: 'pdf' | 'docx',
  units: readonly ArchiveUnit[],
): Promise<string | undefined> => {
  const row = await ctx.trx
    .insertInto('document_archive')
    .values({
      id: uuidv7(),
      campaign_id: campaignId,
      person_id: ctx.person.personId,
      format,
      units: JSON.stringify(units),
      total: units.length,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

const COLUMNS = [
  'id',
  'campaign_id',
  'format',
  'state',
  'total',
  'done',
  'failed',
  'bytes',
  'created_at',
  'ended_at',
] as const;

export const archivesOf = async (ctx: ReadContext, campaignId?: string): Promise<ArchiveAnswer[]> => {
  const rows = await ctx.db
    .selectFrom('document_archive')
    .where('person_id', '=', ctx.person.personId)
    .$if(campaignId !== undefined, (q) => q.where('campaign_id', '=', campaignId ?? ''))
    .select(COLUMNS)
    .orderBy('created_at', 'desc')
    .limit(10)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    campaignId: row.campaign_id,
    format: row.format as 'pdf' | 'docx',
    state: row.state as ArchiveState,
    total: row.total,
    done: row.done,
    failed: row.failed as unknown as string[],
    bytes: Number(row.bytes),
    createdAt: row.created_at,
    endedAt: row.ended_at,
  }));
};

/** Moves an archive of the person from one of the states; undefined where it stood elsewhere. */
export const moveArchive = async (
  ctx: WriteContext,
  id: string,
  from: readonly ArchiveState[],
  to: 'waiting' | 'cancelled',
): Promise<boolean> => {
  const row = await ctx.trx
    .updateTable('document_archive')
    .set({ state: to, ended_at: to === 'waiting' ? null : sql<Date>`now()` })
    .where('id', '=', id)
    .where('person_id', '=', ctx.person.personId)
    .where('state', 'in', [...from])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

export type Job = {
  readonly id: string;
  readonly campaignId: string;
  readonly personId: string;
  readonly format: 'pdf' | 'docx';
  readonly units: readonly ArchiveUnit[];
  readonly done: number;
  readonly failed: readonly string[];
  readonly bytes: number;
};

/** An archive that somebody waits for, in the hands of whoever the queue gave it to; undefined: nobody waits any more. */
export const takeArchive = async (db: Database, id: string): Promise<Job | undefined> => {
  const row = await db
    .updateTable('document_archive')
    .set({ state: 'working' })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'working'])
    .returning(['id', 'campaign_id', 'person_id', 'format', 'units', 'done', 'failed', 'bytes'])
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      campaignId: row.campaign_id,
      personId: row.person_id,
      format: row.format as 'pdf' | 'docx',
      units: row.units as unknown as ArchiveUnit[],
      done: row.done,
      failed: row.failed as unknown as string[],
      bytes: Number(row.bytes),
    }
  );
};

/** After each document: how far. False when it was cancelled meanwhile. */
export const keepProgress = async (
  db: Database,
  id: string,
  far: { readonly done: number; readonly bytes: number; readonly failed: readonly string[] },
  state: 'working' | 'done' | 'failed' = 'working',
): Promise<boolean> => {
  const row = await db
    .updateTable('document_archive')
    .set({
      state,
      done: far.done,
      bytes: far.bytes,
      failed: JSON.stringify(far.failed),
      ended_at: state === 'working' ? null : sql<Date>`now()`,
    })
    .where('id', '=', id)
    .where('state', '=', 'working')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** Every try failed, or it can never be made. */
export const giveUpArchive = async (db: Database, id: string): Promise<void> => {
  await db
    .updateTable('document_archive')
    .set({ state: 'failed', ended_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'working'])
    .execute();
};

const KEPT = sql<number>`now() - interval '1 day'`;

/** Archives that ended a day ago are gone: they can be made again at any time. */
export const forgetOld = async (db: Database): Promise<string[]> => {
  const rows = await db
    .deleteFrom('document_archive')
    .where('state', 'in', ['done', 'cancelled', 'failed'])
    .where('ended_at', '<', KEPT)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
};
