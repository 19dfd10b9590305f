import type { ReportContent } from '../../../core/report/content.ts';
import { choosePrevious, type PreviousReport, relationOf } from '../../../core/report/previous.ts';
import type { ReadContext } from '../../http/context.ts';
import type { Loaded } from './load.ts';

/**
 * What the same unit last sent to the same authority on the same template for an earlier period: it stands beside this
 * report while it is written and read (C6). Only what went out counts, never another draft.
 */
export const previousOf = async (ctx: ReadContext, loaded: Loaded): Promise<PreviousReport | null> => {
  const { campaignId, unitId } = loaded.report;
  const rows = await ctx.db
    .selectFrom('campaign as now')
    .innerJoin('campaign as before', (join) =>
      join
        .onRef('before.authority_unit_id', '=', 'now.authority_unit_id')
        .onRef('before.template_id', '=', 'now.template_id')
        .onRef('before.window_to', '<', 'now.window_to'),
    )
    .innerJoin('report', 'report.campaign_id', 'before.id')
    .where('now.id', '=', campaignId)
    .where('report.unit_id', '=', unitId)
    .where('report.state', 'in', ['submitted', 'received'])
    .select([
      'before.id',
      'before.title',
      'before.period_kind',
      'before.period_index',
      'before.period_year',
      'before.window_from as from',
      'before.window_to as to',
      'now.window_from as now_from',
      'now.window_to as now_to',
      'report.revision',
    ])
    .execute();
  const earlier = rows.flatMap((r) => (r.from && r.to ? [{ ...r, window: { from: r.from, to: r.to } }] : []));
  const { now_from: from, now_to: to } = rows[0] ?? {};
  const before = from && to ? choosePrevious(earlier, { from, to }) : undefined;
  if (!before || !from || !to) return null;
  const sent = await ctx.db
    .selectFrom('submission')
    .where('campaign_id', '=', before.id)
    .where('unit_id', '=', unitId)
    .where('revision', '=', before.revision)
    .select('content')
    .executeTakeFirst();
  if (!sent) return null;
  const content = sent.content as unknown as ReportContent;
  return {
    title: before.title,
    period:
      before.period_kind && before.period_year
        ? { kind: before.period_kind, index: before.period_index, year: before.period_year }
        : null,
    window: before.window,
    relation: relationOf(before.window, { from, to }),
    cells: content.cells,
    words: content.words,
  };
};
