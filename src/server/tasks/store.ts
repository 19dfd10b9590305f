import type { Task } from '../../core/tasks/give.ts';
import { isDone, type Progress } from '../../core/tasks/progress.ts';
import type { WriteContext } from '../http/context.ts';

/** Two imports for one authority follow each other, so that neither misses what the other gives. */
export const lockTasksOf = async (ctx: WriteContext, authorityUnitId: string): Promise<void> => {
  await ctx.trx
    .selectFrom('unit')
    .where('id', '=', authorityUnitId)
    .select('id')
    .forNoKeyUpdate()
    .executeTakeFirst();
};

export const saveTasks = async (
  ctx: WriteContext,
  authorityUnitId: string,
  tasks: readonly Task[],
): Promise<void> => {
  if (tasks.length === 0) return;
  const at = new Date(ctx.now);
  await ctx.trx
    .insertInto('task')
    .values(
      tasks.map(({ id, document, content, due }) => ({
        id,
        authority_unit_id: authorityUnitId,
        document,
        content,
        due,
        given_at: at,
      })),
    )
    .onConflict((c) => c.column('id').doUpdateSet((eb) => ({ due: eb.ref('excluded.due') })))
    .execute();
  await ctx.trx
    .insertInto('task_unit')
    .values(
      tasks.flatMap((t) => [
        ...t.unitIds.map((id) => ({ task_id: t.id, unit_id: id, part: 'lead', given_at: at })),
        ...(t.partnerIds ?? []).map((id) => ({ task_id: t.id, unit_id: id, part: 'partner', given_at: at })),
      ]),
    )
    .onConflict((c) => c.columns(['task_id', 'unit_id']).doNothing())
    .execute();
};

export const setProgress = async (
  ctx: WriteContext,
  taskId: string,
  unitId: string,
  now: Progress,
): Promise<void> => {
  await ctx.trx
    .updateTable('task_unit')
    .set((eb) => ({
      ...now,
      version: eb('version', '+', 1),
      done_on: isDone(now.status) ? ctx.today : null,
      changed_by: ctx.person.personId,
      changed_at: new Date(ctx.now),
    }))
    .where('task_id', '=', taskId)
    .where('unit_id', '=', unitId)
    .execute();
};
