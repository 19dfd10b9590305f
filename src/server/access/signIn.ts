import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { inTransaction } from '../database/retry.ts';
import type { DB } from '../database/schema.ts';
import type { Services } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { findSecondFactor, takeCode } from './secondFactor.ts';
import { passwordMatches } from './secrets.ts';
import { addressKey, countGuess, forgiveGuess, nameKey, sweepGuesses } from './slowDown.ts';
import { endSessions, openSession } from './store.ts';

export type SignIn = { readonly login: string; readonly password: string; readonly totp?: string };

const findByLogin = (services: Services, login: string) =>
  services.db
    .selectFrom('person')
    .leftJoin('password', 'password.person_id', 'person.id')
    .where('person.login', '=', login)
    .where('person.active', '=', true)
    .select(['person.id', 'password.hash'])
    .executeTakeFirst();

/** A password that is changed in this moment ends every session, so the old one must not open a new session after it. */
const expectUnchanged = async (trx: Transaction<DB>, personId: string, hash: string | null) => {
  const row = await trx
    .selectFrom('password')
    .select('hash')
    .where('person_id', '=', personId)
    .forShare()
    .executeTakeFirst();
  if (row?.hash !== hash) throw refused('access.wrongCredentials', { retryAfter: 0 }, 401);
};

/**
 * Name and password, and the code where one is asked for. A name that does not exist, a wrong password and a
 * deactivated person get the same answer after the same work (J2).
 */
export const signIn = async (
  services: Services,
  request: FastifyRequest,
  input: SignIn,
): Promise<{ token: string }> => {
  const login = input.login.trim().toLowerCase();
  const keys = [nameKey(login), addressKey(request.ip)];
  const retryAfter = await countGuess(services.db, keys);
  const found = await findByLogin(services, login);
  if (!(await passwordMatches(input.password, found?.hash ?? undefined)) || !found)
    throw refused('access.wrongCredentials', { retryAfter }, 401);

  const factor = await findSecondFactor(services.db, found.id);
  if (factor?.confirmed_at) {
    if (!input.totp) {
      await forgiveGuess(services.db, keys, false);
      throw refused('access.totpRequired', {}, 401);
    }
    if (!(await takeCode(services.db, found.id, input.totp, Date.now())))
      throw refused('access.wrongCode', { retryAfter }, 401);
  }

  return inTransaction(services.db, async (trx) => {
    await expectUnchanged(trx, found.id, found.hash);
    await forgiveGuess(trx, keys, true);
    await sweepGuesses(trx);
    // A second sign-in in the same browser replaces the first: its cookie is overwritten anyway.
    const before = request.person;
    if (before?.sessionId && !request.headers.authorization)
      await endSessions(trx, before.personId, 'signed-out', { only: before.sessionId });
    return openSession(trx, found.id, { address: request.ip, agent: request.headers['user-agent'] ?? '' });
  });
};
