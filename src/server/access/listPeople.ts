import type { Kysely } from 'kysely';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { businessNow } from '../clock/now.ts';
import type { DB } from '../database/schema.ts';
import { peopleFound } from '../directory/views.ts';

export type ListedPerson = {
  readonly login: string;
  readonly name: string;
  readonly active: boolean;
  readonly hasPassword: boolean;
  readonly posts: readonly { readonly role: string; readonly title: string; readonly unitName: string }[];
};

/** Everybody with the posts of today, by the last word of the name; for the command line. */
export const listPeople = async (db: Kysely<DB>, search = ''): Promise<readonly ListedPerson[]> => {
  const today = dayOfInstant(await businessNow(db));
  const nobody = { personId: '', posts: [], standIns: [] };
  const { people } = await peopleFound(db, nobody, today, { search, limit: Number.MAX_SAFE_INTEGER });
  return people.map(({ login, name, active, hasPassword, posts }) => ({
    login,
    name,
    active,
    hasPassword,
    posts: posts
      .filter((p) => p.validFrom <= today && (p.validTo === null || p.validTo >= today))
      .map(({ role, title, unitName }) => ({ role, title, unitName })),
  }));
};
