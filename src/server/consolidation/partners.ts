import { sql } from 'kysely';
import type { ContributionPartAnswer, PartnersAnswer } from '../../core/consolidation/answers.ts';
import { areasOf } from '../../core/consolidation/areas.ts';
import { askContribution, giveContribution } from '../../core/consolidation/contribution.ts';
import { rolesAt } from '../../core/directory/roles.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { templateOfCampaign } from '../report/views/pieces.ts';
import { keepAsked, keepGiven } from './store.ts';

type Row = {
  readonly area: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly lead_id: string;
  readonly lead_name: string;
  /** When the lead itself must have sent. */
  readonly lead_deadline: number | null;
  readonly receiver_unit_id: string;
  readonly due_at: number | null;
  readonly plain: string | null;
  readonly given_by: string | null;
  readonly given_at: number | null;
  readonly version: number | null;
};

const rowsOf = async (ctx: ReadContext, campaignId: string): Promise<Row[]> =>
  (
    await sql<Row>`
      select p.area, p.unit_id, partner.name as unit_name, l.unit_id as lead_id, lead.name as lead_name,
        coalesce(r.group_due_at, campaign.deadline) as lead_deadline,
        campaign.receiver_unit_id, c.due_at, c.plain, giver.name as given_by, c.given_at, c.version
      from campaign_lead p
        join campaign on campaign.id = p.campaign_id and campaign.state in ('issued', 'closed')
        join unit partner on partner.id = p.unit_id
        join campaign_lead l on l.campaign_id = p.campaign_id and l.area = p.area and l.part = 'lead'
        join unit lead on lead.id = l.unit_id
        left join report r on r.campaign_id = p.campaign_id and r.unit_id = l.unit_id
        left join contribution c on c.campaign_id = p.campaign_id and c.area = p.area and c.unit_id = p.unit_id
        left join person giver on giver.id = c.given_by
      where p.campaign_id = ${campaignId} and p.part = 'partner'
      order by p.area, partner.name`.execute(ctx.db)
  ).rows;

const writes = (ctx: ReadContext, unitId: string): boolean => {
  const roles = rolesAt(ctx.person, unitId, ctx.today);
  return roles.has('preparer') || roles.has('signer');
};

const receives = (ctx: ReadContext, row: Row): boolean =>
  rolesAt(ctx.person, row.receiver_unit_id, ctx.today).has('receiver');

const mayOf = (ctx: ReadContext, row: Row): readonly ('ask' | 'give')[] => [
  ...(writes(ctx, row.lead_id) ? (['ask'] as const) : []),
  ...(writes(ctx, row.unit_id) ? (['give'] as const) : []),
];

/** Parts of partners: the lead sees those of its fields, the partner its own, the receiving office all (G3). */
export const partnerParts = async (ctx: ReadContext, campaignId: string): Promise<PartnersAnswer> => {
  const rows = (await rowsOf(ctx, campaignId)).filter(
    (r) => receives(ctx, r) || writes(ctx, r.lead_id) || writes(ctx, r.unit_id),
  );
  if (rows.length === 0) throw forbidden();
  const titles = new Map(areasOf(await templateOfCampaign(ctx, campaignId)).map((a) => [a.area, a.title]));
  const campaign = await ctx.db
    .selectFrom('campaign')
    .select(['title', 'deadline'])
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  return {
    title: campaign.title,
    deadline: campaign.deadline,
    parts: rows.map(
      (r): ContributionPartAnswer => ({
        area: r.area,
        title: titles.get(r.area) ?? r.area,
        unitId: r.unit_id,
        unitName: r.unit_name,
        leadName: r.lead_name,
        dueAt: r.due_at,
        plain: r.plain ?? '',
        givenBy: r.given_by,
        givenAt: r.given_at,
        late: r.due_at !== null && (r.given_at ?? ctx.now) >= r.due_at,
        version: r.version ?? 0,
        may: mayOf(ctx, r),
      }),
    ),
  };
};

type At = { readonly area: string; readonly unitId: string };

const lockPart = async (ctx: WriteContext, campaignId: string, at: At, verb: 'ask' | 'give') => {
  await ctx.trx
    .selectFrom('campaign_lead')
    .select('area')
    .where('campaign_id', '=', campaignId)
    .where('area', '=', at.area)
    .where('unit_id', '=', at.unitId)
    .forUpdate()
    .execute();
  const row = (await rowsOf(ctx, campaignId)).find((r) => r.area === at.area && r.unit_id === at.unitId);
  if (!row || !mayOf(ctx, row).includes(verb)) throw forbidden({ verb });
  return row;
};

export const askPartner = async (
  ctx: WriteContext,
  campaignId: string,
  wanted: At & { readonly dueAt: number },
): Promise<void> => {
  const { lead_deadline } = await lockPart(ctx, campaignId, wanted, 'ask');
  await record(ctx, askContribution(campaignId, wanted, lead_deadline, ctx.now));
  await keepAsked(ctx, { campaignId, ...wanted }, wanted.dueAt);
};

export const givePart = async (
  ctx: WriteContext,
  campaignId: string,
  given: At & { readonly plain: string; readonly version: number },
): Promise<void> => {
  const row = await lockPart(ctx, campaignId, given, 'give');
  const current = { version: row.version ?? 0, plain: row.plain ?? '', dueAt: row.due_at };
  await record(ctx, giveContribution(campaignId, given, current, ctx.now));
  await keepGiven(ctx, { campaignId, ...given }, given.plain.normalize('NFC').trim(), current.version + 1);
};
