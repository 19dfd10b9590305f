import { issueCampaign } from '../../core/campaign/decide.ts';
import { groupDueOf } from '../../core/campaign/groupDue.ts';
import type { TypedNumber } from '../../core/registry/book.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { takeNumber } from '../registry/number.ts';
import { lockCampaign } from './load.ts';
import { obligeUnits, templateOf } from './oblige.ts';
import { keepLeads, keepVersion, setCampaign } from './store.ts';
import { authorityUnits } from './units.ts';
import { calendarOf } from './views/calendar.ts';

/** Văn thư gives number and day; every obliged unit gets its report with the outline of its kind (A3). */
export const issueRequest = async (
  ctx: WriteContext,
  id: string,
  version: number,
  given: TypedNumber & { readonly symbol: string },
): Promise<void> => {
  const { campaign, request, authorityUnitId, template } = await lockCampaign(ctx, id, 'issue', version);
  const units = await authorityUnits(ctx, authorityUnitId);
  const groupDue = groupDueOf(request, await calendarOf(ctx));
  const registration = await takeNumber(ctx, authorityUnitId, 'letter', given, given.symbol);
  const facts = await record(ctx, issueCampaign(campaign, request, units, registration, ctx.today, groupDue));
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
  await obligeUnits(ctx, id, template, await templateOf(ctx, template), units, obliged, 1, groupDue);
  await keepLeads(ctx, id, request.leads);
};
