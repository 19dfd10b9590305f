import { uuidv7 } from 'uuidv7';
import { mayKeep } from '../../core/evidence/allow.ts';
import type { UploadAnswer } from '../../core/evidence/answers.ts';
import { LARGEST_EVIDENCE, PIECE_BYTES } from '../../core/evidence/wire.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { forbidden, notFound, refused } from '../http/failures.ts';
import { type Examined, examine } from './examine.ts';
import { addPiece, beginUpload, dropUpload, lockUpload } from './store.ts';
import { ownStances } from './views/readers.ts';

type Row = { readonly id: string; readonly name: string; readonly size: string; readonly received: string };

const answerOf = (row: Row): UploadAnswer => ({
  id: row.id,
  name: row.name,
  size: Number(row.size),
  received: Number(row.received),
  pieceSize: PIECE_BYTES,
});

/** Begins sending a file, or goes on with the same file where it stopped: after a dead line, a browser, a server. */
export const begin = async (
  ctx: WriteContext,
  wanted: {
    readonly unitId: string;
    readonly name: string;
    readonly size: number;
    readonly fingerprint: string;
  },
): Promise<UploadAnswer> => {
  if (!mayKeep(ownStances(ctx, wanted.unitId))) throw forbidden();
  if (wanted.size > LARGEST_EVIDENCE) throw refused('evidence.tooLarge', { name: wanted.name }, 422);
  const row = await beginUpload(ctx, uuidv7(), wanted);
  if (Number(row.size) === wanted.size) return answerOf(row);
  // Another file under the same mark: what came of the old one is of no use.
  await dropUpload(ctx, row.id);
  return answerOf(await beginUpload(ctx, uuidv7(), wanted));
};

/** One piece, at the place where the last one ended. A piece that came already is answered with where to go on. */
export const takePiece = async (
  ctx: WriteContext,
  id: string,
  start: number,
  bytes: unknown,
): Promise<UploadAnswer> => {
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw refused('http.malformed', {}, 400);
  const row = await lockUpload(ctx, id);
  if (!row) throw notFound('upload');
  const [received, size] = [Number(row.received), Number(row.size)];
  if (start !== received) return answerOf(row);
  if (start + bytes.length > size || bytes.length > PIECE_BYTES) throw refused('http.malformed', {}, 400);
  await addPiece(ctx, id, start, bytes);
  return answerOf({ ...row, received: String(start + bytes.length) });
};

export const uploadOf = async (ctx: ReadContext, id: string): Promise<UploadAnswer> => {
  const row = await ctx.db
    .selectFrom('upload')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', ctx.person.personId)
    .executeTakeFirst();
  if (!row) throw notFound('upload');
  return answerOf(row);
};

export type Gathered = { readonly unitId: string; readonly file: Examined };

/** The whole file of an upload, examined; undefined when it was finished before (a repeated request). */
export const gather = async (ctx: ReadContext, id: string): Promise<Gathered | undefined> => {
  const row = await ctx.db
    .selectFrom('upload')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', ctx.person.personId)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.received !== row.size)
    throw refused('evidence.unfinished', { name: row.name, received: Number(row.received) });
  const pieces = await ctx.db
    .selectFrom('upload_piece')
    .select('bytes')
    .where('upload_id', '=', id)
    .orderBy('start')
    .execute();
  const bytes = Buffer.concat(pieces.map((p) => p.bytes));
  return { unitId: row.unit_id, file: await examine(ctx.services, bytes, row.name) };
};
