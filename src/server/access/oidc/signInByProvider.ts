import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { accessFact } from '../../../core/access/administer.ts';
import { signedIn, signInFailed } from '../../../core/access/signInFacts.ts';
import type { Fact } from '../../../core/kernel/fact.ts';
import { dayOfInstant } from '../../../core/kernel/instant.ts';
import { inTransaction } from '../../database/retry.ts';
import type { DB } from '../../database/schema.ts';
import type { OidcSettings, Services } from '../../http/context.ts';
import { refused } from '../../http/failures.ts';
import { appendFacts } from '../../record/facts.ts';
import { factorDemanded } from '../demand.ts';
import { beginSecondFactor, confirmSecondFactor, findSecondFactor, takeCode } from '../secondFactor.ts';
import { hashOfToken, newToken } from '../secrets.ts';
import { countGuess, forgiveGuess, personKey } from '../slowDown.ts';
import { openSession } from '../store.ts';
import { beginAt, finishAt, type Told } from './provider.ts';

const MINUTES = 10;

export const CALLBACK = '/api/session/oidc/callback';

/** Sends the browser to the provider; what is expected back is kept under a token that only this browser has. */
export const beginSignIn = async (
  services: Services,
  settings: OidcSettings,
  back: string,
): Promise<{ address: string; token: string }> => {
  const callback = new URL(CALLBACK, services.publicUrl ?? undefined).href;
  const { address, state, nonce, verifier } = await beginAt(settings, callback);
  const token = newToken();
  await sql`delete from oidc_attempt where expires_at < now()`.execute(services.db);
  await services.db
    .insertInto('oidc_attempt')
    .values({
      token_hash: hashOfToken(token),
      state,
      nonce,
      verifier,
      back,
      expires_at: sql<Date>`now() + make_interval(mins => ${MINUTES})`,
    })
    .execute();
  return { address, token };
};

/** An account that is linked already, or the one active person with the e-mail that the provider has confirmed. */
const personOf = async (
  trx: Transaction<DB>,
  { issuer }: OidcSettings,
  told: Told,
): Promise<{ id: string; isNew: boolean } | undefined> => {
  const linked = await trx
    .selectFrom('oidc_identity')
    .innerJoin('person', 'person.id', 'oidc_identity.person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', told.subject)
    .select(['person.id', 'person.active'])
    .executeTakeFirst();
  if (linked) return linked.active ? { id: linked.id, isNew: false } : undefined;
  if (told.email === undefined) return undefined;
  const named = await trx
    .selectFrom('person')
    .where(sql`lower(email)`, '=', told.email)
    .where('active', '=', true)
    .select('id')
    .execute();
  const [one] = named;
  if (!one || named.length > 1) return undefined;
  const { numInsertedOrUpdatedRows: made } = await trx
    .insertInto('oidc_identity')
    .values({ issuer, subject: told.subject, person_id: one.id })
    // Somebody else's account of this provider is linked to the person: an e-mail that changed hands opens nothing.
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return Number(made) === 1 ? { id: one.id, isNew: true } : undefined;
};

export type Outcome =
  | { readonly kind: 'in'; readonly token: string; readonly back: string }
  /** The person has a second factor of ours and the provider asked for none: the code is still to come. */
  | { readonly kind: 'code' }
  /** The office asks for a second factor, and there is none yet: it is set up before anything opens. */
  | { readonly kind: 'set-up' }
  | { readonly kind: 'refused'; readonly code: string };

