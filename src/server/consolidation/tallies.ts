import { sql } from 'kysely';
import type { Tally } from '../../core/consolidation/tally.ts';
import type { ReadContext } from '../http/context.ts';

const keyOf = (form: string, row: string, column: string): string => `${form}\u0000${row}\u0000${column}`;

/** One pass over the cells of received reports; the database adds, the core decides what the sums mean. */
export const talliesOf = async (
  ctx: ReadContext,
  campaignId: string,
): Promise<(form: string, row: string, column: string) => Tally | undefined> => {
  const rows = await ctx.db
    .selectFrom('cell')
    .innerJoin('report', (j) =>
      j.onRef('report.campaign_id', '=', 'cell.campaign_id').onRef('report.unit_id', '=', 'cell.unit_id'),
    )
    .where('cell.campaign_id', '=', campaignId)
    .where('report.state', '=', 'received')
    .where('cell.kind', '<>', 'text')
    .groupBy(['form_id', 'row_id', 'column_id'])
    .select([
      'form_id',
      'row_id',
      'column_id',
      sql<string | null>`sum(amount)`.as('sum'),
      sql<string | null>`max(amount)`.as('max'),
      sql<string>`count(*) filter (where amount = 1)`.as('ones'),
      sql<string>`count(amount)`.as('amounts'),
      sql<string>`count(*) filter (where cell.kind = 'nil')`.as('nil'),
      sql<string>`count(*) filter (where cell.kind = 'not-applicable')`.as('not_applicable'),
      sql<string>`count(*) filter (where cell.kind in ('empty', 'unparsed'))`.as('other'),
    ])
    .execute();
  const tallies = new Map<string, Tally>(
    rows.map((r) => [
      keyOf(r.form_id, r.row_id, r.column_id),
      {
        sum: r.sum,
        max: r.max,
        ones: Number(r.ones),
        amounts: Number(r.amounts),
        nil: Number(r.nil),
        notApplicable: Number(r.not_applicable),
        other: Number(r.other),
      },
    ]),
  );
  return (form, row, column) => tallies.get(keyOf(form, row, column));
};
