import { sql } from 'kysely';
import type { Database } from '../src/server/database/connect.ts';

/**
 * Adds units to the demonstration's campaign until it obliges `count`: copies of received communes with their reports
 * and cells, so that boards and totals meet the weight of a province or of the country.
 */
export const fillTo = async (owner: Database, campaignId: string, count: number): Promise<void> => {
  const { rows } = await sql<{
    n: string;
  }>`select count(*) as n from report where campaign_id = ${campaignId}`.execute(owner);
  const more = count - Number(rows[0]?.n ?? 0);
  if (more <= 0) return;
  await sql`
    create temporary table bench_unit as
    select gen_random_uuid() as id, source.unit_id as source_id, n
    from generate_series(1, ${more}) n
    join lateral (
      select unit_id from report join unit on unit.id = report.unit_id
      where campaign_id = ${campaignId} and state = 'received' and unit.kind = 'commune'
      order by unit.code offset (n % 10) limit 1
    ) source on true`.execute(owner);
  await sql`
    insert into unit (id, parent_id, kind, code, name, letterhead, place, symbol, signer_position, valid_from, valid_to)
    select b.id, u.parent_id, u.kind, lpad(b.n::text, 5, '9'), 'Xã thử ' || b.n, u.letterhead, u.place, u.symbol,
      u.signer_position, u.valid_from, u.valid_to
    from bench_unit b join unit u on u.id = b.source_id`.execute(owner);
  await sql`
    insert into report (campaign_id, unit_id, outline, template_id, template_version, state, revision, signed_by,
      first_submitted_at, submitted_at, received_by, received_at, progress, summary, changed_at)
    select r.campaign_id, b.id, r.outline, r.template_id, r.template_version, r.state, r.revision, r.signed_by,
      r.first_submitted_at, r.submitted_at, r.received_by, r.received_at, r.progress, r.summary, r.changed_at
    from bench_unit b join report r on r.campaign_id = ${campaignId} and r.unit_id = b.source_id`.execute(
    owner,
  );
  await sql`
    insert into cell (campaign_id, unit_id, form_id, row_id, column_id, scope, kind, amount, typed, estimate, note,
      version, changed_by, changed_at)
    select c.campaign_id, b.id, c.form_id, c.row_id, c.column_id, c.scope, c.kind, c.amount, c.typed, c.estimate,
      c.note, c.version, c.changed_by, c.changed_at
    from bench_unit b join cell c on c.campaign_id = ${campaignId} and c.unit_id = b.source_id`.execute(
    owner,
  );
  await sql`
    insert into narrative (campaign_id, unit_id, section_id, kind, doc, plain, version, changed_by, changed_at)
    select n.campaign_id, b.id, n.section_id, n.kind, n.doc, n.plain, n.version, n.changed_by, n.changed_at
    from bench_unit b join narrative n on n.campaign_id = ${campaignId} and n.unit_id = b.source_id`.execute(
    owner,
  );
  await sql`
    insert into check_override (campaign_id, unit_id, check_key, reason, by, at)
    select o.campaign_id, b.id, o.check_key, o.reason, o.by, o.at
    from bench_unit b join check_override o on o.campaign_id = ${campaignId} and o.unit_id = b.source_id`.execute(
    owner,
  );
  await sql`drop table bench_unit`.execute(owner);
  await sql`analyze`.execute(owner);
};
