import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { accessFact } from '../../core/access/administer.ts';
import type { Enrolment } from '../../core/access/answers.ts';
import { signedIn, signInFailed, type Wrong } from '../../core/access/signInFacts.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { inTransaction } from '../database/retry.ts';
import type { DB } from '../database/schema.ts';
import type { Services } from '../http/context.ts';
import { type Refused, refused } from '../http/failures.ts';
import { appendFacts } from '../record/facts.ts';
import { factorDemanded } from './demand.ts';
import { beginSecondFactor, confirmSecondFactor, findSecondFactor, takeCode } from './secondFactor.ts';
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

/** A guess that was wrong stays in the journal: who it was about, where known, and from which address. */
const failing = async (
  services: Services,
  request: FastifyRequest,
  personId: string | null,
  wrong: Wrong,
  answer: Refused,
): Promise<Refused> => {
  const by = { personId: null, origin: request.ip };
  await inTransaction(services.db, (trx) =>
    appendFacts(trx, [signInFailed(personId, wrong)], by, request.businessNow, Date.now()),
  );
  return answer;
};

/** The person's own secret, handed out for a password once: the office asks for a second factor and there is none. */
const toSetUp = (services: Services, personId: string, login: string): Promise<Enrolment> =>
  inTransaction(services.db, (trx) => beginSecondFactor(services, trx, personId, login));

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
  const wrong = (what: Wrong, code: string) =>
    failing(services, request, found?.id ?? null, what, refused(code, { retryAfter }, 401));
  if (!(await passwordMatches(input.password, found?.hash ?? undefined)) || !found)
    throw await wrong('password', 'access.wrongCredentials');

  const factor = await findSecondFactor(services.db, found.id);
  const confirmed = (factor?.confirmed_at ?? null) !== null;
  const withFactor =
    confirmed || (await factorDemanded(services.db, found.id, dayOfInstant(request.businessNow)));
  if (withFactor) {
    if (!input.totp) {
      await forgiveGuess(services.db, keys, false);
      if (confirmed) throw refused('access.totpRequired', {}, 401);
      throw refused('access.factorToSet', { ...(await toSetUp(services, found.id, login)) }, 401);
    }
    if (!(await takeCode(services, services.db, found.id, input.totp, Date.now())))
      throw await wrong('code', 'access.wrongCode');
  }

  return inTransaction(services.db, async (trx) => {
    await expectUnchanged(trx, found.id, found.hash);
    await forgiveGuess(trx, keys, true);
    await sweepGuesses(trx);
    // A second sign-in in the same browser replaces the first: its cookie is overwritten anyway.
    const before = request.person;
    if (before?.sessionId && !request.headers.authorization)
      await endSessions(trx, before.personId, 'signed-out', { only: before.sessionId });
    const facts = [signedIn(found.id, withFactor ? 'code' : 'password')];
    if (withFactor && !confirmed) {
      await confirmSecondFactor(trx, found.id);
      facts.push(accessFact('access.secondFactorSet', found.id));
    }
    const by = { personId: found.id, origin: request.ip };
    await appendFacts(trx, facts, by, request.businessNow, Date.now());
    const agent = request.headers['user-agent'] ?? '';
    return openSession(trx, found.id, { address: request.ip, agent, withFactor });
  });
};
