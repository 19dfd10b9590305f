import { accessFact } from '../../core/access/administer.ts';
import { weaknessOf } from '../../core/access/password.ts';
import { businessNow } from '../clock/now.ts';
import { inTransaction } from '../database/retry.ts';
import type { Services } from '../http/context.ts';
import { Refused, refused } from '../http/failures.ts';
import { appendFacts } from '../record/facts.ts';
import { nameKey } from './slowDown.ts';
import { endAccessTokens, endSessions, setPassword, takeResetLink } from './store.ts';

/** Sets a password by a one-time link. A word that is too weak leaves the link usable. */
export const useResetLink = (
  services: Services,
  token: string,
  password: string,
  origin: string,
): Promise<void> =>
  inTransaction(services.db, async (trx) => {
    const personId = await takeResetLink(trx, token);
    const person =
      personId === undefined
        ? undefined
        : await trx
            .selectFrom('person')
            .select(['id', 'login'])
            .where('id', '=', personId)
            .where('active', '=', true)
            .executeTakeFirst();
    if (!person) throw refused('access.resetLinkInvalid', {}, 404);
    const weakness = weaknessOf(password, person.login);
    if (weakness) throw new Refused(weakness);
    await setPassword(trx, person.id, password);
    const ended = await endSessions(trx, person.id, 'password');
    await endAccessTokens(trx, person.id);
    await trx.deleteFrom('sign_in_attempt').where('key', '=', nameKey(person.login).key).execute();
    const fact = accessFact('access.passwordReset', person.id, { ended });
    await appendFacts(trx, [fact], { personId: person.id, origin }, await businessNow(trx), Date.now());
  });
