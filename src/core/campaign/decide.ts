import { existsOn, type Unit } from '../directory/unit.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { chainOfCampaign, chainOfReport, type Fact } from '../kernel/fact.ts';
import { type Day, type Instant, isDay } from '../kernel/instant.ts';
import { type Campaign, type CampaignVerb, nextOfCampaign } from './campaign.ts';
import { gapsOfRequest, type Request, recipientsOf } from './request.ts';

/** Refuses a verb that the state does not allow. */
export const guardCampaign = (campaign: Campaign, verb: CampaignVerb): Decision<never> | undefined =>
  (nextOfCampaign[campaign.state] as readonly CampaignVerb[]).includes(verb)
    ? undefined
    : refuse('campaign.wrongState', { verb, state: campaign.state });

export const campaignFact = (campaign: Campaign, type: string, data: Record<string, unknown> = {}): Fact => ({
  type,
  chain: chainOfCampaign(campaign.id),
  campaignId: campaign.id,
  data,
});

export const passCampaignToSign = (campaign: Campaign, request: Request): Decision<Fact> => {
  const wrong = guardCampaign(campaign, 'pass-to-sign');
  if (wrong) return wrong;
  const gaps = gapsOfRequest(request, campaign.deadline);
  return gaps.length > 0
    ? refuse('campaign.incomplete', { gaps })
    : accept(campaignFact(campaign, 'campaign.passedToSign'));
};

export const sendCampaignBack = (campaign: Campaign, reason: string): Decision<Fact> =>
  guardCampaign(campaign, 'send-back') ??
  (reason.trim().length < 5
    ? refuse('campaign.reasonMissing')
    : accept(campaignFact(campaign, 'campaign.sentBack', { reason: reason.trim() })));

export const signCampaign = (campaign: Campaign): Decision<Fact> =>
  guardCampaign(campaign, 'sign') ?? accept(campaignFact(campaign, 'campaign.signed'));

/** Number and day as văn thư gave them ('Số: 112'), or from the book of the body; never guessed. */
export type Registration = {
  readonly number: string;
  readonly symbol: string;
  readonly day: Day;
  readonly fromBook?: boolean;
};

/**
 * Issues the request: every named unit that exists on the day is obliged; one closed before or opened after is not
 * (A3). The fact of each obligation begins that unit's own chain.
 */
export const issueCampaign = (
  campaign: Campaign,
  request: Request,
  units: readonly Unit[],
  registration: Registration,
  today: Day,
  /** The deadline of a unit whose group has its own. */
  groupDue: (unitId: string) => Instant | null,
): Decision<Fact> => {
  const wrong = guardCampaign(campaign, 'issue');
  if (wrong) return wrong;
  if (!/^\d{1,6}$/.test(registration.number))
    return refuse('campaign.numberMalformed', { number: registration.number });
  if (!isDay(registration.day)) return refuse('campaign.dayMalformed', { day: registration.day });
  if (registration.day > today) return refuse('campaign.dayInFuture', { day: registration.day });
  if (!campaign.window || !campaign.deadline)
    return refuse('campaign.incomplete', { gaps: gapsOfRequest(request) });
  const wanted = new Set(recipientsOf(request));
  const obliged = units.filter((u) => wanted.has(u.id) && existsOn(u, today));
  if (obliged.length === 0) return refuse('campaign.nobodyObliged');
  return accept(
    campaignFact(campaign, 'campaign.issued', { ...registration, units: obliged.length }),
    ...obliged.map((u) => ({
      type: 'report.obliged',
      chain: chainOfReport(campaign.id, u.id),
      campaignId: campaign.id,
      unitId: u.id,
      data: { name: u.name, deadline: groupDue(u.id) ?? campaign.deadline },
    })),
  );
};
