import { sql } from 'kysely';
import type { AfterFreeze, FrozenContent } from '../../core/consolidation/frozen.ts';
import type { FrozenAnswer, FrozenVersionAnswer, Labelled } from '../../core/consolidation/frozenAnswers.ts';
import { type Moved, type MovedTotal, movesAnything, movesFigures } from '../../core/consolidation/moved.ts';
import type { UnitForm } from '../../core/template/outline.ts';
import type { Template } from '../../core/template/template.ts';
import type { ReadContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { contentNow } from './contentNow.ts';
import { formsOf } from './forms.ts';
import { movesSince } from './moves.ts';
import { obligedUnits } from './obliged.ts';
import { openConsolidation } from './open.ts';
import { isRatio } from './totalForms.ts';
import { upperCampaigns } from './upper.ts';
import { type Frozen, frozenVersions } from './views/frozen.ts';

type At = { readonly form: string; readonly row: string; readonly column: string };

const labels = (template: Template) => {
  const forms = new Map<string, UnitForm>(
    (['commune', 'agency', 'area'] as const).flatMap((s) =>
      formsOf(template, s).map((f) => [f.form.id, f.form] as const),
    ),
  );
  return <T extends At>(at: T): Labelled<T> => {
    const form = forms.get(at.form);
    const row = form?.rows.find((r) => r.id === at.row);
    const column = form?.columns.find((c) => c.id === at.column);
    const wide = (form?.columns.filter((c) => c.kind === 'figure').length ?? 0) > 1;
    const columnWords = [column?.number, column?.title].filter(Boolean).join(' ');
    return {
      ...at,
      label: !wide ? (row?.title ?? '') : row?.id === 'total' ? columnWords : `${row?.title}, ${columnWords}`,
      ratio: form !== undefined && isRatio(form, at.row, at.column),
    };
  };
};

type Decision = FrozenVersionAnswer['decisions'][number] & { readonly number: number; readonly hash: string };

const decisionsOf = async (ctx: ReadContext, campaignId: string): Promise<Decision[]> =>
  (
    await ctx.db
      .selectFrom('after_freeze')
      .innerJoin('person', 'person.id', 'after_freeze.by')
      .where('campaign_id', '=', campaignId)
      .orderBy('at')
      .select(['number', 'choice', 'note', 'person.name', 'at', 'new_number', 'moved_hash'])
      .execute()
  ).map((d) => ({
    number: d.number,
    choice: d.choice as AfterFreeze,
    note: d.note,
    by: d.name,
    at: d.at,
    newNumber: d.new_number,
    hash: d.moved_hash,
  }));

const handedOf = async (ctx: ReadContext, campaignId: string) =>
  ctx.db
    .selectFrom('handed_up')
    .innerJoin('campaign', 'campaign.id', 'handed_up.upper_campaign_id')
    .innerJoin('person', 'person.id', 'handed_up.by')
    .where('handed_up.campaign_id', '=', campaignId)
    .select(['handed_up.number', 'campaign.id', 'campaign.title', 'person.name', 'handed_up.at'])
    .execute();

/** Changes of earlier periods that were put off to the one in hand: shown where they have to be dealt with. */
const carriedTo = async (
  ctx: ReadContext,
  campaignId: string,
  authorityUnitId: string,
  label: ReturnType<typeof labels>,
): Promise<FrozenAnswer['carried']> => {
  const { rows } = await sql<{
    id: string;
    title: string;
    number: number;
    note: string;
    at: number;
    moved: Moved;
  }>`
    select c.id, c.title, a.number, a.note, a.at, a.moved from after_freeze a
      join campaign c on c.id = a.campaign_id join campaign here on here.id = ${campaignId}
    where c.authority_unit_id = ${authorityUnitId} and c.id <> here.id and a.choice = 'next-period'
      and c.window_to <= here.window_to
      and not exists (select 1 from campaign between_them where between_them.authority_unit_id = c.authority_unit_id
        and between_them.id not in (c.id, here.id) and between_them.state in ('issued', 'closed')
        and between_them.window_to > c.window_to and between_them.window_to < here.window_to)
    order by a.at desc limit 20`.execute(ctx.db);
  return rows.map((r) => ({
    campaignId: r.id,
    title: r.title,
    number: r.number,
    note: r.note,
    at: r.at,
    totals: r.moved.totals.slice(0, 100).map((m: MovedTotal) => label(m)),
  }));
};

const versionOf = (
  v: Frozen,
  decisions: readonly Decision[],
  handed: Awaited<ReturnType<typeof handedOf>>,
): FrozenVersionAnswer => {
  const { content } = v;
  const name = new Map(content.units.map((u) => [u.unitId, u.name]));
  return {
    number: content.number,
    at: v.at,
    by: v.by,
    basis: content.basis,
    code: v.code,
    hash: v.hash,
    intact: v.intact,
    replaces: v.replaces,
    note: v.note,
    counted: content.units.filter((u) => u.counted).length,
    obliged: content.units.length,
    leftOut: content.changes
      .filter((c) => c.kind === 'leave-out' && c.form === null)
      .map((c) => ({ name: name.get(c.unitId) ?? c.unitName, reason: c.reason })),
    decisions: decisions.filter((d) => d.number === content.number).map(({ number: _, hash: __, ...d }) => d),
    handedUp: handed
      .filter((h) => h.number === content.number)
      .map((h) => ({ campaignId: h.id, title: h.title, by: h.name, at: h.at })),
  };
};

/** When the change of a unit came: its sending or receipt after the freezing, or the change made for the total. */
const momentsOf = async (
  ctx: ReadContext,
  campaignId: string,
  ids: readonly string[],
  since: number,
  changes: FrozenContent['changes'],
): Promise<ReadonlyMap<string, number>> => {
  const rows =
    ids.length === 0
      ? []
      : await ctx.db
          .selectFrom('report')
          .select(['unit_id', 'changed_at'])
          .where('campaign_id', '=', campaignId)
          .where('unit_id', 'in', [...ids])
          .execute();
  return new Map(
    rows.flatMap((r) => {
      const moments = [
        r.changed_at,
        ...changes.filter((c) => c.unitId === r.unit_id).map((c) => c.at),
      ].filter((at) => at >= since);
      return moments.length > 0 ? [[r.unit_id, Math.max(...moments)] as const] : [];
    }),
  );
};

const SHOWN_UNITS = 200;
const SHOWN_CELLS = 60;

/** Frozen versions, what moved since the newest, what keeps the campaign open, and the way up (G5 G6 G7). */
export const frozenView = async (ctx: ReadContext, campaignId: string): Promise<FrozenAnswer> => {
  const opened = await openConsolidation(ctx, campaignId);
  if (opened.place.whole === null) throw forbidden();
  const label = labels(opened.template);
  const versions = await frozenVersions(ctx, campaignId);
  const decisions = await decisionsOf(ctx, campaignId);
  const handed = await handedOf(ctx, campaignId);
  const [latest] = versions;
  const since = latest && (await movesSince(ctx, opened, latest.content));
  const problems = since?.now.problems ?? (await contentNow(ctx, opened, 'received', 1)).problems;
  const at = await momentsOf(
    ctx,
    campaignId,
    (since?.moved.units ?? []).slice(0, SHOWN_UNITS).map((u) => u.unitId),
    latest?.at ?? 0,
    since?.now.content.changes ?? [],
  );
  return {
    campaignId,
    state: opened.state,
    versions: versions.map((v) => versionOf(v, decisions, handed)),
    moved: since
      ? {
          units: since.moved.units.slice(0, SHOWN_UNITS).map((u) => ({
            ...u,
            at: at.get(u.unitId) ?? null,
            cells: u.cells.slice(0, SHOWN_CELLS).map(label),
          })),
          totals: since.moved.totals.map(label),
          sections: since.moved.sections,
          hash: since.hash,
          figures: movesFigures(since.moved),
          anything: movesAnything(since.moved),
          decided:
            decisions.find((d) => d.number === latest.content.number && d.hash === since.hash)?.choice ??
            null,
        }
      : null,
    problems: problems.length,
    open: (await obligedUnits(ctx, campaignId))
      .filter((u) => u.state !== 'received' && !u.leftOut)
      .map(({ unitId, name, state }) => ({ unitId, name, state })),
    upper: await upperCampaigns(ctx, opened),
    carried: await carriedTo(ctx, campaignId, opened.authorityUnitId, label),
    may: opened.may,
  };
};
