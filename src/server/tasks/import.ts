import { uuidv7 } from 'uuidv7';
import { type GivenTask, giveTasks } from '../../core/tasks/give.ts';
import { campaignFor } from '../campaign/views.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockTasksOf, saveTasks } from './store.ts';
import { tasksOf } from './views/given.ts';

/** A9: gives what a person confirmed after the preview; the same again changes nothing. */
export const importTasks = async (
  ctx: WriteContext,
  campaignId: string,
  given: readonly GivenTask[],
): Promise<void> => {
  const { campaign, authorityUnitId, units } = await campaignFor(ctx, campaignId, 'give-tasks');
  await lockTasksOf(ctx, authorityUnitId);
  const known = await tasksOf(ctx, authorityUnitId);
  const decision = giveTasks(campaign, known, given, new Set(units.map((u) => u.id)), uuidv7);
  await record(ctx, decision);
  await saveTasks(ctx, authorityUnitId, decision.tasks ?? []);
};
