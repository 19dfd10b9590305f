import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { chainOfCampaign, type Fact } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';

const fact = (campaignId: string, type: string, data: Record<string, unknown>): Fact => ({
  type,
  chain: chainOfCampaign(campaignId),
  campaignId,
  data,
});

/** The lead asks a partner for its part, due before the lead's own report is (facts: an internal due date). */
export const askContribution = (
  campaignId: string,
  wanted: { readonly area: string; readonly unitId: string; readonly dueAt: Instant },
  deadline: Instant | null,
  now: Instant,
): Decision<Fact> => {
  if (wanted.dueAt <= now) return refuse('consolidation.duePast');
  if (deadline !== null && wanted.dueAt > deadline)
    return refuse('consolidation.dueAfterDeadline', { deadline });
  return accept(fact(campaignId, 'consolidation.contributionAsked', { ...wanted }));
};

/** The partner gives its words; given again they replace what was given, by whom and when stays in the journal. */
export const giveContribution = (
  campaignId: string,
  given: { readonly area: string; readonly unitId: string; readonly plain: string; readonly version: number },
  current: { readonly version: number; readonly plain: string; readonly dueAt: Instant | null },
  now: Instant,
): Decision<Fact> => {
  if (given.plain.trim() === '') return refuse('consolidation.contributionEmpty');
  if (given.version !== current.version)
    return refuse('consolidation.staleContribution', { version: current.version, plain: current.plain });
  return accept(
    fact(campaignId, 'consolidation.contributionGiven', {
      area: given.area,
      unitId: given.unitId,
      late: current.dueAt !== null && now >= current.dueAt,
    }),
  );
};
