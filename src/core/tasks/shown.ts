import type { TaskLine } from './answers.ts';
import { isDone } from './progress.ts';

export const TASK_SHOWS = ['all', 'open', 'late'] as const;
export type TaskShow = (typeof TASK_SHOWS)[number];

/** What of the list somebody looks at; what is taken along is the same. */
export type TaskFilter = { readonly unit?: string | undefined; readonly show?: TaskShow | undefined };

export const shownTasks = (lines: readonly TaskLine[], { unit, show }: TaskFilter): readonly TaskLine[] =>
  lines.filter(
    (line) =>
      (!unit || line.unitId === unit) &&
      (show === 'late' ? line.overdue : show === 'open' ? !isDone(line.status) : true),
  );
