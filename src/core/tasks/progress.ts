import { type Amount, compare } from '../kernel/amount.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Day } from '../kernel/instant.ts';

/** Standing of a task, in the words of part III of the reports: there and here it is the same value. */
export const TASK_STATUSES = [
  'đã hoàn thành đúng hạn',
  'hoàn thành quá hạn',
  'đang thực hiện, trong hạn',
  'quá hạn, chưa hoàn thành',
] as const;

export const chainOfTasks = (unitId: string): string => `tasks:${unitId}`;

/** One task at one unit. */
export type UnitTask = {
  readonly taskId: string;
  readonly unitId: string;
  readonly due: Day | null;
  readonly status: string | null;
  readonly progress: Amount | null;
  readonly result: string;
  readonly owner: string;
  readonly version: number;
};

export type Progress = {
  readonly status: string | null;
  readonly progress: Amount | null;
  readonly result: string;
  readonly owner: string;
};

export const isDone = (status: string | null): boolean =>
  status !== null && /hoàn thành/.test(status) && !/chưa/.test(status);

/** Overdue is derived, never stored: past its day and not done. */
export const isOverdue = (task: Pick<UnitTask, 'due' | 'status'>, today: Day): boolean =>
  task.due !== null && task.due < today && !isDone(task.status);

/** I10: progress told on the list of tasks; the unit's open report says the same from then on. */
export const progressTask = (task: UnitTask, version: number, now: Progress, today: Day): Decision<Fact> => {
  if (task.version !== version) return refuse('tasks.stale');
  if (now.progress !== null && (compare(now.progress, '0') < 0 || compare(now.progress, '100') > 0))
    return refuse('tasks.progressOutside');
  if (now.status === 'đang thực hiện, trong hạn' && task.due !== null && task.due < today)
    return refuse('tasks.pastDue', { due: task.due });
  if (isDone(now.status) && now.result.trim().length < 5) return refuse('tasks.resultMissing');
  return accept({
    type: 'tasks.progressed',
    chain: chainOfTasks(task.unitId),
    unitId: task.unitId,
    data: { taskId: task.taskId, ...now },
  });
};
