import type { Decision } from '../../core/kernel/decision.ts';
import type { Fact } from '../../core/kernel/fact.ts';
import type { WriteContext } from '../http/context.ts';
import { Refused } from '../http/failures.ts';
import { appendFacts } from './facts.ts';

/** What follows a fact, in the same transaction. Rooms register theirs in main.ts. */
export type Reaction = (ctx: WriteContext, fact: Fact) => Promise<void>;
const reactions = new Map<string, Reaction[]>();

export const reactTo = (type: string, reaction: Reaction): void => {
  // A save of keys is one statement of its own (report/save.ts): nothing can follow it inside the same transaction.
  if (type === 'report.saved') throw new Error('nothing may react to report.saved');
  reactions.set(type, [...(reactions.get(type) ?? []), reaction]);
};

/** Saves the facts of a decision, or turns its refusal into the answer and rolls the request back. */
export const record = async (ctx: WriteContext, decision: Decision<Fact>): Promise<readonly Fact[]> => {
  if (!decision.ok) throw new Refused(decision.refusal);
  await appendFacts(ctx.trx, decision.facts, ctx.person, ctx.now, Date.now());
  ctx.recorded.push(...decision.facts);
  return decision.facts;
};

/** Runs after the verb has saved its state, so that reactions read what is true now. */
export const runReactions = async (ctx: WriteContext): Promise<void> => {
  for (let i = 0; i < ctx.recorded.length; i++) {
    const fact = ctx.recorded[i];
    if (fact) for (const reaction of reactions.get(fact.type) ?? []) await reaction(ctx, fact);
  }
};
