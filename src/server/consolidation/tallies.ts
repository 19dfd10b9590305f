import { type RawBuilder, sql } from 'kysely';
import type { ChangeAnswer } from '../../core/consolidation/answers.ts';
import { type Basis, statesOf } from '../../core/consolidation/basis.ts';
import { type Tally, withCorrection } from '../../core/consolidation/tally.ts';
import type { ReadContext } from '../http/context.ts';

const keyOf = (form: string, row: string, column: string): string => `${form}\u0000${row}\u0000${column}`;

/** Which reports and forms are counted. */
export type Counted = {
  readonly basis: Basis;
  /** Only units at or below this node of the tree. */
  readonly under: string | null;
  readonly kind: string | null;
  /** null: all forms. */
  readonly forms: readonly string[] | null;
  readonly changes: readonly ChangeAnswer[];
};

/** Reports that count: by state, node of the tree, kind of unit, and without those that are left out. */
export const countedReports = (campaignId: string, counted: Counted): RawBuilder<unknown> => {
  const out = counted.changes.filter((c) => c.kind === 'leave-out' && c.form === null).map((c) => c.unitId);
  return sql`report.campaign_id = ${campaignId} and report.released_at is null and report.state = any(${[...statesOf(counted.basis)]}::text[])
    ${out.length > 0 ? sql`and report.unit_id <> all(${out}::uuid[])` : sql``}
    ${
      counted.under
        ? sql`and report.unit_id in (
            with recursive below as (
              select id from unit where id = ${counted.under}
              union select unit.id from unit join below on unit.parent_id = below.id
            ) select id from below)`
        : sql``
    }
    ${counted.kind ? sql`and exists (select 1 from unit where unit.id = report.unit_id and unit.kind = ${counted.kind})` : sql``}`;
};

/** Cells that a person changed for the total, or whose form was left out: not added with the others. */
const untouched = (changes: readonly ChangeAnswer[]): RawBuilder<unknown> => {
  const forms = changes.filter((c) => c.kind === 'leave-out' && c.form !== null);
  const cells = changes.filter((c) => c.kind === 'correct');
  return sql`${
    forms.length > 0
      ? sql`and (cell.unit_id, cell.form_id) not in (select * from unnest(
          ${forms.map((c) => c.unitId)}::uuid[], ${forms.map((c) => c.form)}::text[]))`
      : sql``
  } ${
    cells.length > 0
      ? sql`and (cell.unit_id, cell.form_id, cell.row_id, cell.column_id) not in (select * from unnest(
          ${cells.map((c) => c.unitId)}::uuid[], ${cells.map((c) => c.form)}::text[],
          ${cells.map((c) => c.row)}::text[], ${cells.map((c) => c.column)}::text[]))`
      : sql``
  }`;
};

type TallyRow = {
  readonly form_id: string;
  readonly row_id: string;
  readonly column_id: string;
  readonly sum: string | null;
  readonly max: string | null;
  readonly ones: string;
  readonly amounts: string;
  readonly nil: string;
  readonly not_applicable: string;
  readonly other: string;
};

const tallyOf = (r: TallyRow): Tally => ({
  sum: r.sum,
  max: r.max,
  ones: Number(r.ones),
  amounts: Number(r.amounts),
  nil: Number(r.nil),
  notApplicable: Number(r.not_applicable),
  other: Number(r.other),
});

/** Units of corrected cells that count at all: a correction of a unit that is left out moves nothing. */
const correctedThatCount = async (
  ctx: ReadContext,
  campaignId: string,
  counted: Counted,
): Promise<ChangeAnswer[]> => {
  const corrections = counted.changes.filter((c) => c.kind === 'correct');
  if (corrections.length === 0) return [];
  const { rows } = await sql<{ unit_id: string }>`
    select unit_id from report where ${countedReports(campaignId, counted)}
      and report.unit_id = any(${[...new Set(corrections.map((c) => c.unitId))]}::uuid[])`.execute(ctx.db);
  const ids = new Set(rows.map((r) => r.unit_id));
  return corrections.filter(
    (c) =>
      ids.has(c.unitId) &&
      (counted.forms === null || counted.forms.includes(c.form ?? '')) &&
      !counted.changes.some((o) => o.kind === 'leave-out' && o.unitId === c.unitId && o.form === c.form),
  );
};

/** One pass over the cells that count; the database adds, the core decides what the sums mean. */
export const talliesOf = async (
  ctx: ReadContext,
  campaignId: string,
  counted: Counted,
): Promise<(form: string, row: string, column: string) => Tally | undefined> => {
  const { rows } = await sql<TallyRow>`
    select form_id, row_id, column_id, sum(amount) as sum, max(amount) as max,
      count(*) filter (where amount = 1) as ones, count(amount) as amounts,
      count(*) filter (where cell.kind = 'nil') as nil,
      count(*) filter (where cell.kind = 'not-applicable') as not_applicable,
      count(*) filter (where cell.kind in ('empty', 'unparsed')) as other
    from cell join report using (campaign_id, unit_id)
    where ${countedReports(campaignId, counted)} and cell.kind <> 'text'
      ${counted.forms ? sql`and cell.form_id = any(${[...counted.forms]}::text[])` : sql``}
      ${untouched(counted.changes)}
    group by form_id, row_id, column_id`.execute(ctx.db);
  const tallies = new Map<string, Tally>(
    rows.map((r) => [keyOf(r.form_id, r.row_id, r.column_id), tallyOf(r)]),
  );
  for (const { form, row, column, amount } of await correctedThatCount(ctx, campaignId, counted)) {
    const key = keyOf(form ?? '', row ?? '', column ?? '');
    tallies.set(key, withCorrection(tallies.get(key), amount ?? '0'));
  }
  return (form, row, column) => tallies.get(keyOf(form, row, column));
};
