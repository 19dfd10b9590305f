import type { Updateable } from 'kysely';
import { deadlineInForce } from '../../core/campaign/policy.ts';
import { policyOf, type Request } from '../../core/campaign/request.ts';
import type { Calendar } from '../../core/kernel/calendar.ts';
import type { Day, Instant } from '../../core/kernel/instant.ts';
import type { Campaign as CampaignRow } from '../database/schema.ts';
import type { WriteContext } from '../http/context.ts';

/** Columns that queries need, taken from the request wherever it changes. */
export const columnsOf = (request: Request, calendar: Calendar) => ({
  request: JSON.stringify(request),
  title: request.subject ? titleOf(request.subject) : 'Yêu cầu báo cáo chưa có trích yếu',
  symbol: request.symbol,
  period_kind: request.period?.kind ?? null,
  period_index: request.period?.index ?? null,
  period_year: request.period?.year ?? null,
  // A window that ends before it begins is a gap of the draft (request.windowReversed), never a window of the table.
  ...windowOf(request),
  policy: request.policy ? JSON.stringify(request.policy) : null,
  // The instant that holds, reckoned here once: a calendar that changes later moves nobody's deadline in silence.
  deadline: request.deadline
    ? new Date(deadlineInForce(request.deadline.at, policyOf(request).shift, calendar))
    : null,
});

const windowOf = ({ window }: Request) =>
  window && window.from <= window.to
    ? { window_from: window.from, window_to: window.to }
    : { window_from: null, window_to: null };

/** 'báo cáo công tác …' as a title: the first letter is a capital. */
const titleOf = (subject: string): string => {
  const text = subject.replace(/\s+/g, ' ').trim();
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
};

export const setCampaign = async (
  ctx: WriteContext,
  id: string,
  values: Updateable<CampaignRow>,
): Promise<void> => {
  await ctx.trx
    .updateTable('campaign')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

type NewVersion = {
  readonly number: number;
  readonly request: Request;
  readonly deadline: Instant;
  readonly changes: readonly unknown[];
  /** By which document and why; the first version is the request itself. */
  readonly document: { readonly number: string; readonly day: Day; readonly reason: string } | null;
  readonly resendBy: Instant | null;
};

/** What was issued is never overwritten: each version stays readable beside the ones before. */
export const keepVersion = async (ctx: WriteContext, id: string, version: NewVersion): Promise<void> => {
  await ctx.trx
    .insertInto('campaign_version')
    .values({
      campaign_id: id,
      number: version.number,
      request: JSON.stringify(version.request),
      parts: version.request.parts ? JSON.stringify(version.request.parts) : null,
      deadline: new Date(version.deadline),
      changes: JSON.stringify(version.changes),
      document_number: version.document?.number ?? null,
      document_day: version.document?.day ?? null,
      reason: version.document?.reason ?? null,
      resend_by: version.resendBy === null ? null : new Date(version.resendBy),
      by: ctx.person.personId,
      at: new Date(ctx.now),
    })
    .execute();
};

/** Who leads which field now, for what is put together over all units; a report keeps those of its own version. */
export const keepLeads = async (ctx: WriteContext, id: string, leads: Request['leads']): Promise<void> => {
  await ctx.trx.deleteFrom('campaign_lead').where('campaign_id', '=', id).execute();
  const rows = leads.flatMap(({ area, leadUnitId, partnerUnitIds }) => [
    { campaign_id: id, area, unit_id: leadUnitId, part: 'lead' },
    ...partnerUnitIds.map((unit) => ({ campaign_id: id, area, unit_id: unit, part: 'partner' })),
  ]);
  if (rows.length === 0) return;
  await ctx.trx
    .insertInto('campaign_lead')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute();
};
