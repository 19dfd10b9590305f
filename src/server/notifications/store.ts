import type { WriteContext } from '../http/context.ts';

/** Only the own ones; what was read before keeps its time. */
export const markRead = async (ctx: WriteContext, ids: readonly string[] | undefined): Promise<number> => {
  let query = ctx.trx
    .updateTable('notice')
    .set({ read_at: new Date(ctx.now) })
    .where('person_id', '=', ctx.person.personId)
    .where('read_at', 'is', null);
  if (ids?.length === 0) return 0;
  if (ids) query = query.where('id', 'in', [...ids]);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
};
