import type { Day } from '../kernel/instant.ts';
import { type Actor, hasRole } from './roles.ts';

/** What may be done with the directory, and where: one table for server, screens and the matrix test. */
export const DIRECTORY_VERBS = {
  units: ['open'],
  unit: ['change', 'open-below', 'name-stand-in'],
  people: ['enrol'],
  person: ['change', 'give-post', 'make-reset-link', 'remove-second-factor', 'end-sessions'],
  post: ['change', 'end'],
  standIn: ['end'],
  calendar: ['set'],
  clock: ['move'],
} as const;
type Thing = keyof typeof DIRECTORY_VERBS;

/** Units, people and posts are the administrator's alone. */
export const mayAdminister = (actor: Actor, today: Day): boolean => hasRole(actor, 'administrator', today);

export const mayOn = <T extends Thing>(
  actor: Actor,
  thing: T,
  today: Day,
): readonly (typeof DIRECTORY_VERBS)[T][number][] =>
  mayAdminister(actor, today) ? DIRECTORY_VERBS[thing] : [];
