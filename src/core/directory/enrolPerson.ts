import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { directoryFact } from './fact.ts';
import { loginFits, type PersonDetails, unfitPerson } from './person.ts';

/** Who already bears the name or the e-mail, by name; null for nobody. */
export type Bearers = { readonly loginOf: string | null; readonly emailOf: string | null };

export const enrolPerson = (
  id: string,
  login: string,
  person: PersonDetails,
  bearers: Bearers,
): Decision<Fact> => {
  if (!loginFits(login)) return refuse('directory.loginMalformed', { login });
  if (bearers.loginOf !== null) return refuse('directory.loginTaken', { login, person: bearers.loginOf });
  return (
    unfitPerson(person, bearers) ??
    accept(
      directoryFact('directory.personEnrolled', {
        personId: id,
        login,
        name: person.name,
        email: person.email,
      }),
    )
  );
};
