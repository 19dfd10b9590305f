import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { chainOfCampaign, type Fact } from '../kernel/fact.ts';

type Comment = {
  readonly section: string;
  readonly piece: string | null;
  readonly words: string;
  readonly mentioned: readonly string[];
};

/** Says something about a section or a sentence; whoever is named with @ has to have a part in the draft. */
export const comment = (campaignId: string, said: Comment, people: readonly string[]): Decision<Fact> => {
  const stranger = said.mentioned.find((id) => !people.includes(id));
  if (stranger) return refuse('consolidation.notInDraft', { personId: stranger });
  return accept({
    type: 'consolidation.commented',
    chain: chainOfCampaign(campaignId),
    campaignId,
    data: { ...said },
  });
};

export const settleComment = (
  campaignId: string,
  at: { readonly id: string; readonly section: string; readonly settled: boolean },
): Decision<Fact> =>
  at.settled
    ? refuse('consolidation.alreadySettled')
    : accept({
        type: 'consolidation.commentSettled',
        chain: chainOfCampaign(campaignId),
        campaignId,
        data: { comment: at.id, section: at.section },
      });
