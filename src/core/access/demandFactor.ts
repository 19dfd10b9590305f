import { type Actor, hasRole, ROLES, type Role } from '../directory/roles.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { DIRECTORY_CHAIN, type Fact } from '../kernel/fact.ts';
import type { Day } from '../kernel/instant.ts';

/**
 * Whoever holds one of these roles signs in with a second factor from now on; who has none yet sets it up at the next
 * sign-in. An administrator who asks it of themselves has one already: it is known then that theirs works.
 */
export const demandFactor = (
  actor: Actor,
  now: { readonly roles: readonly Role[]; readonly ownFactor: boolean },
  wanted: readonly Role[],
  today: Day,
): Decision<Fact> => {
  if (!hasRole(actor, 'administrator', today)) return refuse('access.administratorOnly');
  if (!now.ownFactor && wanted.some((role) => hasRole(actor, role, today)))
    return refuse('access.factorOwnFirst');
  const inOrder = (roles: readonly Role[]) => ROLES.filter((role) => roles.includes(role));
  const data = { before: inOrder(now.roles), after: inOrder(wanted) };
  return accept({ type: 'access.factorDemanded', chain: DIRECTORY_CHAIN, data });
};
