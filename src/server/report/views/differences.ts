import type { DifferenceAnswer } from '../../../core/report/answers.ts';
import type { ReportContent } from '../../../core/report/content.ts';
import { differencesOf } from '../../../core/report/difference.ts';
import type { ReadContext } from '../../http/context.ts';
import { notFound } from '../../http/failures.ts';
import { contentOf, contentsOf, evidenceOf, sectionsOf, shownOf } from './contents.ts';
import { loadReport } from './load.ts';
import { pinsOf } from './pieces.ts';

/** What the latest sending (or the work since it) changed against the one before (E4 E9). */
export const differences = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
  of?: number,
): Promise<DifferenceAnswer> => {
  const loaded = await loadReport(ctx, campaignId, unitId);
  if (of !== undefined) return betweenSendings(ctx, campaignId, unitId, of);
  const sent = await ctx.db
    .selectFrom('submission')
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', unitId)
    .orderBy('revision', 'desc')
    .limit(2)
    .select(['revision', 'content'])
    .execute();
  const locked = loaded.report.state === 'submitted' || loaded.report.state === 'received';
  const base = locked ? sent[1] : sent[0];
  if (!base) throw notFound('revision');
  const contents = await contentsOf(ctx, campaignId, unitId);
  const now = contentOf(
    loaded,
    shownOf(await sectionsOf(ctx, loaded), contents),
    await evidenceOf(ctx, { campaignId, unitId }),
  );
  const pins = (await pinsOf(ctx, campaignId, unitId)).filter((p) => p.revision === base.revision);
  return differencesOf(
    base.content as unknown as ReportContent,
    { ...now, revision: base.revision + 1 },
    pins,
  );
};

/** What one sending changed against the one before it, both as they were sent. */
const betweenSendings = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
  of: number,
): Promise<DifferenceAnswer> => {
  const rows = await ctx.db
    .selectFrom('submission')
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', unitId)
    .where('revision', 'in', [of - 1, of])
    .orderBy('revision')
    .select(['revision', 'content'])
    .execute();
  const [before, after] = rows.map((r) => ({
    ...(r.content as unknown as ReportContent),
    revision: r.revision,
  }));
  if (!before || !after) throw notFound('revision');
  const pins = (await pinsOf(ctx, campaignId, unitId)).filter((p) => p.revision === of - 1);
  return differencesOf(before, after, pins);
};
