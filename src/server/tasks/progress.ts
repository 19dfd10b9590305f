import { rolesAt } from '../../core/directory/roles.ts';
import type { Subject } from '../../core/evidence/cite.ts';
import { chainOfTasks, type Progress, progressTask, type UnitTask } from '../../core/tasks/progress.ts';
import { citeEvidence, unciteEvidence } from '../evidence/cite.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { setProgress } from './store.ts';
import { standingOf } from './views/standing.ts';

type At = { readonly taskId: string; readonly unitId: string };

const lockTask = async (
  ctx: WriteContext,
  at: At,
): Promise<{ readonly task: UnitTask; readonly authorityUnitId: string }> => {
  const row = await ctx.trx
    .selectFrom('task_unit')
    .innerJoin('task', 'task.id', 'task_unit.task_id')
    .where('task_unit.task_id', '=', at.taskId)
    .where('task_unit.unit_id', '=', at.unitId)
    .select([
      'task.due',
      'task.authority_unit_id',
      'status',
      'progress',
      'result',
      'owner',
      'task_unit.version',
      'changed_at',
    ])
    .forUpdate(['task_unit'])
    .executeTakeFirst();
  if (!row || !rolesAt(ctx.person, at.unitId, ctx.today).has('preparer')) throw forbidden();
  const { authority_unit_id: authorityUnitId, changed_at: changedAt, ...task } = row;
  const [standing] = await standingOf(ctx, [{ ...at, ...task, changedAt, changedBy: null }]);
  return { task: standing ?? { ...at, ...task }, authorityUnitId };
};

/** I10: progress told on the list; the report room follows by the fact, in the same transaction. */
export const tellProgress = async (
  ctx: WriteContext,
  at: At,
  version: number,
  now: Progress,
): Promise<void> => {
  const { task } = await lockTask(ctx, at);
  const progress = { ...now, result: now.result.trim(), owner: now.owner.trim() };
  await record(ctx, progressTask(task, version, progress, ctx.today));
  await setProgress(ctx, at.taskId, at.unitId, progress);
};

const PLACE = 'nhiem-vu';
const subjectOf = (at: At, authorityUnitId: string): Subject => ({
  kind: 'task',
  id: at.taskId,
  unitId: at.unitId,
  receiverUnitId: authorityUnitId,
  authorityUnitId,
  chain: chainOfTasks(at.unitId),
});

export const citeForTask = async (
  ctx: WriteContext,
  at: At,
  what: { readonly evidenceId: string; readonly pages: string },
): Promise<void> => {
  const { authorityUnitId } = await lockTask(ctx, at);
  await citeEvidence(ctx, subjectOf(at, authorityUnitId), { place: PLACE, ...what });
};

export const unciteForTask = async (ctx: WriteContext, at: At, evidenceId: string): Promise<void> => {
  const { authorityUnitId } = await lockTask(ctx, at);
  await unciteEvidence(ctx, subjectOf(at, authorityUnitId), { place: PLACE, evidenceId });
};
