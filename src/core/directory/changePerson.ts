import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { directoryFact } from './fact.ts';
import { type PersonDetails, type StoredPerson, unfitPerson } from './person.ts';
import { changed, stale } from './stale.ts';

export type AroundPerson = {
  /** Who changes. */
  readonly byPersonId: string;
  /** Name of somebody else with the wanted e-mail. */
  readonly emailOf: string | null;
  /** Whether nobody else could administer after this person. */
  readonly lastAdministrator: boolean;
};

export const changePerson = (
  current: StoredPerson,
  wanted: Partial<PersonDetails>,
  readVersion: number,
  around: AroundPerson,
): Decision<Fact> => {
  const old = stale<PersonDetails>(current, wanted, readVersion);
  if (old) return old;
  const change = changed<PersonDetails>(current, wanted);
  const keys = Object.keys(change) as (keyof PersonDetails)[];
  if (keys.length === 0) return accept();
  if (change.active === false) {
    if (current.id === around.byPersonId) return refuse('directory.notYourself', { person: current.name });
    if (around.lastAdministrator) return refuse('directory.lastAdministrator', { person: current.name });
  }
  const wrong = unfitPerson({ ...current, ...change }, around);
  if (wrong) return wrong;
  const before = Object.fromEntries(keys.map((key) => [key, current[key]]));
  const fact = directoryFact('directory.personChanged', { personId: current.id, before, after: change });
  return change.active === false
    ? accept(fact, directoryFact('directory.personDeactivated', { personId: current.id }))
    : accept(fact);
};
