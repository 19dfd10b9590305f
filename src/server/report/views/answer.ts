import { mayNotOnReport, mayOnReport } from '../../../core/report/allow.ts';
import type { ReportAnswer } from '../../../core/report/answers.ts';
import { closedTo } from '../../../core/report/closing.ts';
import { dueOf, latenessOf } from '../../../core/report/lateness.ts';
import { sendingOf } from '../../../core/report/register.ts';
import type { Report } from '../../../core/report/states.ts';
import type { ReadContext } from '../../http/context.ts';
import { contentOf, contentsOf, evidenceOf, hashOfContent, sectionsOf, shownOf } from './contents.ts';
import { unitsFiguresOf } from './elsewhere.ts';
import { loadReport } from './load.ts';
import { campaignHead, extensionOf, pathOf, peopleOf, pinsOf, receiptsOf } from './pieces.ts';
import { previousOf } from './previous.ts';
import { requestOfReport } from './requestOfReport.ts';

/** Whether the number that the report bears was given for the sending that it now stands for. */
const numberOfSending = async (ctx: ReadContext, report: Report): Promise<boolean> => {
  const entry = await ctx.db
    .selectFrom('outgoing_document')
    .where('purpose', '=', 'report')
    .where('campaign_id', '=', report.campaignId)
    .where('about_unit_id', '=', report.unitId)
    .where('revision', '=', sendingOf(report))
    .select('id')
    .executeTakeFirst();
  return entry !== undefined;
};

/** Everything a screen needs of one report, in one answer. Reading changes nothing: opening is not receiving. */
export const reportAnswer = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
): Promise<ReportAnswer> => {
  const loaded = await loadReport(ctx, campaignId, unitId);
  const { report } = loaded;
  const sections = await sectionsOf(ctx, loaded);
  const units = await unitsFiguresOf(ctx, loaded, sections);
  const contents = shownOf(sections, await contentsOf(ctx, campaignId, unitId));
  const evidence = await evidenceOf(ctx, { campaignId, unitId });
  const row = await ctx.db
    .selectFrom('report')
    .select([
      'sent_back_reason',
      'number',
      'symbol',
      'document_day',
      'stamped_file',
      'progress',
      'extended_until',
      'extension',
    ])
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow();
  const progress = row.progress as unknown as { filled: number; asked: number };
  return {
    campaign: await campaignHead(ctx, campaignId, { unitId, deadline: loaded.deadline }),
    unit: loaded.unit,
    state: report.state,
    revision: report.revision,
    version: loaded.version,
    lateness: latenessOf(
      report,
      loaded.deadline,
      ctx.now,
      progress.asked ? progress.filled / progress.asked : 0,
    ),
    due: report.resendBy ?? dueOf(report, loaded.deadline),
    resendBy: report.resendBy,
    extension: extensionOf(row),
    sentBackReason: row.sent_back_reason,
    sections,
    cells: contents.cells,
    words: contents.words,
    reasons: contents.reasons,
    evidence,
    pins: await pinsOf(ctx, campaignId, unitId),
    receipts: await receiptsOf(ctx, campaignId, unitId),
    path: await pathOf(ctx, campaignId, unitId),
    request: await requestOfReport(ctx, loaded),
    contentHash: hashOfContent(contentOf(loaded, contents, evidence)),
    may: mayOnReport(report, loaded.stances, ctx.person.personId),
    mayNot: mayNotOnReport(report, loaded.stances, ctx.person.personId),
    people: await peopleOf(ctx, unitId, loaded.receiverUnitId),
    registration:
      row.number && row.symbol && row.document_day
        ? {
            number: row.number,
            symbol: row.symbol,
            day: row.document_day,
            stamped: row.stamped_file !== null,
            current: await numberOfSending(ctx, report),
          }
        : null,
    registrySubmits: report.registrySubmits,
    closed:
      report.state === 'submitted' || report.state === 'received'
        ? null
        : (closedTo(report, loaded.deadline, ctx.now) ?? null),
    template: loaded.template,
    previous: await previousOf(ctx, loaded),
    ...(units.length > 0 ? { units } : {}),
  };
};
