import { reactTo } from '../record/record.ts';
import { publishByDecision } from './publish.ts';

/** The decision leaves with its number: in the same transaction its results stand published. */
export const registerScoringReactions = (): void => {
  reactTo('registry.numberGiven', async (ctx, fact) => {
    const { purpose, roundId, number, symbol, day } = fact.data;
    if (purpose !== 'index-decision' || typeof roundId !== 'string' || !fact.unitId) return;
    await publishByDecision(ctx, roundId, fact.unitId, {
      number: `${String(number).padStart(2, '0')}/${String(symbol)}`,
      day: String(day),
    });
  });
};
