import { guardCampaign } from '../../core/campaign/decide.ts';
import type { Request } from '../../core/campaign/request.ts';
import { accept } from '../../core/kernel/decision.ts';
import { chainOfCampaign } from '../../core/kernel/fact.ts';
import { isDay } from '../../core/kernel/instant.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { lockCampaign } from './load.ts';
import { columnsOf, setCampaign } from './store.ts';
import { unitsUnder } from './units.ts';
import { calendarOf } from './views/calendar.ts';

export const editCampaign = async (
  ctx: WriteContext,
  id: string,
  version: number,
  request: Request,
): Promise<void> => {
  const loaded = await lockCampaign(ctx, id, 'edit', version);
  const days = [request.window?.from, request.window?.to, ...request.legalBases.map((b) => b.date)];
  const wrongDay = days.find((d) => d && !isDay(d));
  if (wrongDay) throw refused('campaign.dayMalformed', { day: wrongDay }, 400);
  const known = new Set((await unitsUnder(ctx, loaded.authorityUnitId)).map((u) => u.id));
  const named = [
    ...request.recipients.flatMap((r) => r.unitIds),
    ...request.leads.flatMap((l) => [l.leadUnitId, ...l.partnerUnitIds]),
  ];
  const unknown = named.find((unitId) => !known.has(unitId));
  if (unknown) throw refused('campaign.unknownUnit', { unitId: unknown });
  await record(
    ctx,
    guardCampaign(loaded.campaign, 'edit') ??
      accept({
        type: 'campaign.edited',
        chain: chainOfCampaign(id),
        campaignId: id,
        data: { before: loaded.request, after: request },
      }),
  );
  await setCampaign(ctx, id, columnsOf(request, await calendarOf(ctx)));
};
