import { sql } from 'kysely';
import type { ChangeAnswer, TotalsAnswer } from '../../../core/consolidation/answers.ts';
import type { BookSheet } from '../../../core/documents/book.ts';
import { type Detail, marked, totalsBook } from '../../../core/documents/totalsBook.ts';
import { totals } from '../../consolidation/views/totals.ts';
import type { ReadContext } from '../../http/context.ts';

type Row = {
  readonly unit_id: string;
  readonly name: string;
  readonly scope: 'commune' | 'agency';
  readonly form_id: string;
  readonly row_id: string;
  readonly column_id: string;
  readonly amount: string;
};

const reaches = (change: ChangeAnswer, row: Row): boolean =>
  change.unitId === row.unit_id &&
  (change.form === null ||
    (change.form === row.form_id &&
      (change.row === null || change.row === row.row_id) &&
      (change.column === null || change.column === row.column_id)));

/** What a unit counts with: left out, corrected, or as it reported (G2). */
const counted = (row: Row, changes: readonly ChangeAnswer[]): Detail[] => {
  const own = changes.filter((change) => reaches(change, row));
  if (own.some((change) => change.kind === 'leave-out')) return [];
  const corrected = own.find((change) => change.kind === 'correct')?.amount;
  return [
    {
      unit: row.name,
      scope: row.scope,
      form: row.form_id,
      row: row.row_id,
      column: row.column_id,
      amount: corrected ?? row.amount,
    },
  ];
};

/** The totals that the caller sees, over the received figures they come from. */
export const totalsSheets = async (ctx: ReadContext, campaignId: string): Promise<BookSheet[]> => {
  const answer: TotalsAnswer = await totals(ctx, campaignId, {});
  const { rows } = await sql<Row>`
    select c.unit_id, u.name, c.scope, c.form_id, c.row_id, c.column_id, c.amount::text as amount
    from cell c join report r using (campaign_id, unit_id) join unit u on u.id = c.unit_id
    where c.campaign_id = ${campaignId} and r.state = 'received' and r.released_at is null and c.kind = 'amount'
      and c.scope in ('commune', 'agency') and c.form_id = any(${answer.forms.map((f) => f.id)}::text[])
    order by c.scope desc, u.name collate "vi-x-icu", c.row_id`.execute(ctx.db);
  const details = rows.flatMap((row) => counted(row, answer.changes));
  return marked(totalsBook(answer, details), ctx.services.mode === 'demo');
};
