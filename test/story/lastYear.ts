import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../src/server/database/connect.ts';

/**
 * The same period of the year before, as the office would have it after a year of use: the same units and forms, all
 * received, each amount doubled so that it cannot be mistaken for this year's.
 */
export const addLastYear = async (owner: Database, campaignId: string): Promise<string> => {
  const id = randomUUID();
  await sql`
    insert into campaign (id, authority_unit_id, receiver_unit_id, template_id, template_version, state, title,
      request, period_kind, period_index, period_year, window_from, window_to, deadline, number, symbol,
      document_day, drafted_by, created_at, issued_at)
    select ${id}, authority_unit_id, receiver_unit_id, template_id, template_version, 'closed',
      replace(title, '2024', '2023'), request, period_kind, period_index, period_year - 1,
      window_from - interval '1 year', window_to - interval '1 year', deadline - interval '1 year', number, symbol,
      document_day - interval '1 year', drafted_by, created_at, issued_at - interval '1 year'
    from campaign where id = ${campaignId}`.execute(owner);
  await sql`
    insert into report (campaign_id, unit_id, outline, template_id, template_version, state, revision, signed_by,
      submitted_at, first_submitted_at, received_by, changed_at)
    select ${id}, unit_id, outline, r.template_id, r.template_version, 'received', 1, drafted_by, issued_at, issued_at,
      drafted_by, issued_at
    from report r join campaign on campaign.id = r.campaign_id where r.campaign_id = ${campaignId}`.execute(
    owner,
  );
  await sql`
    insert into cell (campaign_id, unit_id, form_id, row_id, column_id, scope, kind, amount, changed_by, changed_at)
    select ${id}, unit_id, form_id, row_id, column_id, scope, kind, amount * 2, changed_by, changed_at
    from cell where campaign_id = ${campaignId} and kind in ('amount', 'nil')`.execute(owner);
  return id;
};
