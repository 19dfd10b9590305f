import type { CitationAnswer } from '../../../core/evidence/answers.ts';
import type { Subject } from '../../../core/evidence/cite.ts';
import type { ReadContext } from '../../http/context.ts';
import { documentsById } from './documents.ts';

/**
 * What is cited by one subject, place by place. The room of the subject has checked that the caller may read it, and
 * who reads a report reads the papers it rests on.
 */
export const citationsOf = async (
  ctx: ReadContext,
  subject: Pick<Subject, 'kind' | 'id' | 'unitId'>,
): Promise<readonly CitationAnswer[]> => {
  const rows = await ctx.db
    .selectFrom('evidence_citation as c')
    .innerJoin('person', 'person.id', 'c.cited_by')
    .where('c.subject', '=', subject.kind)
    .where('c.subject_id', '=', subject.id)
    .where('c.unit_id', '=', subject.unitId)
    .orderBy('c.place')
    .orderBy('c.cited_at')
    .orderBy('c.evidence_id')
    .select(['c.place', 'c.pages', 'c.evidence_id', 'c.cited_at', 'person.name'])
    .execute();
  const documents = await documentsById(ctx, [...new Set(rows.map((r) => r.evidence_id))]);
  return rows.flatMap((row) => {
    const evidence = documents.get(row.evidence_id);
    return evidence ? [{ place: row.place, pages: row.pages, by: row.name, at: row.cited_at, evidence }] : [];
  });
};
