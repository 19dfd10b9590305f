import { sql } from 'kysely';
import type { ChangeAnswer } from '../../core/consolidation/answers.ts';
import type { Cell } from '../../core/template/cell.ts';
import type { ReadContext } from '../http/context.ts';

type Row = {
  readonly id: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly unit_kind: string;
  readonly kind: string;
  readonly form_id: string;
  readonly row_id: string;
  readonly column_id: string;
  readonly reported: Cell | null;
  readonly amount: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
};

/** What stands changed for the totals of a campaign; what was taken back is in the journal only. */
export const standingChanges = async (ctx: ReadContext, campaignId: string): Promise<ChangeAnswer[]> => {
  const { rows } = await sql<Row>`
    select c.id, c.unit_id, unit.name as unit_name, unit.kind as unit_kind, c.kind, c.form_id, c.row_id, c.column_id,
      c.reported, c.amount, c.reason, person.name as by, c.at
    from total_change c join unit on unit.id = c.unit_id join person on person.id = c.by
    where c.campaign_id = ${campaignId} and c.taken_back_at is null
    order by c.at, c.id`.execute(ctx.db);
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind as ChangeAnswer['kind'],
    unitId: r.unit_id,
    unitName: r.unit_name,
    unitKind: r.unit_kind,
    form: r.form_id || null,
    row: r.row_id || null,
    column: r.column_id || null,
    reported: r.reported,
    amount: r.amount,
    reason: r.reason,
    by: r.by,
    at: r.at,
  }));
};
