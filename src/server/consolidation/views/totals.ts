import { sql } from 'kysely';
import type { TotalsAnswer } from '../../../core/consolidation/answers.ts';
import { areaOfForms, areasOf } from '../../../core/consolidation/areas.ts';
import { type Basis, statesOf } from '../../../core/consolidation/basis.ts';
import { seesArea } from '../../../core/consolidation/place.ts';
import type { ReadContext } from '../../http/context.ts';
import { campaignHead, templateOfCampaign } from '../../report/views/pieces.ts';
import { standingChanges } from '../changes.ts';
import { type Counted, reportsAt } from '../counted.ts';
import { formsSeen, type Opened, openConsolidation } from '../open.ts';
import { beside } from '../periods.ts';
import { toldTotals } from '../said.ts';
import { talliesOf } from '../tallies.ts';
import { lastTotals, totalForms } from '../totalForms.ts';

/** What the caller chose on purpose; received reports of the whole when nothing was. */
export type Choice = {
  readonly basis?: Basis | undefined;
  readonly under?: string | undefined;
  readonly kind?: string | undefined;
  /** Campaign to set beside; left out, the same period of last year. */
  readonly compare?: string | undefined;
};

type Who = {
  readonly counts: readonly { commune: boolean; obliged: number; received: number }[];
  readonly missing: readonly { id: string; name: string; kind: string; state: string }[];
  readonly nodes: readonly { id: string; name: string; units: number }[];
  readonly kinds: readonly { kind: string; units: number }[];
};

/**
 * Who reports and who is not in the totals, within the node and kind that were chosen; and what could be chosen: nodes
 * of the tree with reporting units below them, kinds of unit, each with how many. Only those who are missing are named:
 * a country has ten thousand who are not.
 */
const whoIsIn = async (ctx: ReadContext, id: string, counted: Counted): Promise<Who> => {
  const out = counted.changes.filter((c) => c.kind === 'leave-out' && c.form === null).map((c) => c.unitId);
  const { rows } = await sql<Who>`
    with recursive reporting as materialized (
      select unit.id, unit.name, unit.kind, unit.parent_id, report.state,
        report.state = any(${[...statesOf(counted.basis)]}::text[]) and unit.id <> all(${out}::uuid[]) as is_in,
        ${reportsAt(counted)} as is_asked
      from report join unit on unit.id = report.unit_id
      where report.campaign_id = ${id} and report.released_at is null
    ),
    asked as (select * from reporting where is_asked),
    up as (
      select parent_id as node, parent_id as leaf, count(*) as units from reporting
      where parent_id is not null group by parent_id
      union all select unit.parent_id, up.leaf, up.units from up join unit on unit.id = up.node
      where unit.parent_id is not null
    ),
    node as (select node as id, sum(units)::integer as units from up group by node
      having sum(units) < (select count(*) from reporting))
    select
      (select coalesce(json_agg(c), '[]') from (select kind = 'commune' as commune, count(*) as obliged,
        count(*) filter (where is_in) as received from asked group by 1) c) as counts,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'kind', kind, 'state', state)
        order by kind, name collate "vi-x-icu"), '[]') from asked where not is_in) as missing,
      (select coalesce(json_agg(json_build_object('id', unit.id, 'name', unit.name, 'units', node.units)
        order by unit.name collate "vi-x-icu"), '[]') from node join unit using (id)) as nodes,
      (select coalesce(json_agg(k order by k.kind), '[]') from (select kind, count(*) as units from reporting
        group by kind) k) as kinds`.execute(ctx.db);
  const [who] = rows;
  if (!who) throw new Error('no row');
  return who;
};

/** The other period's totals over the same narrowing, of what was received in it. */
const lastOf = async (ctx: ReadContext, campaignId: string, counted: Counted) => {
  const template = await templateOfCampaign(ctx, campaignId);
  const changes = await standingChanges(ctx, campaignId);
  const tallies = await talliesOf(ctx, campaignId, { ...counted, basis: 'received', forms: null, changes });
  const told = await toldTotals(ctx, campaignId, template, { ...counted, basis: 'received', changes });
  return lastTotals(template, tallies, told);
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
  const who = await whoIsIn(ctx, id, counted);
  const count = (commune: boolean) => {
    const of = who.counts.find((c) => c.commune === commune);
    return { obliged: of?.obliged ?? 0, received: of?.received ?? 0 };
  };
  const { periods, compared } = await beside(ctx, opened, choice.compare ?? null);
  const areaOfForm = areaOfForms(template);
  const forms = totalForms(
    template,
    await talliesOf(ctx, id, counted),
    await toldTotals(ctx, id, template, counted),
    compared ? await lastOf(ctx, compared.campaignId, counted) : undefined,
    areaOfForm,
  );
  return {
    campaign: await campaignHead(ctx, id),
    now: ctx.now,
    communes: count(true),
    departments: count(false),
    missing: who.missing.map(({ id: unitId, ...u }) => ({ unitId, ...u })),
    basis: counted.basis,
    under: counted.under,
    kind: counted.kind,
    nodes: who.nodes,
    kinds: who.kinds,
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
