import { concerns } from '../../../core/campaign/amend.ts';
import type { ReportAnswer } from '../../../core/report/answers.ts';
import { owesConfirmation } from '../../../core/report/confirmation.ts';
import { versionsOf } from '../../campaign/views/versions.ts';
import type { ReadContext } from '../../http/context.ts';
import type { Loaded } from './load.ts';

/** What the request has become since it was issued, as far as this unit is concerned (A8). */
export const requestOfReport = async (ctx: ReadContext, loaded: Loaded): Promise<ReportAnswer['request']> => {
  const { report } = loaded;
  const changed = (await versionsOf(ctx, report.campaignId))
    .map((v) => ({
      ...v,
      changes: v.changes.filter(
        (c) => concerns(c, loaded.outline, report.unitId) || ('unitId' in c && c.unitId === report.unitId),
      ),
    }))
    .filter((v) => v.number > 1 && v.changes.length > 0);
  return {
    follows: loaded.requestVersion,
    told: report.toldVersion,
    seen: report.seenVersion,
    mustConfirm: owesConfirmation(report),
    releasedAt: report.releasedAt,
    versions: changed,
  };
};
