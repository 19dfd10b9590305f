import type { Instant } from '../../../core/kernel/instant.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import { dueOf } from '../../../core/report/lateness.ts';
import type { Reported } from '../../../core/scoring/feed.ts';
import { isDone } from '../../../core/tasks/progress.ts';
import type { ReadContext } from '../../http/context.ts';
import { standingOf } from '../../tasks/views/standing.ts';

const known = (amount: number, source: string): Reported => ({
  amount: String(amount),
  kind: 'amount',
  source,
  isEstimate: false,
  isDraft: false,
});
const DAY_MS = 86_400_000;

type SentReport = {
  readonly deadline: Instant | null;
  readonly extended_until: Instant | null;
  readonly group_due_at: Instant | null;
  readonly first_submitted_at: Instant | null;
};
type GivenTask = { readonly due: string | null; readonly status: string | null };

const reportFigures = (reports: readonly SentReport[], now: Instant, said: string) => {
  const due = (r: SentReport): Instant =>
    dueOf({ extendedUntil: r.extended_until }, r.group_due_at ?? r.deadline ?? 0);
  const settled = reports.filter((r) => r.first_submitted_at !== null || due(r) <= now);
  const lateBy = (r: SentReport): number =>
    Math.max(0, Math.ceil(((r.first_submitted_at ?? now) - due(r)) / DAY_MS));
  const onTime = settled.filter((r) => r.first_submitted_at !== null && r.first_submitted_at < due(r));
  return [
    ['SYS.REPORT.DUE', known(settled.length, said)],
    ['SYS.REPORT.ON-TIME', known(onTime.length, said)],
    ['SYS.REPORT.LATE', known(settled.length - onTime.length, said)],
    [
      'SYS.REPORT.DAYS-LATE',
      known(
        settled.reduce((n, r) => n + lateBy(r), 0),
        said,
      ),
    ],
  ] as const;
};

const taskFigures = (tasks: readonly GivenTask[], today: string, said: string) => {
  const isLate = (t: GivenTask): boolean => isDone(t.status) && /quá hạn/.test(t.status ?? '');
  const answered = tasks.filter((t) => isDone(t.status) || (t.due ?? '') < today);
  const doneInTime = answered.filter((t) => isDone(t.status) && !isLate(t)).length;
  return [
    ['SYS.TASK.DUE', known(answered.length, said)],
    ['SYS.TASK.ON-TIME', known(doneInTime, said)],
    ['SYS.TASK.LATE', known(answered.filter(isLate).length, said)],
    ['SYS.TASK.OVERDUE', known(answered.filter((t) => !isDone(t.status)).length, said)],
  ] as const;
};

/** What the program knows itself of the year of each unit: reports sent in time, tasks done in time. */
export const systemFiguresOf = async (
  ctx: ReadContext,
  unitIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Reported>>> => {
  if (unitIds.length === 0) return new Map();
  const reports = await ctx.db
    .selectFrom('report')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .where('report.unit_id', 'in', [...unitIds])
    .where('campaign.period_year', '=', year)
    .where('campaign.state', 'in', ['issued', 'closed'])
    .where('deadline', 'is not', null)
    .select(['report.unit_id', 'deadline', 'extended_until', 'group_due_at', 'first_submitted_at'])
    .execute();
  const stored = await ctx.db
    .selectFrom('task_unit')
    .innerJoin('task', 'task.id', 'task_unit.task_id')
    .where('task_unit.unit_id', 'in', [...unitIds])
    .where('task.due', 'is not', null)
    .where('task.due', '>=', `${year}-01-01`)
    .where('task.due', '<=', `${year}-12-31`)
    .select([
      'task.due',
      'task.id',
      'task_unit.unit_id',
      'task_unit.status',
      'task_unit.progress',
      'task_unit.result',
      'task_unit.version',
      'task_unit.changed_at',
    ])
    .execute();
  const tasks = await standingOf(
    ctx,
    stored.map(({ id, unit_id: unitId, changed_at: changedAt, ...t }) => ({
      ...t,
      taskId: id,
      unitId,
      changedAt,
      changedBy: null,
    })),
  );
  const reportsBy = Map.groupBy(reports, (r) => r.unit_id);
  const tasksBy = Map.groupBy(tasks, (t) => t.unitId);
  const until = `năm ${year}, đến ${shortDay(ctx.today)}`;
  return new Map(
    unitIds.map((id) => [
      id,
      new Map<string, Reported>([
        ...reportFigures(reportsBy.get(id) ?? [], ctx.now, `Hệ thống báo cáo, ${until}`),
        ...taskFigures(tasksBy.get(id) ?? [], ctx.today, `Hệ thống nhiệm vụ, ${until}`),
      ]),
    ]),
  );
};
