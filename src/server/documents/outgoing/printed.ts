import type { DocumentTree } from '../../../core/documents/tree.ts';
import { KIND_OF, type Purpose } from '../../../core/registry/outgoing.ts';
import type { ReadContext } from '../../http/context.ts';
import { notFound } from '../../http/failures.ts';
import { bodyInText } from '../letterhead.ts';
import { loadOutgoing } from './load.ts';
import { inText } from './named.ts';

const issued = (ctx: ReadContext) =>
  ctx.db
    .selectFrom('outgoing_document as d')
    .innerJoin('unit as u', 'u.id', 'd.unit_id')
    .where('d.state', '=', 'issued')
    .select(['d.purpose', 'd.relation', 'd.number', 'd.symbol', 'd.day', 'u.name']);

/** What became of a document after it left, in the words that its next print bears. */
const noticesOf = async (ctx: ReadContext, id: string): Promise<string[]> => {
  const rows = await issued(ctx).where('d.related_id', '=', id).orderBy('d.issued_at').execute();
  return rows.map((one) => {
    const other = inText(one, KIND_OF[one.purpose as Purpose], bodyInText(one.name));
    return one.relation === 'replace' ? `Đã được thay thế bằng ${other}` : `Đã được đính chính bằng ${other}`;
  });
};

/** The document as it left, with what became of it since; a draft as it stands. */
export const printedDocument = async (
  ctx: ReadContext,
  id: string,
): Promise<{ tree: DocumentTree; subject: string }> => {
  const { tree, subject } = await loadOutgoing(ctx, id);
  if (!tree) throw notFound('document');
  const notices = await noticesOf(ctx, id);
  return { subject, tree: notices.length ? { ...tree, marks: { ...tree.marks, notices } } : tree };
};

/** Of a unit's report: what its newest entry replaces, and what became of that entry. */
export const reportRelations = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
): Promise<{ replaces: string | null; notices: string[] }> => {
  const entry = await ctx.db
    .selectFrom('outgoing_document')
    .where('purpose', '=', 'report')
    .where('campaign_id', '=', campaignId)
    .where('about_unit_id', '=', unitId)
    .select(['id', 'related_id'])
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!entry) return { replaces: null, notices: [] };
  const before = entry.related_id
    ? await issued(ctx).where('d.id', '=', entry.related_id).executeTakeFirst()
    : undefined;
  return {
    replaces: before ? inText(before, 'report', bodyInText(before.name)) : null,
    notices: await noticesOf(ctx, entry.id),
  };
};
