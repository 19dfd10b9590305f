import { type Decision, refuse } from '../kernel/decision.ts';

export type PersonDetails = {
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
};

export type StoredPerson = PersonDetails & {
  readonly id: string;
  readonly login: string;
  readonly version: number;
};

/** Typed on every keyboard, also without a Vietnamese input method: 'lan', 'nguyen.van-a', 'noivu2'. */
export const loginFits = (login: string): boolean => /^[a-z][a-z0-9._-]{1,39}$/.test(login);
const emailFits = (email: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email);

export const unfitPerson = (
  person: PersonDetails,
  others: { readonly emailOf: string | null },
): Decision<never> | undefined => {
  if (person.email !== null && !emailFits(person.email))
    return refuse('directory.emailMalformed', { email: person.email });
  if (others.emailOf !== null)
    return refuse('directory.emailTaken', { email: person.email, person: others.emailOf });
  return undefined;
};
