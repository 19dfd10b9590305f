import { sql } from 'kysely';
import type { YearAnswer } from '../../core/consolidation/answers.ts';
import { measureOf } from '../../core/consolidation/measure.ts';
import { comparableOf, type Period, yearOf } from '../../core/consolidation/periods.ts';
import { overlap } from '../../core/kernel/window.ts';
import type { Column } from '../../core/template/template.ts';
import type { ReadContext } from '../http/context.ts';
import { templateOfCampaign } from '../report/views/pieces.ts';
import { standingChanges } from './changes.ts';
import { shownForms } from './forms.ts';
import { formsSeen, openConsolidation } from './open.ts';
import { periodsOf } from './periods.ts';
import { toldTotals } from './said.ts';
import { talliesOf } from './tallies.ts';
import { isRatio, lastTotals } from './totalForms.ts';

const totalsBy = async (ctx: ReadContext, campaignId: string) => {
  const changes = await standingChanges(ctx, campaignId);
  const counted = { basis: 'received' as const, under: null, kind: null, forms: null, changes };
  const template = await templateOfCampaign(ctx, campaignId);
  const told = await toldTotals(ctx, campaignId, template, counted);
  return lastTotals(template, await talliesOf(ctx, campaignId, counted), told);
};

/**
 * Three columns of one form may all be called "Tổng số": what they are the total of stands before. '(3) Tiếp nhận:
 * tổng số'.
 */
const wideTitle = ({ number, group, title }: Column): string => {
  const named = group ? `${group}: ${title.replace(/^./u, (c) => c.toLowerCase())}` : title;
  return [number, named].filter(Boolean).join(' ');
};

const countsOf = async (ctx: ReadContext, ids: readonly string[]) => {
  const { rows } = await sql<{ id: string; received: string; obliged: string }>`
    select campaign_id as id, count(*) filter (where state = 'received') as received, count(*) as obliged
    from report where campaign_id = any(${[...ids]}::uuid[]) and released_at is null group by campaign_id`.execute(
    ctx.db,
  );
  return new Map(rows.map((r) => [r.id, r]));
};

/** Received totals of every window of a year, and of the same period of the year before, in columns of their own. */
export const yearView = async (
  ctx: ReadContext,
  campaignId: string,
  asked: number | null,
): Promise<YearAnswer> => {
  const opened = await openConsolidation(ctx, campaignId);
  const all = await periodsOf(ctx, opened.authorityUnitId);
  const here = all.find((p) => p.campaignId === campaignId);
  const year = asked ?? here?.year ?? 0;
  const own = yearOf(all, year);
  const before = here && here.year === year ? comparableOf(here, all) : undefined;
  const shown: readonly Period[] = before ? [...own, before] : own;
  const counts = await countsOf(
    ctx,
    shown.map((p) => p.campaignId),
  );
  const totals: Awaited<ReturnType<typeof totalsBy>>[] = [];
  for (const period of shown) totals.push(await totalsBy(ctx, period.campaignId));
  const seen = formsSeen(opened);
  const lines = shownForms(opened.template)
    .filter(({ form }) => seen === null || seen.includes(form.id))
    .flatMap(({ form, scope, rows: shown, number, title: section }) => {
      const wide = form.columns.filter((c) => c.kind === 'figure').length > 1;
      const rows = wide ? shown.filter((r) => r.id === 'total' || shown.length === 1) : shown;
      return rows.flatMap((row) =>
        form.columns.flatMap((column) => {
          const measure = measureOf(row, column);
          if (!measure) return [];
          return [
            {
              key: `${form.id}/${row.id}/${column.id}`,
              section: `${number}. ${section}`,
              form: form.title,
              title: wide ? wideTitle(column) : row.title,
              // The share among columns of dossiers is no number of dossiers.
              unit: isRatio(form, row.id, column.id) ? '%' : (row.unit ?? form.unit ?? null),
              ratio: isRatio(form, row.id, column.id),
              stock: Boolean(row.stock ?? column.stock),
              values: totals.map((of) => of(measure, scope) ?? null),
            },
          ];
        }),
      );
    });
  return {
    year,
    years: [...new Set(all.flatMap((p) => p.year ?? []))].sort((a, b) => b - a),
    periods: shown.map((p) => ({
      campaignId: p.campaignId,
      title: p.title,
      window: p.window,
      overlaps: shown.filter((o) => o !== p && overlap(o.window, p.window)).map((o) => o.title),
      lastYear: p === before,
      received: Number(counts.get(p.campaignId)?.received ?? 0),
      obliged: Number(counts.get(p.campaignId)?.obliged ?? 0),
    })),
    lines,
  };
};
