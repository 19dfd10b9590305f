import { authorityOf } from '../../../core/directory/office.ts';
import { rolesAt } from '../../../core/directory/roles.ts';
import type { UnitKind } from '../../../core/directory/unit.ts';
import {
  districtForecast,
  type Expected,
  type ForecastAnswer,
} from '../../../core/scoring/districtForecast.ts';
import { type Figures, fedAnswers, type Reported } from '../../../core/scoring/feed.ts';
import { score } from '../../../core/scoring/score.ts';
import type { ReadContext } from '../../http/context.ts';
import { forbidden, notFound } from '../../http/failures.ts';
import { myOffices } from './offices.ts';
import { reportedFiguresOf } from './reported.ts';
import { lastIndex } from './rounds.ts';
import { setOfAuthority } from './setOf.ts';
import { effortsOf } from './sheet.ts';

/** The authority whose index the person works on: as its office, its head, or one of its departments. */
export const authorityFor = async (ctx: ReadContext): Promise<{ id: string; name: string }> => {
  const ids = [...new Set([...ctx.person.posts, ...ctx.person.standIns].map((p) => p.unitId))].filter(
    (id) => {
      const roles = rolesAt(ctx.person, id, ctx.today);
      return ['preparer', 'signer', 'receiver', 'overseer'].some((role) => roles.has(role as 'signer'));
    },
  );
  const units = ids.length
    ? await ctx.db
        .selectFrom('unit')
        .where('id', 'in', ids)
        .select(['id', 'kind', 'parent_id as parentId'])
        .execute()
    : [];
  const own = units.find((u) => u.kind === 'department') ?? units.find((u) => u.kind !== 'commune');
  if (!own) throw forbidden();
  const id = authorityOf({ ...own, kind: own.kind as UnitKind });
  return ctx.db.selectFrom('unit').where('id', '=', id).select(['id', 'name']).executeTakeFirstOrThrow();
};

/** Part D of the leads' reports of a year: of each criterion what was said last. */
const expectedOf = async (
  ctx: ReadContext,
  authorityId: string,
  year: number,
): Promise<ReadonlyMap<string, Expected>> => {
  const rows = await ctx.db
    .selectFrom('cell')
    .innerJoin('campaign', 'campaign.id', 'cell.campaign_id')
    .innerJoin('report', (join) =>
      join.onRef('report.campaign_id', '=', 'cell.campaign_id').onRef('report.unit_id', '=', 'cell.unit_id'),
    )
    .innerJoin('unit', 'unit.id', 'cell.unit_id')
    .where('campaign.authority_unit_id', '=', authorityId)
    .where('campaign.period_year', '=', year)
    .where('cell.column_id', 'in', ['expected', 'ground'])
    .where('cell.kind', 'in', ['amount', 'text'])
    .orderBy('cell.changed_at')
    .select(['row_id', 'column_id', 'amount', 'typed', 'report.state', 'unit.name'])
    .execute();
  const found = new Map<string, Expected>();
  const grounds = new Map<string, string>();
  for (const row of rows)
    if (row.column_id === 'ground') grounds.set(row.row_id, row.typed ?? '');
    else if (row.amount !== null)
      found.set(row.row_id, {
        points: row.amount,
        ground: '',
        unitName: row.name,
        isDraft: row.state !== 'submitted' && row.state !== 'received',
      });
  return new Map([...found].map(([code, one]) => [code, { ...one, ground: grounds.get(code) ?? '' }]));
};

/** I8: the district's index as if the year ended today, by area and by lead. */
export const forecastAnswer = async (ctx: ReadContext): Promise<ForecastAnswer> => {
  const authority = await authorityFor(ctx);
  const year = Number(ctx.today.slice(0, 4));
  const stored = await setOfAuthority(ctx, authority.id, year, null);
  if (!stored) throw notFound('criteria-set');
  const leads = await ctx.db
    .selectFrom('campaign_lead')
    .innerJoin('campaign', 'campaign.id', 'campaign_lead.campaign_id')
    .innerJoin('unit', 'unit.id', 'campaign_lead.unit_id')
    .where('campaign.authority_unit_id', '=', authority.id)
    .where('campaign.period_year', '=', year)
    .where('part', '=', 'lead')
    .orderBy('campaign.issued_at')
    .select(['area', 'unit.id', 'unit.name'])
    .execute();
  const byField = new Map(leads.map((l) => [l.area, l]));
  const figures = new Map<string, Reported>();
  const leadIds = [...new Set([...byField.values()].map((l) => l.id))];
  const told = await reportedFiguresOf(ctx, leadIds, ['area'], year);
  for (const unitId of leadIds)
    for (const [code, reported] of told.get(unitId) ?? [])
      if (!figures.has(code)) figures.set(code, reported);
  const { set } = stored;
  const computed = score(set, fedAnswers(set, figures as Figures));
  const before = await lastIndex(ctx, authority.id, year);
  return {
    ...districtForecast(
      set,
      await expectedOf(ctx, authority.id, year),
      computed,
      (area) => byField.get(area.field ?? '')?.name ?? area.leadUnit ?? '',
      await effortsOf(ctx, set.id),
    ),
    year,
    setId: set.id,
    setTitle: set.title,
    authorityName: authority.name,
    before,
    may: (await myOffices(ctx)).length > 0 ? ['mark-effort'] : [],
  };
};
