import type { Day } from '../kernel/instant.ts';
import type { GivenTask, TaskStanding } from './give.ts';
import type { TaskProblem } from './readTasks.ts';

/** What a file would do; nothing is stored. */
export type TasksPreview = {
  readonly fileName: string;
  readonly accepted: readonly (GivenTask & {
    readonly sheet: string;
    readonly row: number;
    readonly standing: TaskStanding;
    readonly unitNames: readonly string[];
  })[];
  readonly refused: readonly TaskProblem[];
};

export type TasksAnswer = {
  readonly tasks: readonly {
    readonly id: string;
    readonly content: string;
    readonly document: string;
    readonly due: Day | null;
    readonly units: number;
    /** Units whose report of this request says something about it. */
    readonly reported: number;
  }[];
};
