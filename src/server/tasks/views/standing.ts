import type { UnitTask } from '../../../core/tasks/progress.ts';
import type { ReadContext } from '../../http/context.ts';
import { type GivenTelling, givenCells, latest } from '../../report/views/givenCells.ts';

const COLUMNS = ['status', 'progress', 'result'] as const;

type Stored = Pick<UnitTask, 'taskId' | 'unitId' | 'status' | 'progress' | 'result' | 'version'> & {
  readonly changedAt: number | null;
  readonly changedBy: string | null;
};

const merged = <T extends Stored>(stored: T, told: GivenTelling | undefined): T => {
  const of = (column: (typeof COLUMNS)[number], own: string | null) =>
    latest({ value: own, at: stored.changedAt }, told?.cells[column]);
  const progress = of('progress', stored.progress);
  const newest = Object.values(told?.cells ?? {}).sort((a, b) => b.at - a.at)[0];
  const isReport = newest !== undefined && (stored.changedAt === null || newest.at > stored.changedAt);
  return {
    ...stored,
    status: of('status', stored.status),
    progress: progress !== null && Number(progress) >= 0 && Number(progress) <= 100 ? progress : null,
    result: of('result', stored.result) ?? '',
    version: stored.version + (told?.version ?? 0),
    changedAt: isReport ? newest.at : stored.changedAt,
    changedBy: isReport ? newest.by : stored.changedBy,
  };
};

/** I10: a task at a unit says what was said last, on the list or in part III of a report. */
export const standingOf = async <T extends Stored>(
  ctx: Pick<ReadContext, 'db'>,
  stored: readonly T[],
): Promise<readonly T[]> => {
  const told = await givenCells(ctx, {
    unitIds: [...new Set(stored.map((s) => s.unitId))],
    rows: [...new Set(stored.map((s) => s.taskId))],
    columns: COLUMNS,
  });
  return stored.map((one) => merged(one, told.get(`${one.unitId} ${one.taskId}`)));
};
