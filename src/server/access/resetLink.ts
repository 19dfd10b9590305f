import type { Kysely, Transaction } from 'kysely';
import { accessFact } from '../../core/access/administer.ts';
import type { ResetLink } from '../../core/access/answers.ts';
import { businessNow } from '../clock/now.ts';
import { inTransaction } from '../database/retry.ts';
import type { DB } from '../database/schema.ts';
import { refused } from '../http/failures.ts';
import { appendFacts } from '../record/facts.ts';
import { addResetLink } from './store.ts';

/** The page of the web application that takes the link. */
export const RESET_PAGE = '/dat-lai-mat-khau/';

export const linkFor = async (
  trx: Transaction<DB>,
  personId: string,
  madeBy: string | null,
): Promise<ResetLink> => {
  const { token, expiresAt } = await addResetLink(trx, personId, madeBy);
  return { url: `${RESET_PAGE}${token}`, expiresAt };
};

/** For the command line: whoever may run it on the machine may open any door of the program anyway. */
export const resetLink = (db: Kysely<DB>, login: string): Promise<ResetLink> =>
  inTransaction(db, async (trx) => {
    const person = await trx
      .selectFrom('person')
      .select(['id', 'active'])
      .where('login', '=', login.trim().toLowerCase())
      .executeTakeFirst();
    if (!person) throw refused('directory.loginUnknown', { login }, 404);
    if (!person.active) throw refused('access.personInactive', { login });
    const fact = accessFact('access.resetLinkMade', person.id);
    await appendFacts(trx, [fact], null, await businessNow(trx), Date.now());
    return linkFor(trx, person.id, null);
  });
