import { sum } from '../../../core/kernel/amount.ts';
import { addDays, type Day } from '../../../core/kernel/instant.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { Reported } from '../../../core/scoring/feed.ts';
import type { Form, Scope, Template } from '../../../core/template/template.ts';
import type { ReadContext } from '../../http/context.ts';
import { publishedTemplate } from '../../report/views/template.ts';

type Ctx = ReadContext;
type CellRow = {
  readonly campaign_id: string;
  readonly unit_id: string;
  readonly form_id: string;
  readonly row_id: string;
  readonly column_id: string;
  readonly kind: string;
  readonly amount: string | null;
  readonly estimate: boolean;
};
type ReportRow = {
  readonly unitId: string;
  readonly campaignId: string;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  readonly state: string;
  readonly template: { readonly id: string; readonly version: number };
};

const reportsOf = async (ctx: Ctx, unitIds: readonly string[], year: number): Promise<readonly ReportRow[]> =>
  (
    await ctx.db
      .selectFrom('report')
      .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
      .where('report.unit_id', 'in', [...unitIds])
      .where('campaign.period_year', '=', year)
      .where('campaign.state', 'in', ['issued', 'closed'])
      .where('window_from', 'is not', null)
      .orderBy('window_to', 'desc')
      .orderBy('window_from')
      .select([
        'report.unit_id',
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
    unitId: r.unit_id,
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
  cells: readonly CellRow[],
  report: ReportRow,
  isLast: boolean,
  sums: Map<string, Sum>,
): Promise<void> => {
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

const figuresFrom = (sums: ReadonlyMap<string, Sum>): Map<string, Reported> =>
  new Map(
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

/** Every indicator that each unit has reported in a year, summed as its kind allows, with the places it stands at. */
export const reportedFiguresOf = async (
  ctx: Ctx,
  unitIds: readonly string[],
  scopes: readonly Scope[],
  year: number,
): Promise<ReadonlyMap<string, Map<string, Reported>>> => {
  if (unitIds.length === 0) return new Map();
  const reports = Map.groupBy(await reportsOf(ctx, unitIds, year), (r) => r.unitId);
  const chains = new Map([...reports].map(([unitId, rows]) => [unitId, chainOf(rows)]));
  const campaigns = [...new Set([...chains.values()].flatMap((chain) => chain.map((r) => r.campaignId)))];
  const cells: CellRow[] =
    campaigns.length === 0
      ? []
      : await ctx.db
          .selectFrom('cell')
          .where('campaign_id', 'in', campaigns)
          .where('unit_id', 'in', [...chains.keys()])
          .where('scope', 'in', [...scopes])
          .where('kind', 'in', ['amount', 'nil'])
          .select(['campaign_id', 'unit_id', 'form_id', 'row_id', 'column_id', 'kind', 'amount', 'estimate'])
          .execute();
  const cellsOf = Map.groupBy(cells, (c) => `${c.campaign_id} ${c.unit_id}`);
  const found = new Map<string, Map<string, Reported>>();
  for (const [unitId, chain] of chains) {
    const sums = new Map<string, Sum>();
    for (const [at, report] of chain.entries())
      await addReport(ctx, cellsOf.get(`${report.campaignId} ${unitId}`) ?? [], report, at === 0, sums);
    found.set(unitId, figuresFrom(sums));
  }
  return found;
};
