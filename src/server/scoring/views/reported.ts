import { sum } from '../../../core/kernel/amount.ts';
import { addDays, type Day, type Instant } from '../../../core/kernel/instant.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { Reported } from '../../../core/scoring/feed.ts';
import { isDone } from '../../../core/tasks/progress.ts';
import type { Form, Scope, Template } from '../../../core/template/template.ts';
import type { ReadContext } from '../../http/context.ts';
import { publishedTemplate } from '../../report/views/template.ts';
import { standingOf } from '../../tasks/views/standing.ts';

type Ctx = ReadContext;
type CellRow = {
  readonly form_id: string;
  readonly row_id: string;
  readonly column_id: string;
  readonly kind: string;
  readonly amount: string | null;
  readonly estimate: boolean;
};
type ReportRow = {
  readonly campaignId: string;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  readonly state: string;
  readonly template: { readonly id: string; readonly version: number };
};

const reportsOf = async (ctx: Ctx, unitId: string, year: number): Promise<readonly ReportRow[]> =>
  (
    await ctx.db
      .selectFrom('report')
      .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
      .where('report.unit_id', '=', unitId)
      .where('campaign.period_year', '=', year)
      .where('campaign.state', 'in', ['issued', 'closed'])
      .where('window_from', 'is not', null)
      .orderBy('window_to', 'desc')
      .orderBy('window_from')
      .select([
        'campaign.id',
        'campaign.title',
        'window_from',
        'window_to',
        'report.state',
        'report.template_id',
        'report.template_version',
      ])
      .execute()
  ).map((r) => ({
    campaignId: r.id,
    title: r.title,
    from: r.window_from ?? '',
    to: r.window_to ?? '',
    state: r.state,
    template: { id: r.template_id, version: r.template_version },
  }));

/**
 * The reports that make up the year so far: the latest, and before it those whose windows adjoin. Cumulative reports
 * share their start, so nothing adjoins them and they stand alone; a quarter follows the quarter before.
 */
const chainOf = (reports: readonly ReportRow[]): readonly ReportRow[] => {
  const chain: ReportRow[] = [];
  for (let next = reports[0]; next; ) {
    chain.push(next);
    const { from } = next;
    next = reports.find((r) => addDays(r.to, 1) === from);
  }
  return chain;
};

type Measured = {
  readonly code: string;
  readonly form: Form;
  readonly column: string;
  readonly isStock: boolean;
  readonly words: string;
};

/** Which indicator a cell of a form carries, and how its place is named. */
const measuredAt = (form: Form, rowId: string, columnId: string): Measured | undefined => {
  if ('from' in form.rows) return undefined;
  const column = form.columns.find((c) => c.id === columnId);
  const row = form.rows.find((r) => r.id === rowId);
  if (!column || !row || column.kind !== 'figure' || column.formula || row.formula) return undefined;
  const code = column.indicator ?? row.indicator;
  if (code === undefined) return undefined;
  const place = column.indicator ? `cột ${column.number ?? column.title}` : `dòng ${row.title}`;
  return {
    code,
    form,
    column: columnId,
    isStock: column.indicator ? column.stock === true : (row.stock ?? column.stock) === true,
    words: place,
  };
};

type Sum = {
  amounts: string[];
  isNil: boolean;
  isEstimate: boolean;
  isDraft: boolean;
  isStock: boolean;
  places: Set<string>;
};

const sent = (state: string): boolean => state === 'submitted' || state === 'received';

const addReport = async (
  ctx: Ctx,
  unitId: string,
  scopes: readonly Scope[],
  report: ReportRow,
  isLast: boolean,
  sums: Map<string, Sum>,
): Promise<void> => {
  const cells: CellRow[] = await ctx.db
    .selectFrom('cell')
    .where('campaign_id', '=', report.campaignId)
    .where('unit_id', '=', unitId)
    .where('scope', 'in', [...scopes])
    .where('kind', 'in', ['amount', 'nil'])
    .select(['form_id', 'row_id', 'column_id', 'kind', 'amount', 'estimate'])
    .execute();
  if (cells.length === 0) return;
  const template: Template = await publishedTemplate(ctx, report.template.id, report.template.version);
  for (const cell of cells) {
    const form = template.forms.find((f) => f.id === cell.form_id);
    const measured = form && measuredAt(form, cell.row_id, cell.column_id);
    // A stock is as it stood last; it is never added over time.
    if (!measured || (measured.isStock && !isLast)) continue;
    const one = sums.get(measured.code) ?? {
      amounts: [],
      isNil: true,
      isEstimate: false,
      isDraft: false,
      isStock: measured.isStock,
      places: new Set<string>(),
    };
    if (cell.kind === 'amount' && cell.amount !== null) {
      one.amounts.push(cell.amount);
      one.isNil = false;
    }
    one.isEstimate ||= cell.estimate;
    one.isDraft ||= !sent(report.state);
    one.places.add(
      `${report.title} (${shortDay(report.from)} đến ${shortDay(report.to)}), biểu ${measured.form.title}, ${measured.words}`,
    );
    sums.set(measured.code, one);
  }
};

