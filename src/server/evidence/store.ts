import { sql } from 'kysely';
import type { Subject } from '../../core/evidence/cite.ts';
import { type EvidenceDetails, searchText } from '../../core/evidence/document.ts';
import type { WriteContext } from '../http/context.ts';
import type { Examined } from './examine.ts';

const columnsOf = (ctx: WriteContext, details: EvidenceDetails, fileName: string) => ({
  number: details.number,
  document_day: details.day,
  issuer: details.issuer,
  abstract: details.abstract,
  pages: details.pages,
  search: searchText(details, fileName),
  changed_at: new Date(ctx.now),
});

export const insertEvidence = async (
  ctx: WriteContext,
  id: string,
  unitId: string,
  file: Examined,
  details: EvidenceDetails,
): Promise<void> => {
  await ctx.trx
    .insertInto('evidence')
    .values({
      id,
      unit_id: unitId,
      file_hash: file.hash,
      file_name: file.name,
      created_by: ctx.person.personId,
      created_at: new Date(ctx.now),
      ...columnsOf(ctx, details, file.name),
    })
    // The same file that was taken away before comes back as the same document.
    .onConflict((c) =>
      c.columns(['unit_id', 'file_hash']).doUpdateSet((eb) => ({
        ...columnsOf(ctx, details, file.name),
        withdrawn_at: null,
        version: eb('evidence.version', '+', 1),
      })),
    )
    .execute();
};

export const updateEvidence = async (
  ctx: WriteContext,
  id: string,
  details: EvidenceDetails,
  fileName: string,
): Promise<void> => {
  await ctx.trx
    .updateTable('evidence')
    .set((eb) => ({ ...columnsOf(ctx, details, fileName), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

export const setWithdrawn = async (ctx: WriteContext, id: string): Promise<void> => {
  await ctx.trx
    .updateTable('evidence')
    .set((eb) => ({ withdrawn_at: new Date(ctx.now), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

export const insertCitation = async (
  ctx: WriteContext,
  subject: Subject,
  at: { readonly place: string; readonly evidenceId: string; readonly pages: string },
): Promise<void> => {
  await ctx.trx
    .insertInto('evidence_citation')
    .values({
      subject: subject.kind,
      subject_id: subject.id,
      unit_id: subject.unitId,
      place: at.place,
      evidence_id: at.evidenceId,
      pages: at.pages,
      receiver_unit_id: subject.receiverUnitId,
      authority_unit_id: subject.authorityUnitId,
      cited_by: ctx.person.personId,
      cited_at: new Date(ctx.now),
    })
    .onConflict((c) =>
      c
        .columns(['subject', 'subject_id', 'unit_id', 'place', 'evidence_id'])
        .doUpdateSet({ pages: at.pages }),
    )
    .execute();
};

export const deleteCitation = async (
  ctx: WriteContext,
  subject: Subject,
  at: { readonly place: string; readonly evidenceId: string },
): Promise<void> => {
  await ctx.trx
    .deleteFrom('evidence_citation')
    .where('subject', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('unit_id', '=', subject.unitId)
    .where('place', '=', at.place)
    .where('evidence_id', '=', at.evidenceId)
    .execute();
};

/** The upload, locked: two pieces of one file never come at once. */
export const lockUpload = (ctx: WriteContext, id: string) =>
  ctx.trx
    .selectFrom('upload')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', ctx.person.personId)
    .forUpdate()
    .executeTakeFirst();

/** Begins an upload, or finds the one of the same file that stopped half-way. */
export const beginUpload = async (
  ctx: WriteContext,
  id: string,
  wanted: {
    readonly unitId: string;
    readonly name: string;
    readonly size: number;
    readonly fingerprint: string;
  },
) =>
  ctx.trx
    .insertInto('upload')
    .values({
      id,
      unit_id: wanted.unitId,
      person_id: ctx.person.personId,
      fingerprint: wanted.fingerprint,
      name: wanted.name,
      size: wanted.size,
    })
    .onConflict((c) =>
      c.columns(['person_id', 'unit_id', 'fingerprint']).doUpdateSet({ touched_at: sql<Date>`now()` }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();

export const addPiece = async (
  ctx: WriteContext,
  id: string,
  start: number,
  bytes: Buffer,
): Promise<void> => {
  await ctx.trx.insertInto('upload_piece').values({ upload_id: id, start, bytes }).execute();
  await ctx.trx
    .updateTable('upload')
    .set({ received: start + bytes.length, touched_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
};

export const dropUpload = async (ctx: WriteContext, id: string): Promise<void> => {
  await ctx.trx.deleteFrom('upload_piece').where('upload_id', '=', id).execute();
  await ctx.trx.deleteFrom('upload').where('id', '=', id).execute();
};

export const keepFinding = async (ctx: WriteContext, file: Examined): Promise<void> => {
  await ctx.trx
    .insertInto('file_finding')
    .values({
      hash: file.hash,
      media_type: file.mediaType,
      pages: file.pages,
      signatures: JSON.stringify(file.signatures),
      ...(file.clean ? { scan: 'clean', scanned_at: sql<Date>`now()` } : {}),
    })
    // Seen before: what is found today is what counts, but a virus that was found stays found.
    .onConflict((c) =>
      c.column('hash').doUpdateSet((eb) => ({
        signatures: eb.ref('excluded.signatures'),
        ...(file.clean ? { scan: 'clean', threat: null, scanned_at: sql<Date>`now()` } : {}),
      })),
    )
    .execute();
  if (!file.clean) await ctx.services.queue?.send(ctx.trx, 'scans');
};
