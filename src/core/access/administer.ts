import { type Actor, hasRole } from '../directory/roles.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { DIRECTORY_CHAIN, type Fact } from '../kernel/fact.ts';
import type { Day } from '../kernel/instant.ts';

/** What an administrator may do with another person's sign-in; never read or set a password. */
const SIGN_IN_VERBS = ['make-reset-link', 'remove-second-factor', 'end-sessions'] as const;
export type SignInVerb = (typeof SIGN_IN_VERBS)[number];

export type SignInState = {
  readonly personId: string;
  readonly active: boolean;
  readonly hasSecondFactor: boolean;
};

const mayOnSignIn = (actor: Actor, of: SignInState, today: Day): readonly SignInVerb[] => {
  if (!hasRole(actor, 'administrator', today)) return [];
  return SIGN_IN_VERBS.filter((verb) => {
    if (verb === 'remove-second-factor') return of.hasSecondFactor;
    return verb === 'end-sessions' || of.active;
  });
};

const FACT: Readonly<Record<SignInVerb, string>> = {
  'make-reset-link': 'access.resetLinkMade',
  'remove-second-factor': 'access.secondFactorRemoved',
  'end-sessions': 'access.sessionsEnded',
};

export const administerSignIn = (
  actor: Actor,
  of: SignInState,
  verb: SignInVerb,
  today: Day,
): Decision<Fact> => {
  if (mayOnSignIn(actor, of, today).includes(verb)) return accept(accessFact(FACT[verb], of.personId));
  if (!hasRole(actor, 'administrator', today)) return refuse('access.administratorOnly');
  return verb === 'remove-second-factor' ? refuse('access.noSecondFactor') : refuse('access.personInactive');
};

export const accessFact = (type: string, personId: string, data: Record<string, unknown> = {}): Fact => ({
  type,
  chain: DIRECTORY_CHAIN,
  data: { personId, ...data },
});
