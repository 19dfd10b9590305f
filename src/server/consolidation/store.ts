import { uuidv7 } from 'uuidv7';
import type { Cell } from '../../core/template/cell.ts';
import type { WriteContext } from '../http/context.ts';

/** The only SQL that writes the tables of this room. */
type NewChange = {
  readonly kind: 'leave-out' | 'correct';
  readonly unitId: string;
  readonly form: string | null;
  readonly row: string | null;
  readonly column: string | null;
  readonly reported: Cell | null;
  readonly amount: string | null;
  readonly reason: string;
};

export const keepChange = async (
  ctx: WriteContext,
  campaignId: string,
  change: NewChange,
): Promise<string> => {
  const id = uuidv7();
  await ctx.trx
    .insertInto('total_change')
    .values({
      id,
      campaign_id: campaignId,
      unit_id: change.unitId,
      kind: change.kind,
      form_id: change.form ?? '',
      row_id: change.row ?? '',
      column_id: change.column ?? '',
      reported: change.reported === null ? null : JSON.stringify(change.reported),
      amount: change.amount,
      reason: change.reason,
      by: ctx.person.personId,
      at: new Date(ctx.now),
    })
    .execute();
  return id;
};

export const endChange = async (ctx: WriteContext, id: string): Promise<void> => {
  await ctx.trx
    .updateTable('total_change')
    .set({ taken_back_by: ctx.person.personId, taken_back_at: new Date(ctx.now) })
    .where('id', '=', id)
    .execute();
};
