import { type RawBuilder, sql } from 'kysely';
import type { TotalsAnswer } from '../../../core/consolidation/answers.ts';
import { areaOfForms, areasOf } from '../../../core/consolidation/areas.ts';
import { type Basis, countsIn } from '../../../core/consolidation/basis.ts';
import { seesArea } from '../../../core/consolidation/place.ts';
import type { Template } from '../../../core/template/template.ts';
import type { ReadContext } from '../../http/context.ts';
import { campaignHead, templateOfCampaign } from '../../report/views/pieces.ts';
import { standingChanges } from '../changes.ts';
import { formsSeen, type Opened, openConsolidation } from '../open.ts';
import { beside } from '../periods.ts';
import { type Counted, countedReports, talliesOf } from '../tallies.ts';
import { type Lists, lastTotals, totalForms } from '../totalForms.ts';

/** What the caller chose on purpose; received reports of the whole when nothing was. */
export type Choice = {
  readonly basis?: Basis | undefined;
  readonly under?: string | undefined;
  readonly kind?: string | undefined;
  /** Campaign to set beside; left out, the same period of last year. */
  readonly compare?: string | undefined;
};

type UnitRow = { readonly id: string; readonly name: string; readonly kind: string; readonly state: string };

const unitsOf = async (ctx: ReadContext, id: string, under: string | null, kind: string | null) => {
  const below: RawBuilder<unknown> = under
    ? sql`and unit.id in (with recursive below as (select id from unit where id = ${under}
        union select u.id from unit u join below on u.parent_id = below.id) select id from below)`
    : sql``;
  const { rows } = await sql<UnitRow>`
    select unit.id, unit.name, unit.kind, report.state from report join unit on unit.id = report.unit_id
    where campaign_id = ${id} and report.released_at is null ${below} ${kind ? sql`and unit.kind = ${kind}` : sql``}
    order by unit.kind, unit.name collate "vi-x-icu"`.execute(ctx.db);
  return rows;
};

/** Nodes of the tree with reporting units somewhere below, and kinds of unit, each with how many report. */
const choicesOf = async (ctx: ReadContext, id: string) => {
  const nodes = await sql<{ id: string; name: string; units: string }>`
    with recursive up as (
      select report.unit_id as leaf, unit.parent_id as node from report join unit on unit.id = report.unit_id
      where campaign_id = ${id} and report.released_at is null
      union select up.leaf, unit.parent_id from up join unit on unit.id = up.node where unit.parent_id is not null
    )
    select unit.id, unit.name, count(distinct leaf) as units from up join unit on unit.id = up.node
    group by unit.id, unit.name
    having count(distinct leaf) < (select count(*) from report where campaign_id = ${id} and report.released_at is null)
    order by unit.name collate "vi-x-icu"`.execute(ctx.db);
  const kinds = await sql<{ kind: string; units: string }>`
    select unit.kind, count(*) as units from report join unit on unit.id = report.unit_id
    where campaign_id = ${id} and report.released_at is null group by unit.kind order by unit.kind`.execute(
    ctx.db,
  );
  const counted = <T extends { readonly units: string }>(row: T) => ({ ...row, units: Number(row.units) });
  return { nodes: nodes.rows.map(counted), kinds: kinds.rows.map(counted) };
};

const LISTED = 60;

/** Values of rows whose rule is to list them, unit by unit. */
const listsOf = async (
  ctx: ReadContext,
  id: string,
  template: Template,
  counted: Counted,
): Promise<Lists> => {
  const rows = template.forms.flatMap((f) =>
    'from' in f.rows
      ? []
      : f.rows.filter((r) => r.aggregation === 'list').map((r) => ({ form: f.id, row: r.id })),
  );
  if (rows.length === 0) return () => undefined;
  const found = await sql<{ form_id: string; row_id: string; column_id: string; said: string[] }>`
    select form_id, row_id, column_id,
      (array_agg(unit.name || ': ' || coalesce(typed, amount::text) order by unit.name collate "vi-x-icu"))[1:${LISTED}] as said
    from cell join report using (campaign_id, unit_id) join unit on unit.id = unit_id
    where ${countedReports(id, counted)} and coalesce(typed, amount::text) is not null
      and (form_id, row_id) in (select * from unnest(${rows.map((r) => r.form)}::text[], ${rows.map((r) => r.row)}::text[]))
    group by form_id, row_id, column_id`.execute(ctx.db);
  const texts = new Map(
    found.rows.map((r) => [`${r.form_id}/${r.row_id}/${r.column_id}`, r.said.join('; ')]),
  );
  return (form, row, column) => texts.get(`${form}/${row}/${column}`);
};

/** The other period's totals over the same narrowing, of what was received in it. */
const lastOf = async (ctx: ReadContext, campaignId: string, counted: Counted) => {
  const template = await templateOfCampaign(ctx, campaignId);
  const changes = await standingChanges(ctx, campaignId);
  const tallies = await talliesOf(ctx, campaignId, { ...counted, basis: 'received', forms: null, changes });
  return lastTotals(template, tallies);
};

export const totalsOf = async (ctx: ReadContext, opened: Opened, choice: Choice): Promise<TotalsAnswer> => {
  const { id, template } = opened;
  const counted: Counted = {
    basis: choice.basis ?? 'received',
    under: choice.under ?? null,
    kind: choice.kind ?? null,
    forms: formsSeen(opened),
    changes: await standingChanges(ctx, id),
  };
  const units = await unitsOf(ctx, id, counted.under, counted.kind);
  const isIn = (u: UnitRow): boolean =>
    countsIn(counted.basis, u.state) &&
    !counted.changes.some((c) => c.kind === 'leave-out' && c.form === null && c.unitId === u.id);
  const count = (commune: boolean) => {
    const of = units.filter((u) => (u.kind === 'commune') === commune);
    return { obliged: of.length, received: of.filter(isIn).length };
  };
  const { periods, compared } = await beside(ctx, opened, choice.compare ?? null);
  const areaOfForm = areaOfForms(template);
  const forms = totalForms(
    template,
    await talliesOf(ctx, id, counted),
    await listsOf(ctx, id, template, counted),
    compared ? await lastOf(ctx, compared.campaignId, counted) : undefined,
    areaOfForm,
  );
  return {
    campaign: await campaignHead(ctx, id),
    now: ctx.now,
    communes: count(true),
    departments: count(false),
    missing: units.filter((u) => !isIn(u)).map(({ id: unitId, ...u }) => ({ unitId, ...u })),
    basis: counted.basis,
    under: counted.under,
    kind: counted.kind,
    ...(await choicesOf(ctx, id)),
    periods,
    compared,
    changes: counted.changes.filter(
      (c) => c.form === null || seesArea(opened.place, areaOfForm.get(c.form) ?? null),
    ),
    place: opened.place,
    areas: areasOf(template).filter((a) => seesArea(opened.place, a.area)),
    may: opened.may,
    forms: forms.filter((f) => seesArea(opened.place, f.area)),
  };
};

/** What the reports that count add up to, and who is not among them (G1). */
export const totals = async (
  ctx: ReadContext,
  campaignId: string,
  choice: Choice = {},
): Promise<TotalsAnswer> => totalsOf(ctx, await openConsolidation(ctx, campaignId), choice);
