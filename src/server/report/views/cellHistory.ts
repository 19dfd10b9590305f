import { sql } from 'kysely';
import type { CellHistory } from '../../../core/report/answers.ts';
import type { Cell } from '../../../core/template/cell.ts';
import type { ReadContext } from '../../http/context.ts';
import { loadReport } from './load.ts';

const MOST = 50;

type Place = { readonly form: string; readonly row: string; readonly column: string };

/** What stood in one cell, newest first: who wrote it and when, from the journal of the report. */
export const cellHistory = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
  { form, row, column }: Place,
): Promise<CellHistory> => {
  await loadReport(ctx, campaignId, unitId);
  const place = JSON.stringify({ cells: [{ form, row, column }] });
  const { rows } = await sql<{ at: number; by: string | null; cell: Cell; note: string | null }>`
    select (extract(epoch from business_at) * 1000)::float8 as at, person.name as by, c->'cell' as cell,
      c->>'note' as note
    from fact left join person on person.id = fact.actor_id, jsonb_array_elements(data->'cells') c
    where campaign_id = ${campaignId} and unit_id = ${unitId} and type = 'report.saved'
      and data @> ${place}::jsonb
      and c->>'form' = ${form} and c->>'row' = ${row} and c->>'column' = ${column}
    order by seq desc limit ${MOST}`.execute(ctx.db);
  return { changes: rows };
};
