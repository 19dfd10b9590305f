import { rolesAt } from '../../core/directory/roles.ts';
import { instantAt } from '../../core/kernel/instant.ts';
import type { ProposalLine } from '../../core/registry/answers.ts';
import type { ReadContext } from '../http/context.ts';

const receiverUnits = ({ person, today }: ReadContext): string[] =>
  [...new Set(person.posts.map((post) => post.unitId))].filter((id) =>
    rolesAt(person, id, today).has('receiver'),
  );

/** Authorities whose reports the person's office receives. */
export const authoritiesReceivedFor = async (ctx: ReadContext): Promise<string[]> => {
  const mine = receiverUnits(ctx);
  if (mine.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('campaign')
    .where('receiver_unit_id', 'in', mine)
    .where('state', 'in', ['issued', 'closed'])
    .select('authority_unit_id')
    .distinct()
    .execute();
  return rows.map((row) => row.authority_unit_id);
};

/** Extensions, returns and area reports of the body's campaigns for which no document was drafted yet. */
export const proposalsOf = async (ctx: ReadContext, unitId: string): Promise<ProposalLine[]> => {
  const mine = receiverUnits(ctx);
  if (mine.length === 0) return [];
  const campaigns = await ctx.db
    .selectFrom('campaign')
    .where('receiver_unit_id', 'in', mine)
    .where('state', '=', 'issued')
    .where((eb) => eb.or([eb('receiver_unit_id', '=', unitId), eb('authority_unit_id', '=', unitId)]))
    .select(['id', 'title', 'receiver_unit_id', 'authority_unit_id'])
    .orderBy('issued_at', 'desc')
    .limit(4)
    .execute();
  if (campaigns.length === 0) return [];
  const drafted = await ctx.db
    .selectFrom('outgoing_document')
    .where(
      'campaign_id',
      'in',
      campaigns.map((one) => one.id),
    )
    .where('state', '<>', 'discarded')
    .select(['campaign_id', 'about_unit_id', 'purpose', 'drafted_at'])
    .execute();
  const found: ProposalLine[] = [];
  for (const campaign of campaigns) {
    const has = (purpose: string, about: string | null, since: number | null): boolean =>
      drafted.some(
        (one) =>
          one.campaign_id === campaign.id &&
          one.purpose === purpose &&
          one.about_unit_id === about &&
          (since === null || one.drafted_at >= since),
      );
    if (campaign.authority_unit_id === unitId && !has('area-report', null, null))
      found.push({
        purpose: 'area-report',
        campaignId: campaign.id,
        campaign: campaign.title,
        unitId: null,
        unit: null,
      });
    if (campaign.receiver_unit_id !== unitId) continue;
    const whole = { campaignId: campaign.id, campaign: campaign.title, unitId: null, unit: null };
    const owing = await ctx.db
      .selectFrom('report')
      .where('campaign_id', '=', campaign.id)
      .where('state', 'in', ['not-opened', 'drafting', 'awaiting-signature', 'signed', 'returned'])
      .select('unit_id')
      .limit(1)
      .execute();
    // A reminder may be sent again on another day.
    if (owing.length > 0 && !has('reminder', null, instantAt(ctx.today)))
      found.push({ purpose: 'reminder', ...whole });
    const reports = await ctx.db
      .selectFrom('report')
      .innerJoin('unit', 'unit.id', 'report.unit_id')
      .where('campaign_id', '=', campaign.id)
      .where((eb) => eb.or([eb('report.state', '=', 'returned'), eb('extended_until', 'is not', null)]))
      .select(['unit_id', 'unit.name', 'report.state', 'returned_at', 'extended_until'])
      .orderBy('unit.name')
      .execute();
    for (const one of reports) {
      const line = { campaignId: campaign.id, campaign: campaign.title, unitId: one.unit_id, unit: one.name };
      if (one.state === 'returned' && !has('return', one.unit_id, one.returned_at))
        found.push({ purpose: 'return', ...line });
      if (one.extended_until !== null && !has('extension', one.unit_id, null))
        found.push({ purpose: 'extension', ...line });
    }
  }
  return found;
};