export const finishSignIn = async (
  services: Services,
  settings: OidcSettings,
  request: FastifyRequest,
  token: string,
): Promise<Outcome> => {
  const hash = hashOfToken(token);
  // Taken once: a callback that is called again finds nothing.
  const { rows } = await sql<{ state: string; nonce: string; verifier: string; back: string }>`
    delete from oidc_attempt where token_hash = ${hash} and person_id is null and expires_at > now()
    returning state, nonce, verifier, back`.execute(services.db);
  const [expected] = rows;
  if (!expected) return { kind: 'refused', code: 'access.oidcExpired' };
  const current = new URL(request.url, services.publicUrl ?? undefined);
  let told: Told;
  try {
    told = await finishAt(settings, current, expected);
  } catch (error) {
    request.log.warn({ err: error }, 'oidc');
    return { kind: 'refused', code: 'access.oidcFailed' };
  }
  return inTransaction(services.db, async (trx): Promise<Outcome> => {
    const person = await personOf(trx, settings, told);
    const tell = (facts: readonly Fact[], personId: string | null) =>
      appendFacts(trx, facts, { personId, origin: request.ip }, request.businessNow, Date.now());
    if (!person) {
      await tell([signInFailed(null, 'provider')], null);
      return { kind: 'refused', code: 'access.oidcUnknown' };
    }
    if (person.isNew)
      await tell([accessFact('access.oidcLinked', person.id, { issuer: settings.issuer })], person.id);
    const confirmed = ((await findSecondFactor(trx, person.id))?.confirmed_at ?? null) !== null;
    const asked = confirmed || (await factorDemanded(trx, person.id, dayOfInstant(request.businessNow)));
    if (asked && !told.secondFactor) {
      await trx
        .insertInto('oidc_attempt')
        .values({
          token_hash: hash,
          ...expected,
          person_id: person.id,
          expires_at: sql<Date>`now() + make_interval(mins => ${MINUTES})`,
        })
        .execute();
      return { kind: confirmed ? 'code' : 'set-up' };
    }
    await tell([signedIn(person.id, 'provider')], person.id);
    const from = {
      address: request.ip,
      agent: request.headers['user-agent'] ?? '',
      withFactor: told.secondFactor,
    };
    return { kind: 'in', token: (await openSession(trx, person.id, from)).token, back: expected.back };
  });
};

/** The person whom the provider has named in this browser, and whose code is still to come. */
const waitingPerson = async (services: Services, hash: string) => {
  const waiting = await services.db
    .selectFrom('oidc_attempt')
    .innerJoin('person', 'person.id', 'oidc_attempt.person_id')
    .where('token_hash', '=', hash)
    .where(sql<boolean>`expires_at > now()`)
    .where('person.active', '=', true)
    .select(['person.id', 'person.login'])
    .executeTakeFirst();
  if (!waiting) throw refused('access.oidcExpired', {}, 401);
  const factor = await findSecondFactor(services.db, waiting.id);
  return { ...waiting, confirmed: (factor?.confirmed_at ?? null) !== null };
};

/** The one-time code after the provider: guesses count like those of a password. Without a code, a factor is set up. */
export const finishWithCode = async (
  services: Services,
  request: FastifyRequest,
  token: string,
  code: string,
): Promise<{ token: string }> => {
  const hash = hashOfToken(token);
  const waiting = await waitingPerson(services, hash);
  if (!waiting.confirmed && code === '') {
    const begun = await inTransaction(services.db, (trx) =>
      beginSecondFactor(services, trx, waiting.id, waiting.login),
    );
    throw refused('access.factorToSet', { ...begun }, 401);
  }
  const tell = (trx: Transaction<DB>, facts: readonly Fact[], personId: string | null) =>
    appendFacts(trx, facts, { personId, origin: request.ip }, request.businessNow, Date.now());
  const keys = [personKey(waiting.id)];
  const retryAfter = await countGuess(services.db, keys);
  if (!(await takeCode(services, services.db, waiting.id, code, Date.now()))) {
    await inTransaction(services.db, (trx) => tell(trx, [signInFailed(waiting.id, 'code')], null));
    throw refused('access.wrongCode', { retryAfter }, 401);
  }
  return inTransaction(services.db, async (trx) => {
    await forgiveGuess(trx, keys, true);
    await trx.deleteFrom('oidc_attempt').where('token_hash', '=', hash).execute();
    if (!waiting.confirmed) await confirmSecondFactor(trx, waiting.id);
    const set = waiting.confirmed ? [] : [accessFact('access.secondFactorSet', waiting.id)];
    await tell(trx, [signedIn(waiting.id, 'provider'), ...set], waiting.id);
    return openSession(trx, waiting.id, {
      address: request.ip,
      agent: request.headers['user-agent'] ?? '',
      withFactor: true,
    });
  });
};
