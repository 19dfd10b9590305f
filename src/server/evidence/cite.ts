import { type CitationPlace, cite, type Subject, uncite } from '../../core/evidence/cite.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { deleteCitation, insertCitation } from './store.ts';
import { lockDocument } from './views/documents.ts';

/**
 * Cites a document of the subject's unit. For the room that owns the subject (report, index, tasks): it has checked
 * that the caller may change the subject now, and names its chain and who receives it.
 */
export const citeEvidence = async (
  ctx: WriteContext,
  subject: Subject,
  at: CitationPlace & { readonly pages: string },
): Promise<void> => {
  const found = await lockDocument(ctx, at.evidenceId);
  await record(ctx, cite(subject, at, found && { ...found, abstract: found.details.abstract }));
  await insertCitation(ctx, subject, at);
};

export const unciteEvidence = async (
  ctx: WriteContext,
  subject: Subject,
  at: CitationPlace,
): Promise<void> => {
  const found = await ctx.trx
    .selectFrom('evidence_citation as c')
    .innerJoin('evidence', 'evidence.id', 'c.evidence_id')
    .where('c.subject', '=', subject.kind)
    .where('c.subject_id', '=', subject.id)
    .where('c.unit_id', '=', subject.unitId)
    .where('c.place', '=', at.place)
    .where('c.evidence_id', '=', at.evidenceId)
    .select('evidence.abstract')
    .executeTakeFirst();
  await record(ctx, uncite(subject, at, found?.abstract));
  await deleteCitation(ctx, subject, at);
};
