import { sql } from 'kysely';
import type { ReportContent } from '../../../core/report/content.ts';
import {
  chooseCompared,
  choosePrevious,
  formAsksPrevious,
  mergedPrevious,
  type PreviousReport,
  relationOf,
} from '../../../core/report/previous.ts';
import type { ReadContext, Services } from '../../http/context.ts';
import type { Loaded } from './load.ts';
import { publishedTemplate } from './template.ts';

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

type Earlier = Awaited<ReturnType<typeof earlierOf>>[number];

const periodOf = (kind: string | null, index: number | null, year: number | null) =>
  kind !== null && year !== null ? { kind, index, year } : null;

/** What this unit sent to the same authority on the same template for windows that ended before this one does. */
const earlierOf = async (ctx: ReadContext, campaignId: string, unitId: string) => {
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
      'before.template_id',
      'before.template_version',
      'before.period_kind',
      'before.period_index',
      'before.period_year',
      'before.window_from as from',
      'before.window_to as to',
      'now.window_from as now_from',
      'now.window_to as now_to',
      'now.period_kind as now_kind',
      'now.period_index as now_index',
      'now.period_year as now_year',
      'report.revision',
    ])
    .execute();
  return rows.flatMap((r) =>
    r.from && r.to && r.now_from && r.now_to
      ? [
          {
            id: r.id,
            unitId,
            title: r.title,
            revision: r.revision,
            template: { id: r.template_id, version: r.template_version },
            period: periodOf(r.period_kind, r.period_index, r.period_year),
            window: { from: r.from, to: r.to },
            now: {
              from: r.now_from,
              to: r.now_to,
              period: periodOf(r.now_kind, r.now_index, r.now_year),
            },
          },
        ]
      : [],
  );
};

const sentIn = async (ctx: ReadContext, at: Earlier): Promise<ReportContent | undefined> =>
  (
    await ctx.db
      .selectFrom('submission')
      .where('campaign_id', '=', at.id)
      .where('unit_id', '=', at.unitId)
      .where('revision', '=', at.revision)
      .select('content')
      .executeTakeFirst()
  )?.content as unknown as ReportContent | undefined;

const named = (at: Earlier) => ({
  title: at.title,
  period: at.period,
  window: at.window,
  relation: relationOf(at.window, at.now),
});

/** Figures of the period that others follow from, as far as a rule of their form looks at them. */
const followed = async (ctx: ReadContext, at: Earlier): Promise<PreviousReport['follows']> => {
  const template = await publishedTemplate(ctx, at.template.id, at.template.version);
  const asked = new Set(template.forms.filter(formAsksPrevious).map((form) => form.id));
  if (asked.size === 0) return undefined;
  const cells = (await sentIn(ctx, at))?.cells.filter((c) => asked.has(c.form));
  return cells && { ...named(at), cells };
};

const sentBefore = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
): Promise<{ readonly campaignId: string; readonly report: PreviousReport } | undefined> => {
  const earlier = await earlierOf(ctx, campaignId, unitId);
  const [first] = earlier;
  const beside = first && chooseCompared(earlier, first.now);
  const before = first && choosePrevious(earlier, first.now);
  const sent = beside && (await sentIn(ctx, beside));
  if (!beside || !sent) return undefined;
  const follows = before && before !== beside ? await followed(ctx, before) : undefined;
  const report: PreviousReport = {
    ...named(beside),
    ...(follows && { follows }),
    cells: sent.cells,
    words: sent.words,
  };
  return { campaignId: beside.id, report };
};
