import { sql } from 'kysely';
import type { ReportContent } from '../../../core/report/content.ts';
import {
  choosePrevious,
  mergedPrevious,
  type PreviousReport,
  relationOf,
} from '../../../core/report/previous.ts';
import type { ReadContext, Services } from '../../http/context.ts';
import type { Loaded } from './load.ts';

/** How long a save counts its gaps by what was read before: passing and signing always read anew. */
const LATELY_MS = 60_000;
const MOST_KEPT = 5_000;
type Kept = { readonly at: number; readonly report: Promise<PreviousReport | null> };
const kept = new WeakMap<Services, Map<string, Kept>>();

/** The period before for the count of gaps while keys are saved: what went out long ago is not read for each of them. */
export const lately = (ctx: ReadContext, loaded: Loaded): Promise<PreviousReport | null> => {
  const all = kept.get(ctx.services) ?? new Map<string, Kept>();
  kept.set(ctx.services, all);
  const key = `${loaded.report.campaignId}/${loaded.report.unitId}`;
  const known = all.get(key);
  if (known && performance.now() - known.at < LATELY_MS) return known.report;
  if (all.size >= MOST_KEPT) all.clear();
  const report = previousOf(ctx, loaded);
  all.set(key, { at: performance.now(), report });
  report.catch(() => all.delete(key));
  return report;
};

/**
 * What the same unit last sent to the same authority on the same template for an earlier period: it stands beside this
 * report while it is written and read (C6). Only what went out counts, never another draft.
 */
export const previousOf = async (ctx: ReadContext, loaded: Loaded): Promise<PreviousReport | null> => {
  const { campaignId, unitId } = loaded.report;
  const own = await sentBefore(ctx, campaignId, unitId);
  if (own) return own.report;
  // A unit that others were merged into has what they sent, added up, once each of them sent it for the same period.
  const before = await ctx.db
    .selectFrom('unit_successor')
    .where('successor_id', '=', unitId)
    // Of a unit that was divided nobody knows which part was whose.
    .where(
      sql<boolean>`1 = (select count(*) from unit_successor other where other.unit_id = unit_successor.unit_id)`,
    )
    .select('unit_id')
    .execute();
  const sent = await Promise.all(before.map((u) => sentBefore(ctx, campaignId, u.unit_id)));
  const [first] = sent;
  if (!first || !sent.every((s) => s?.campaignId === first.campaignId)) return null;
  return mergedPrevious(sent.flatMap((s) => s?.report ?? [])) ?? null;
};

const sentBefore = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
): Promise<{ readonly campaignId: string; readonly report: PreviousReport } | undefined> => {
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
  if (!before || !from || !to) return undefined;
  const sent = await ctx.db
    .selectFrom('submission')
    .where('campaign_id', '=', before.id)
    .where('unit_id', '=', unitId)
    .where('revision', '=', before.revision)
    .select('content')
    .executeTakeFirst();
  if (!sent) return undefined;
  const content = sent.content as unknown as ReportContent;
  const report: PreviousReport = {
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
  return { campaignId: before.id, report };
};
