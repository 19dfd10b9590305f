import type { CitationAnswer } from '../evidence/answers.ts';
import type { Day, Instant } from '../kernel/instant.ts';
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
    readonly partnerNames: readonly string[];
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

/** One task at one unit, as the list shows it. */
export type TaskLine = {
  readonly taskId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly content: string;
  readonly document: string;
  readonly due: Day | null;
  readonly givenAt: Instant;
  readonly authorityName: string;
  readonly owner: string;
  readonly status: string | null;
  readonly progress: string | null;
  readonly result: string;
  readonly overdue: boolean;
  readonly partners: readonly string[];
  readonly evidence: readonly CitationAnswer[];
  readonly version: number;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
  readonly may: readonly 'progress'[];
};

export type TaskListAnswer = {
  readonly lines: readonly TaskLine[];
  readonly counts: { readonly all: number; readonly done: number; readonly overdue: number };
  /** More than one unit stands in the list. */
  readonly isOffice: boolean;
};
