import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { chainOfCampaign, type Fact } from '../kernel/fact.ts';

type Obliged = {
  readonly unitId: string;
  readonly name: string;
  readonly state: string;
  readonly leftOut: boolean;
};

/** G6: the campaign closes only when every obliged unit is in, or left out with a reason. */
export const closeCampaign = (campaignId: string, obliged: readonly Obliged[]): Decision<Fact> => {
  const open = obliged.filter((u) => u.state !== 'received' && !u.leftOut);
  if (open.length > 0)
    return refuse('consolidation.unitsOpen', {
      count: open.length,
      units: open.slice(0, 50).map(({ unitId, name, state }) => ({ unitId, name, state })),
    });
  return accept({
    type: 'campaign.closed',
    chain: chainOfCampaign(campaignId),
    campaignId,
    data: { units: obliged.length, leftOut: obliged.filter((u) => u.leftOut).length },
  });
};
