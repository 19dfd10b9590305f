import { type RawBuilder, sql } from 'kysely';
import { addTallies, type Tally } from '../../core/consolidation/tally.ts';
import type { ReadContext } from '../http/context.ts';
import { type Counted, countedReports, keyOf } from './counted.ts';

/** So many units share one kept sum: one received report makes so many be added again, and no more. */
const UNITS_OF_PART = 128;

/** form, row, column, sum, largest, ones, amounts, nil, not applicable, other */
type Packed = readonly [
  string,
  string,
  string,
  string | null,
  string | null,
  number,
  number,
  number,
  number,
  number,
];

type Part = { readonly unit_kind: string; readonly part: number };

/**
 * The reports of each part in their present versions. A report's cells change only while it is being written, and
 * every step from there to "sent" or "received" gives its row a new version: the same digest is the same figures.
 */
const digest = sql`md5(string_agg(unit_id::text || ':' || version || ':' || extract(epoch from changed_at), ',' order by unit_id))`;

/** Which part a unit belongs to: by the random end of its id, in as many parts as the campaign has units for. */
const membersOf = (
  campaignId: string,
  counted: Counted,
  apart: readonly string[],
  only?: readonly Part[],
): RawBuilder<unknown> => {
  const part = sql`(('x' || right(report.unit_id::text, 6))::bit(24)::integer % (
    select greatest(1, count(*) / ${sql.lit(UNITS_OF_PART)})::integer from report where campaign_id = ${campaignId}))`;
  return sql`
    select report.unit_id, report.version, report.changed_at, unit.kind as unit_kind, ${part} as part
    from report join unit on unit.id = report.unit_id
    where ${countedReports(campaignId, counted)}
      ${apart.length > 0 ? sql`and report.unit_id <> all(${[...apart]}::uuid[])` : sql``}
      ${
        only
          ? sql`and (unit.kind, ${part}) in (select * from unnest(
              ${only.map((p) => p.unit_kind)}::text[], ${only.map((p) => p.part)}::integer[]))`
          : sql``
      }`;
};

type Fresh = Part & { readonly rests_on: string; readonly tallies: readonly Packed[] };

/** From so large a share of the parts on, one pass over all cells is quicker than a look into the index per unit. */
const MANY = 0.25;

/**
 * Adds the cells of some parts, with what the sums rest on: one statement, so that sums and digest are of the same
 * moment, whoever receives a report meanwhile.
 */
const addAfresh = async (
  ctx: Pick<ReadContext, 'db'>,
  campaignId: string,
  counted: Counted,
  apart: readonly string[],
  parts: readonly Part[],
  of: number,
): Promise<readonly Fresh[]> => {
  const member = sql`(${membersOf(campaignId, counted, apart, parts)}) member`;
  const cells =
    parts.length > of * MANY
      ? sql`${member} join cell on cell.campaign_id = ${campaignId} and cell.unit_id = member.unit_id
          and cell.kind <> 'text'`
      : // Without "offset" the planner may read the cells of all units for those of one part.
        sql`${member} cross join lateral (
          select form_id, row_id, column_id, kind, amount from cell
          where campaign_id = ${campaignId} and cell.unit_id = member.unit_id and kind <> 'text' offset 0) cell`;
  const { rows } = await sql<Fresh>`
    with rests as (select unit_kind, part, ${digest} as rests_on from ${member} group by unit_kind, part),
    added as (
      select unit_kind, part, form_id, row_id, column_id, sum(amount) as sum, max(amount) as max,
        count(*) filter (where amount = 1) as ones, count(amount) as amounts,
        count(*) filter (where kind = 'nil') as nil,
        count(*) filter (where kind = 'not-applicable') as not_applicable,
        count(*) filter (where kind in ('empty', 'unparsed')) as other
      from ${cells} group by unit_kind, part, form_id, row_id, column_id
    ),
    packed as (
      select unit_kind, part, jsonb_agg(jsonb_build_array(form_id, row_id, column_id, sum::text, max::text, ones,
        amounts, nil, not_applicable, other) order by form_id, row_id, column_id) as tallies
      from added group by unit_kind, part
    )
    select unit_kind, part, rests_on, coalesce(tallies, '[]') as tallies
    from rests left join packed using (unit_kind, part) order by unit_kind, part`.execute(ctx.db);
  return rows;
};

