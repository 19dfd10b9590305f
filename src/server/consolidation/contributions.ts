import { sql } from 'kysely';
import type { ChangeAnswer, ContributionAnswer, PeriodAnswer } from '../../core/consolidation/answers.ts';
import { countsIn } from '../../core/consolidation/basis.ts';
import { leavesOf } from '../../core/consolidation/leaves.ts';
import { measureOf } from '../../core/consolidation/measure.ts';
import { farOf, lookAt } from '../../core/consolidation/outliers.ts';
import { seesArea } from '../../core/consolidation/place.ts';
import { type Cell, EMPTY } from '../../core/template/cell.ts';
import { type Computed, isComputed, valueAt } from '../../core/template/compute.ts';
import type { Scope } from '../../core/template/template.ts';
import type { ReadContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { cellOfRow } from '../report/views/contents.ts';
import { templateOfCampaign } from '../report/views/pieces.ts';
import { standingChanges } from './changes.ts';
import { reportsAt } from './counted.ts';
import { type Spot, shownForms, spotsOf } from './forms.ts';
import { openConsolidation } from './open.ts';
import { beside } from './periods.ts';
import type { Choice } from './views/totals.ts';

type At = { readonly form: string; readonly row: string; readonly column: string };
type StoredCell = { readonly cell: Cell; readonly note: string | null };
type Unit = { readonly id: string; readonly name: string; readonly kind: string; readonly state: string };

/** The typed cells under one figure, by unit and place: nothing else of a country's reports is read. */
const cellsUnder = async (ctx: ReadContext, campaignId: string, spot: Spot) => {
  const leaves = leavesOf(spot.form, spot.row, spot.column);
  const { rows } = await sql<{
    unit_id: string;
    row_id: string;
    column_id: string;
    kind: string;
    amount: string | null;
    typed: string | null;
    estimate: boolean;
    note: string | null;
  }>`
    select unit_id, row_id, column_id, kind, amount, typed, estimate, note from cell
    where campaign_id = ${campaignId} and form_id = ${spot.form.id} and (row_id, column_id) in (
      select * from unnest(${leaves.map((l) => l.row)}::text[], ${leaves.map((l) => l.column)}::text[]))`.execute(
    ctx.db,
  );
  const byUnit = new Map<string, Map<string, StoredCell>>();
  for (const row of rows) {
    const own = byUnit.get(row.unit_id) ?? new Map<string, StoredCell>();
    own.set(`${row.row_id}/${row.column_id}`, { cell: cellOfRow(row), note: row.note });
    byUnit.set(row.unit_id, own);
  }
  return byUnit;
};

type Cells = Awaited<ReturnType<typeof cellsUnder>>;

const partOf = (spot: Spot, own: ReadonlyMap<string, StoredCell> | undefined, put: readonly ChangeAnswer[]) =>
  valueAt(
    spot.form,
    (r, c) => {
      const change = put.find((p) => p.row === r && p.column === c);
      return change?.amount
        ? { kind: 'amount', amount: change.amount }
        : (own?.get(`${r}/${c}`)?.cell ?? EMPTY);
    },
    spot.row,
    spot.column,
  );

const numberOf = (cell: Cell | Computed | null | undefined): number | undefined =>
  cell?.kind === 'amount' || cell?.kind === 'incomplete' ? Number(cell.amount) : undefined;

/** What each unit said of the same measure in the period beside. */
const lastOf = async (ctx: ReadContext, compared: PeriodAnswer | null, measure: string | undefined) => {
  if (!compared || !measure) return () => null;
  const template = await templateOfCampaign(ctx, compared.campaignId);
  const spots = (['commune', 'agency', 'area'] as const).flatMap((scope) => {
    const spot = spotsOf(template, scope).get(measure);
    return spot ? [{ scope, spot }] : [];
  });
  const found = new Map<Scope, { spot: Spot; cells: Cells }>();
  for (const { scope, spot } of spots)
    found.set(scope, { spot, cells: await cellsUnder(ctx, compared.campaignId, spot) });
  return (scope: Scope, unitId: string): Cell | Computed | null => {
    const at = found.get(scope);
    const own = at?.cells.get(unitId);
    return at && own ? partOf(at.spot, own, []) : null;
  };
};

/** Each unit's part in one total: what it says, whether it counts, what was changed, and what to look at (G1 G2). */
export const contributions = async (
  ctx: ReadContext,
  campaignId: string,
  at: At,
  choice: Choice = {},
): Promise<ContributionAnswer> => {
  const opened = await openConsolidation(ctx, campaignId);
  const placed = shownForms(opened.template).find((p) => p.form.id === at.form);
  const row = placed?.form.rows.find((r) => r.id === at.row);
  const column = placed?.form.columns.find((c) => c.id === at.column);
  if (!placed || !row || !column || column.kind !== 'figure') throw notFound('cell');
  if (!seesArea(opened.place, opened.areaOfForm.get(at.form) ?? null)) throw forbidden();
  const measure = measureOf(row, column);
  // Beside what the form's own scope says: the wider scopes, as far as they say it too.
  const wider = { commune: ['agency', 'area'], agency: ['area'], area: [] } as const;
  const spots: readonly { scope: Scope; spot: Spot }[] = [
    { scope: placed.scope, spot: { form: placed.form, row: at.row, column: at.column } },
    ...wider[placed.scope].flatMap((scope) => {
      const spot = measure ? spotsOf(opened.template, scope).get(measure) : undefined;
      return spot ? [{ scope, spot }] : [];
    }),
  ];
  const { compared } = await beside(ctx, opened, choice.compare ?? null);
  const last = await lastOf(ctx, compared, measure);
  const changes = await standingChanges(ctx, campaignId);
  const units = await ctx.db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .where('campaign_id', '=', campaignId)
    .where('report.released_at', 'is', null)
    // The units of the total that was opened, and no others.
    .where(reportsAt({ under: choice.under ?? null, kind: choice.kind ?? null }))
    .orderBy(sql`unit.name collate "vi-x-icu"`)
    .select(['unit.id', 'unit.name', 'unit.kind', 'report.state'])
    .execute();
  const basis = choice.basis ?? 'received';
  const linesOf = async (scope: Scope, spot: Spot): Promise<ContributionAnswer['units'][number][]> => {
    const cells = await cellsUnder(ctx, campaignId, spot);
    const leaves = leavesOf(spot.form, spot.row, spot.column);
    const lines = units
      .filter((u) => (scope === 'commune') === (u.kind === 'commune'))
      .map((unit: Unit) => {
        const own = cells.get(unit.id);
        const leftOut = changes.find(
          (c) =>
            c.kind === 'leave-out' && c.unitId === unit.id && (c.form === null || c.form === spot.form.id),
        );
        const corrected = changes.filter(
          (c) =>
            c.kind === 'correct' &&
            c.unitId === unit.id &&
            c.form === spot.form.id &&
            leaves.some((l) => l.row === c.row && l.column === c.column),
        );
        return {
          unitId: unit.id,
          name: unit.name,
          kind: unit.kind,
          state: unit.state,
          counted: countsIn(basis, unit.state) && !leftOut && scope !== 'area',
          scope,
          at: { form: spot.form.id, row: spot.row, column: spot.column },
          computed: isComputed(spot.form, spot.row, spot.column),
          cell: partOf(spot, own, []),
          value: partOf(spot, own, corrected),
          last: last(scope, unit.id),
          note: own?.get(`${spot.row}/${spot.column}`)?.note ?? null,
          leftOut: leftOut ?? null,
          corrected,
        };
      })
      // A department that neither answers for the field nor has the figure says nothing here.
      .filter((u) => scope === 'commune' || u.cell.kind !== 'empty');
    const far = farOf(lines.flatMap((l) => (l.counted ? (numberOf(l.value) ?? []) : [])));
    return lines.map((line) => {
      const value = numberOf(line.value);
      const look = value === undefined || !line.counted ? undefined : lookAt(value, numberOf(line.last), far);
      return { ...line, look: look ?? null };
    });
  };
  const lines = [];
  for (const { scope, spot } of spots) lines.push(...(await linesOf(scope, spot)));
  return {
    ...at,
    compared,
    units: lines,
  };
};
