import { issueCampaign } from '../../core/campaign/decide.ts';
import type { Unit, UnitKind } from '../../core/directory/unit.ts';
import type { TypedNumber } from '../../core/registry/book.ts';
import { outlineFor } from '../../core/template/outline.ts';
import type { Template } from '../../core/template/template.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { takeNumber } from '../registry/number.ts';
import { lockCampaign } from './load.ts';
import { keepVersion, setCampaign } from './store.ts';

/** Văn thư gives number and day; every obliged unit gets its report with the outline of its kind (A3). */
export const issueRequest = async (
  ctx: WriteContext,
  id: string,
  version: number,
  given: TypedNumber & { readonly symbol: string },
): Promise<void> => {
  const { campaign, request, authorityUnitId, template } = await lockCampaign(ctx, id, 'issue', version);
  const rows = await ctx.trx
    .selectFrom('unit')
    .selectAll()
    .where('parent_id', '=', authorityUnitId)
    .execute();
  const units: Unit[] = rows.map((u) => ({
    id: u.id,
    parentId: u.parent_id,
    kind: u.kind as UnitKind,
    code: u.code,
    name: u.name,
    validFrom: u.valid_from,
    validTo: u.valid_to,
  }));
  const registration = await takeNumber(ctx, authorityUnitId, 'letter', given, given.symbol);
  const facts = await record(ctx, issueCampaign(campaign, request, units, registration, ctx.today));
  const { body } = await ctx.trx
    .selectFrom('template')
    .select('body')
    .where('id', '=', template.id)
    .where('version', '=', template.version)
    .executeTakeFirstOrThrow();
  const obliged = facts.flatMap((f) => (f.type === 'report.obliged' && f.unitId ? [f.unitId] : []));
  await setCampaign(ctx, id, {
    state: 'issued',
    number: registration.number,
    symbol: registration.symbol,
    document_day: registration.day,
    issued_by: ctx.person.personId,
    issued_at: new Date(ctx.now),
  });
  await keepVersion(ctx, id, {
    number: 1,
    request,
    deadline: campaign.deadline ?? 0,
    changes: [],
    document: null,
    resendBy: null,
  });
  await ctx.trx
    .insertInto('report')
    .values(
      obliged.map((unitId) => {
        const kind = units.find((u) => u.id === unitId)?.kind ?? 'commune';
        const outline = outlineFor(body as unknown as Template, kind);
        if (!outline) throw refused('campaign.noOutline', { kind });
        return {
          campaign_id: id,
          unit_id: unitId,
          outline: outline.id,
          template_id: template.id,
          template_version: template.version,
          changed_at: new Date(ctx.now),
        };
      }),
    )
    .execute();
  const leads = request.leads.flatMap((l) => [
    { campaign_id: id, area: l.area, unit_id: l.leadUnitId, part: 'lead' },
    ...l.partnerUnitIds.map((unit) => ({ campaign_id: id, area: l.area, unit_id: unit, part: 'partner' })),
  ]);
  if (leads.length > 0)
    await ctx.trx
      .insertInto('campaign_lead')
      .values(leads)
      .onConflict((c) => c.doNothing())
      .execute();
};