/** A replica only reads: what was added there is kept by the primary, true by its digest, and comes back from there. */
const keeperOf = ({ db, services }: ReadContext): ReadContext['db'] =>
  db === services.replica?.db ? services.db : db;

const keep = async (
  db: ReadContext['db'],
  campaignId: string,
  basis: string,
  fresh: readonly Fresh[],
): Promise<void> => {
  if (fresh.length === 0) return;
  await sql`
    insert into kept_total (campaign_id, basis, unit_kind, part, rests_on, tallies)
    select ${campaignId}::uuid, ${basis}::text, unit_kind, part, rests_on, tallies
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
      as fresh(unit_kind text, part integer, rests_on text, tallies jsonb)
    -- Always in the same order: two readers who keep the same parts do not wait for each other in a circle.
    order by unit_kind, part
    on conflict (campaign_id, basis, unit_kind, part)
    do update set rests_on = excluded.rests_on, tallies = excluded.tallies`.execute(db);
};

type Standing = Part & { readonly tallies: readonly Packed[] | null };

/** The parts of a campaign, each with its kept sums where these still hold. */
const standing = async (
  ctx: Pick<ReadContext, 'db'>,
  campaignId: string,
  counted: Counted,
  apart: readonly string[],
): Promise<readonly Standing[]> => {
  const { rows } = await sql<Standing>`
    with member as (${membersOf(campaignId, counted, apart)}),
    rests as (select unit_kind, part, ${digest} as rests_on from member group by unit_kind, part)
    select rests.unit_kind, rests.part, kept.tallies from rests
      left join kept_total kept on kept.campaign_id = ${campaignId} and kept.basis = ${counted.basis}
        and kept.unit_kind = rests.unit_kind and kept.part = rests.part and kept.rests_on = rests.rests_on`.execute(
    ctx.db,
  );
  return rows;
};

/** Sums by cell of all units that count: kept ones where they still hold, the others added afresh and kept. */
export const keptTallies = async (
  ctx: ReadContext,
  campaignId: string,
  counted: Counted,
  /** Units that are added by themselves, because something of theirs was changed for the totals. */
  apart: readonly string[],
): Promise<Map<string, Tally>> => {
  const rows = await standing(ctx, campaignId, counted, apart);
  const stale = rows.filter((r) => r.tallies === null);
  const parts = rows.flatMap((r) => (r.tallies ? [r.tallies] : []));
  if (stale.length > 0) {
    const fresh = await addAfresh(ctx, campaignId, counted, apart, stale, rows.length);
    await keep(keeperOf(ctx), campaignId, counted.basis, fresh);
    parts.push(...fresh.map((one) => one.tallies));
  }
  const byCell = new Map<string, Tally[]>();
  for (const part of parts)
    for (const [form, row, column, sum, max, ones, amounts, nil, notApplicable, other] of part) {
      if (counted.forms && !counted.forms.includes(form)) continue;
      const key = keyOf(form, row, column);
      const tally = { sum, max, ones, amounts, nil, notApplicable, other };
      const known = byCell.get(key);
      if (known) known.push(tally);
      else byCell.set(key, [tally]);
    }
  return new Map([...byCell].map(([key, all]) => [key, addTallies(all)]));
};

/** Parts whose kept sums still claim to hold and are not what their cells add up to: none, or something is broken. */
export const keptThatDiffer = async (
  ctx: Pick<ReadContext, 'db'>,
  campaignId: string,
  counted: Counted,
): Promise<{ checked: number; wrong: number }> => {
  const kept = (await standing(ctx, campaignId, counted, [])).filter((r) => r.tallies !== null);
  if (kept.length === 0) return { checked: 0, wrong: 0 };
  const fresh = await addAfresh(ctx, campaignId, counted, [], kept, kept.length);
  const wrong = kept.filter((one) => {
    const now = fresh.find((f) => f.unit_kind === one.unit_kind && f.part === one.part);
    return JSON.stringify(now?.tallies ?? []) !== JSON.stringify(one.tallies);
  });
  return { checked: kept.length, wrong: wrong.length };
};
