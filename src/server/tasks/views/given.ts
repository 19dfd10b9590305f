import { sql } from 'kysely';
import type { TasksAnswer, TasksPreview } from '../../../core/tasks/answers.ts';
import { standingOf, type Task } from '../../../core/tasks/give.ts';
import { readTasks } from '../../../core/tasks/readTasks.ts';
import type { TaskUnit } from '../../../core/tasks/units.ts';
import { campaignFor } from '../../campaign/views.ts';
import { readExcel } from '../../excel/readExcel.ts';
import type { ReadContext } from '../../http/context.ts';
import { refused } from '../../http/failures.ts';

export const tasksOf = async (ctx: ReadContext, authorityUnitId: string): Promise<Task[]> => {
  const rows = await ctx.db
    .selectFrom('task')
    .where('authority_unit_id', '=', authorityUnitId)
    .select((eb) => [
      'id',
      'content',
      'document',
      'due',
      eb
        .selectFrom('task_unit')
        .whereRef('task_unit.task_id', '=', 'task.id')
        .select((e) => e.fn<string[] | null>('array_agg', ['unit_id']).as('ids'))
        .as('unit_ids'),
    ])
    .orderBy('due')
    .orderBy('id')
    .execute();
  return rows.map(({ unit_ids, ...task }) => ({ ...task, unitIds: unit_ids ?? [] }));
};

/** Tasks of the authority with how many units have said something about them in this request's reports. */
export const tasksAnswer = async (ctx: ReadContext, campaignId: string): Promise<TasksAnswer> => {
  const { authorityUnitId } = await campaignFor(ctx, campaignId, 'give-tasks');
  const tasks = await tasksOf(ctx, authorityUnitId);
  const reported = await ctx.db
    .selectFrom('cell')
    .where('campaign_id', '=', campaignId)
    .where('kind', '<>', 'empty')
    .where('row_id', 'in', tasks.length > 0 ? tasks.map((t) => t.id) : [''])
    .groupBy('row_id')
    .select(['row_id', sql<number>`count(distinct unit_id)::int`.as('n')])
    .execute();
  const counts = new Map(reported.map((r) => [r.row_id, r.n]));
  return {
    tasks: tasks.map(({ unitIds, ...task }) => ({
      ...task,
      units: unitIds.length,
      reported: counts.get(task.id) ?? 0,
    })),
  };
};

/** What an uploaded form would do, row by row; stores nothing. */
export const previewTasks = async (
  ctx: ReadContext,
  campaignId: string,
  file: { readonly bytes: Buffer; readonly name: string },
): Promise<TasksPreview> => {
  const { authorityUnitId, units } = await campaignFor(ctx, campaignId, 'give-tasks');
  const read = await readExcel(file.bytes);
  if (!read.ok) throw refused(read.code, { name: file.name }, 422);
  const { rows, problems } = readTasks(read.sheets, units as TaskUnit[]);
  const known = await tasksOf(ctx, authorityUnitId);
  const names = new Map(units.map((u) => [u.id, u.name]));
  return {
    fileName: file.name,
    accepted: rows.map((row) => ({
      ...row,
      standing: standingOf(known, row).standing,
      unitNames: row.unitIds.map((id) => names.get(id) ?? ''),
      partnerNames: row.partnerIds.map((id) => names.get(id) ?? ''),
    })),
    refused: problems,
  };
};
