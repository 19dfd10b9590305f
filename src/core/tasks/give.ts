import type { Campaign } from '../campaign/campaign.ts';
import { guardCampaign } from '../campaign/decide.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { chainOfCampaign, type Fact } from '../kernel/fact.ts';
import type { Day } from '../kernel/instant.ts';
import { chainOfTasks } from './progress.ts';
import { TASKS_LIMIT, taskKey } from './readTasks.ts';

/** Work given by an authority in a document, and who does it. */
export type Task = {
  readonly id: string;
  readonly content: string;
  readonly document: string;
  readonly due: Day | null;
  readonly unitIds: readonly string[];
  /** Who takes part without leading; of a task that stands already all are among its units. */
  readonly partnerIds?: readonly string[];
};

const everybody = (task: Omit<Task, 'id'>): readonly string[] => [
  ...task.unitIds,
  ...(task.partnerIds ?? []),
];
export type GivenTask = Omit<Task, 'id'>;

/** new: not given yet. more: some units are added. due: only its day moves. same: nothing changes. */
export type TaskStanding = 'new' | 'more' | 'due' | 'same';

export const standingOf = (
  known: readonly Task[],
  given: GivenTask,
): { readonly standing: TaskStanding; readonly task: Task | undefined } => {
  const task = known.find((t) => taskKey(t) === taskKey(given));
  if (!task) return { standing: 'new', task };
  const there = everybody(task);
  if (everybody(given).some((id) => !there.includes(id))) return { standing: 'more', task };
  return { standing: task.due === given.due ? 'same' : 'due', task };
};

/** One fact a unit, so that each is told of the work that is new to it or whose day moved. */
const assigned = (known: readonly Task[], tasks: readonly Task[]): Fact[] => {
  const before = new Map(known.map((t) => [t.id, t]));
  const told = new Map<string, string[]>();
  for (const task of tasks)
    for (const unitId of everybody(task)) {
      const old = before.get(task.id);
      if (old?.unitIds.includes(unitId) && old.due === task.due) continue;
      told.set(unitId, [...(told.get(unitId) ?? []), task.content]);
    }
  return [...told].map(([unitId, contents]) => ({
    type: 'tasks.assigned',
    chain: chainOfTasks(unitId),
    unitId,
    data: { n: contents.length, first: contents[0] },
  }));
};

/**
 * A9: gives the tasks of the cited plan. What was given already stays one task: units are added, never taken away,
 * because a unit may have reported on it. Given twice it changes nothing and leaves no fact.
 */
export const giveTasks = (
  campaign: Campaign,
  known: readonly Task[],
  given: readonly GivenTask[],
  unitIds: ReadonlySet<string>,
  newId: () => string,
): Decision<Fact> & { readonly tasks?: readonly Task[] } => {
  const wrong = guardCampaign(campaign, 'give-tasks');
  if (wrong) return wrong;
  if (given.length === 0) return refuse('tasks.nothingToGive');
  if (given.length > TASKS_LIMIT) return refuse('tasks.tooMany', { limit: TASKS_LIMIT, n: given.length });
  const stranger = given.flatMap(everybody).find((id) => !unitIds.has(id));
  if (stranger) return refuse('tasks.unitGone', { unitId: stranger });
  const now = new Map<string, Task>();
  for (const each of given) {
    const { standing, task } = standingOf([...now.values(), ...known], each);
    if (standing === 'same') continue;
    const id = task?.id ?? newId();
    const unitIds = [...new Set([...(task?.unitIds ?? []), ...each.unitIds])];
    const partners = [...new Set([...(task?.partnerIds ?? []), ...(each.partnerIds ?? [])])];
    now.set(id, { ...each, id, unitIds, partnerIds: partners.filter((one) => !unitIds.includes(one)) });
  }
  const tasks = [...now.values()];
  return tasks.length === 0
    ? { ...accept(), tasks }
    : {
        ...accept(
          {
            type: 'tasks.given',
            chain: chainOfCampaign(campaign.id),
            campaignId: campaign.id,
            data: { tasks },
          },
          ...assigned(known, tasks),
        ),
        tasks,
      };
};