/** Every indicator that a unit has reported in a year, summed as its kind allows, with the places it stands at. */
export const reportedFigures = async (
  ctx: Ctx,
  unitId: string,
  scopes: readonly Scope[],
  year: number,
): Promise<Map<string, Reported>> => {
  const sums = new Map<string, Sum>();
  const chain = chainOf(await reportsOf(ctx, unitId, year));
  for (const [at, report] of chain.entries()) await addReport(ctx, unitId, scopes, report, at === 0, sums);
  return new Map(
    [...sums].map(([code, one]) => [
      code,
      {
        amount: one.isNil ? null : sum(one.amounts),
        kind: one.isNil ? ('nil' as const) : ('amount' as const),
        source: [...one.places].join('; '),
        isEstimate: one.isEstimate,
        isDraft: one.isDraft,
      },
    ]),
  );
};

const known = (amount: number, source: string): Reported => ({
  amount: String(amount),
  kind: 'amount',
  source,
  isEstimate: false,
  isDraft: false,
});
const DAY_MS = 86_400_000;

/** What the program knows itself of a unit's year: reports sent in time, tasks done in time. */
export const systemFigures = async (
  ctx: Ctx,
  unitId: string,
  year: number,
): Promise<Map<string, Reported>> => {
  const reports = await ctx.db
    .selectFrom('report')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .where('report.unit_id', '=', unitId)
    .where('campaign.period_year', '=', year)
    .where('campaign.state', 'in', ['issued', 'closed'])
    .where('deadline', 'is not', null)
    .select(['deadline', 'extended_until', 'first_submitted_at'])
    .execute();
  const due = (r: { deadline: Instant | null; extended_until: Instant | null }): Instant =>
    r.extended_until ?? r.deadline ?? 0;
  const settled = reports.filter((r) => r.first_submitted_at !== null || due(r) <= ctx.now);
  const lateBy = (r: (typeof reports)[number]): number =>
    Math.max(0, Math.ceil(((r.first_submitted_at ?? ctx.now) - due(r)) / DAY_MS));
  const onTime = settled.filter((r) => r.first_submitted_at !== null && r.first_submitted_at < due(r));
  const said = `Hệ thống báo cáo, năm ${year}, đến ${shortDay(ctx.today)}`;
  const stored = await ctx.db
    .selectFrom('task_unit')
    .innerJoin('task', 'task.id', 'task_unit.task_id')
    .where('task_unit.unit_id', '=', unitId)
    .where('task.due', 'is not', null)
    .where('task.due', '>=', `${year}-01-01`)
    .where('task.due', '<=', `${year}-12-31`)
    .select([
      'task.due',
      'task.id',
      'task_unit.status',
      'task_unit.progress',
      'task_unit.result',
      'task_unit.version',
      'task_unit.changed_at',
    ])
    .execute();
  const tasks = await standingOf(
    ctx,
    stored.map(({ id, changed_at: changedAt, ...t }) => ({
      ...t,
      taskId: id,
      unitId,
      changedAt,
      changedBy: null,
    })),
  );
  const isLate = (t: (typeof tasks)[number]): boolean => isDone(t.status) && /quá hạn/.test(t.status ?? '');
  const answered = tasks.filter((t) => isDone(t.status) || (t.due ?? '') < ctx.today);
  const doneInTime = answered.filter((t) => isDone(t.status) && !isLate(t)).length;
  const work = `Hệ thống nhiệm vụ, năm ${year}, đến ${shortDay(ctx.today)}`;
  return new Map([
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
    ['SYS.TASK.DUE', known(answered.length, work)],
    ['SYS.TASK.ON-TIME', known(doneInTime, work)],
    ['SYS.TASK.LATE', known(answered.filter(isLate).length, work)],
    ['SYS.TASK.OVERDUE', known(answered.filter((t) => !isDone(t.status)).length, work)],
  ]);
};
