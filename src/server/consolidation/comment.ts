import { comment, settleComment } from '../../core/consolidation/comment.ts';
import { seesArea } from '../../core/consolidation/place.ts';
import type { WriteContext } from '../http/context.ts';
import { notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { outlineOf, peopleOf, sectionOf } from './draft.ts';
import { openConsolidation } from './open.ts';
import { keepComment, settle } from './store.ts';

type Said = { readonly piece: string | null; readonly words: string; readonly mentioned: readonly string[] };

/** Whoever reads a section may say something about it; who is named is told (reactions of notifications). */
export const commentDraft = async (
  ctx: WriteContext,
  campaignId: string,
  sectionId: string,
  said: Said,
): Promise<{ id: string }> => {
  const opened = await openConsolidation(ctx, campaignId);
  await sectionOf(ctx, opened, sectionId);
  const people = (await peopleOf(ctx, opened)).map((p) => p.personId);
  const whole = { ...said, section: sectionId, mentioned: [...new Set(said.mentioned)] };
  await record(ctx, comment(campaignId, whole, people));
  return { id: await keepComment(ctx, campaignId, whole) };
};

export const settleDraftComment = async (
  ctx: WriteContext,
  campaignId: string,
  commentId: string,
): Promise<void> => {
  const opened = await openConsolidation(ctx, campaignId);
  const row = await ctx.trx
    .selectFrom('draft_comment')
    .select(['section_id', 'settled_at'])
    .where('campaign_id', '=', campaignId)
    .where('id', '=', commentId)
    .forUpdate()
    .executeTakeFirst();
  const section = row && (await outlineOf(ctx, opened)).find((s) => s.id === row.section_id);
  if (!row || !section || !seesArea(opened.place, section.area)) throw notFound('comment');
  await record(
    ctx,
    settleComment(campaignId, { id: commentId, section: row.section_id, settled: row.settled_at !== null }),
  );
  await settle(ctx, commentId);
};
