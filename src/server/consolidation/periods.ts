import type { PeriodAnswer } from '../../core/consolidation/answers.ts';
import { comparableOf, type Period, relationOf } from '../../core/consolidation/periods.ts';
import type { ReadContext } from '../http/context.ts';
import type { Opened } from './open.ts';

/** Issued campaigns of the same authority that have a window, this one among them. */
export const periodsOf = async (ctx: ReadContext, authorityUnitId: string): Promise<Period[]> =>
  (
    await ctx.db
      .selectFrom('campaign')
      .where('authority_unit_id', '=', authorityUnitId)
      .where('state', 'in', ['issued', 'closed'])
      .where('window_from', 'is not', null)
      .orderBy('window_to', 'desc')
      .orderBy('id')
      .select(['id', 'title', 'period_kind', 'period_index', 'period_year', 'window_from', 'window_to'])
      .execute()
  ).flatMap((c) =>
    c.window_from && c.window_to
      ? [
          {
            campaignId: c.id,
            title: c.title,
            kind: c.period_kind,
            index: c.period_index,
            year: c.period_year,
            window: { from: c.window_from, to: c.window_to },
          },
        ]
      : [],
  );

const answerOf = (at: Period, other: Period): PeriodAnswer => ({
  campaignId: other.campaignId,
  title: other.title,
  window: other.window,
  relation: relationOf(at, other),
});

/** What may stand beside this campaign, and what does: the one asked for, or the same period of last year. */
export const beside = async (
  ctx: ReadContext,
  opened: Opened,
  asked: string | null,
): Promise<{ periods: PeriodAnswer[]; compared: PeriodAnswer | null }> => {
  const all = await periodsOf(ctx, opened.authorityUnitId);
  const at = all.find((p) => p.campaignId === opened.id);
  if (!at) return { periods: [], compared: null };
  const others = all.filter((p) => p !== at);
  const chosen = asked === null ? comparableOf(at, others) : others.find((p) => p.campaignId === asked);
  return {
    periods: others.map((o) => answerOf(at, o)),
    compared: chosen ? answerOf(at, chosen) : null,
  };
};
