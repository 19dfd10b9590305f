import { sql, type Transaction } from 'kysely';
import type { DB } from '../database/schema.ts';
import { addPersonIn } from './addPerson.ts';
import { linkFor } from './resetLink.ts';

export const FIRST_LOGIN = 'quantri';

const findAdministrators = async (trx: Transaction<DB>) => {
  const { rows } = await sql<{ id: string; hasPassword: boolean }>`
    select distinct person.id, exists (select from password where password.person_id = person.id) as "hasPassword"
    from person join post on post.person_id = person.id and post.role = 'administrator'
    where person.active`.execute(trx);
  return rows;
};

/**
 * The link with which somebody gets in first. Nobody's, once an administrator has a password; a new one for the same
 * person, while the first was not used.
 */
export const firstAdministrator = async (
  trx: Transaction<DB>,
  unitId: string,
): Promise<string | undefined> => {
  const known = await findAdministrators(trx);
  if (known.some((a) => a.hasPassword)) return undefined;
  const [waiting] = known;
  if (waiting) return (await linkFor(trx, waiting.id, null)).url;
  const made = await addPersonIn(trx, {
    login: FIRST_LOGIN,
    name: 'Quản trị',
    posts: [{ unitId, role: 'administrator', title: 'Quản trị hệ thống' }],
  });
  return made.url;
};
