import type { RequestChange } from '../../../core/campaign/amend.ts';
import type { VersionAnswer, VersionRequestAnswer } from '../../../core/campaign/answers.ts';
import type { Request } from '../../../core/campaign/request.ts';
import type { ReadContext } from '../../http/context.ts';
import { notFound } from '../../http/failures.ts';

const select = (ctx: ReadContext, campaignId: string) =>
  ctx.db
    .selectFrom('campaign_version as v')
    .leftJoin('person', 'person.id', 'v.by')
    .where('v.campaign_id', '=', campaignId)
    .orderBy('v.number')
    .select([
      'v.number',
      'v.at',
      'person.name',
      'v.document_number',
      'v.document_day',
      'v.reason',
      'v.resend_by',
      'v.deadline',
      'v.changes',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const toVersion = (row: Row): VersionAnswer => ({
  number: row.number,
  at: row.at,
  by: row.name,
  document:
    row.document_number !== null && row.document_day !== null
      ? { number: row.document_number, day: row.document_day }
      : null,
  reason: row.reason,
  resendBy: row.resend_by,
  deadline: row.deadline,
  changes: row.changes as unknown as readonly RequestChange[],
});

/** What was issued and every change of it, in order. */
export const versionsOf = async (ctx: ReadContext, campaignId: string): Promise<readonly VersionAnswer[]> =>
  (await select(ctx, campaignId).execute()).map(toVersion);

/** One version whole; who may read the request has asked before. */
export const versionOf = async (
  ctx: ReadContext,
  campaignId: string,
  number: number,
): Promise<VersionRequestAnswer> => {
  const row = await select(ctx, campaignId)
    .where('v.number', '=', number)
    .select('v.request')
    .executeTakeFirst();
  if (!row) throw notFound('version');
  return { ...toVersion(row), request: row.request as unknown as Request };
};
