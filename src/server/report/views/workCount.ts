import { sql } from 'kysely';
import { rolesAt } from '../../../core/directory/roles.ts';
import { stancesToward } from '../../../core/directory/stance.ts';
import { mayOnReport } from '../../../core/report/allow.ts';
import type { ReadContext } from '../../http/context.ts';
import { reportOf } from './reportOf.ts';
import { kindOf, ownUnits, requestsToDo, workedCampaigns } from './work.ts';

/** Reports of the own units with what their rules ask: a few rows, whatever the size of the campaign. */
const ownReports = (ctx: ReadContext, campaignIds: readonly string[], unitIds: readonly string[]) =>
  ctx.db
    .selectFrom('report as r')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .innerJoin('campaign as c', 'c.id', 'r.campaign_id')
    .where('r.unit_id', 'in', [...unitIds])
    .where('r.campaign_id', 'in', [...campaignIds])
    .where('r.released_at', 'is', null)
    .selectAll('r')
    .select((eb) => [
      'c.policy',
      'u.preparer_may_sign',
      'u.registry_submits',
      eb
        .selectFrom('report_preparer as p')
        .whereRef('p.campaign_id', '=', 'r.campaign_id')
        .whereRef('p.unit_id', '=', 'r.unit_id')
        .select((e) => e.fn<string[]>('array_agg', ['p.person_id']).as('ids'))
        .as('preparers'),
    ])
    .execute();

/**
 * How many things wait, for the number in the navigation: the same as the list of work, without reading a board. It
 * is asked with every session, so it must stay small at 3,321 units.
 */
export const workCount = async (ctx: ReadContext): Promise<number> => {
  const campaigns = await workedCampaigns(ctx);
  const unitIds = ownUnits(ctx);
  const requests = (await requestsToDo(ctx)).length;
  if (campaigns.length === 0 || unitIds.length === 0) return requests;
  const received = campaigns.filter((c) =>
    rolesAt(ctx.person, c.receiver_unit_id, ctx.today).has('receiver'),
  );
  const own = await ownReports(
    ctx,
    campaigns.map((c) => c.id),
    unitIds,
  );
  const ofOwn = own.filter((row) => {
    const campaign = campaigns.find((c) => c.id === row.campaign_id);
    if (!campaign) return false;
    const report = reportOf(row);
    const place = {
      unitId: row.unit_id,
      receiverUnitId: campaign.receiver_unit_id,
      authorityUnitIds: [campaign.authority_unit_id],
    };
    const may = mayOnReport(report, stancesToward(ctx.person, place, ctx.today), ctx.person.personId);
    const kind = kindOf({ state: report.state, may, registered: row.number !== null }, true, false);
    return kind !== undefined && kind !== 'register';
  }).length;
  if (received.length === 0) return requests + ofOwn;
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from report
    where campaign_id = any(${received.map((c) => c.id)}::uuid[]) and state = 'submitted' and released_at is null`.execute(
    ctx.db,
  );
  return requests + ofOwn + Number(rows[0]?.n ?? 0);
};
