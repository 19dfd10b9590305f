import type { FastifyRequest } from 'fastify';
import type { Kysely, Transaction } from 'kysely';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { canonicalJson } from '../../core/report/content.ts';
import { inTransaction } from '../database/retry.ts';
import type { DB } from '../database/schema.ts';
import { sha256 } from '../record/hash.ts';
import { runReactions } from '../record/record.ts';
import type { Person, Services, WriteContext } from './context.ts';
import { refused } from './failures.ts';
import { fileOf } from './file.ts';

/** `pending`: it was done, and its answer has not been read yet. */
type Answer = { readonly status: number; readonly body: unknown; readonly pending?: true };

/** Takes the client's key, or gives the answer that was already given for it. */
const claimKey = async (
  trx: Transaction<DB>,
  person: Person,
  key: string,
  route: string,
  bodyHash: string,
): Promise<Answer | undefined> => {
  const claimed = await trx
    .insertInto('client_write')
    .values({ person_id: person.personId, key, route, body_hash: bodyHash })
    .onConflict((c) => c.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) return undefined;
  const known = await trx
    .selectFrom('client_write')
    .selectAll()
    .where('person_id', '=', person.personId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (known.body_hash !== bodyHash || known.route !== route) throw refused('http.keyReused', { key }, 422);
  const { status, response } = known;
  return { status: status ?? 200, body: response, ...(response === null ? { pending: true } : {}) };
};

/**
 * Keeps the answer that was read after the commit, unless a repeat was quicker: whoever comes under one key gets one
 * and the same answer (D6).
 */
const keepFirst = async (
  { db }: Services,
  person: Person,
  { key }: ClientKey,
  body: unknown,
): Promise<unknown> => {
  const row = await db
    .updateTable('client_write')
    .set((eb) => ({ response: eb.fn.coalesce('response', eb.val(JSON.stringify(body))) }))
    .where('person_id', '=', person.personId)
    .where('key', '=', key)
    .returning('response')
    .executeTakeFirst();
  return row?.response ?? body;
};

/** The key that the client made, for which route and content. */
export type ClientKey = { readonly key: string; readonly route: string; readonly hash: string };

export const clientKeyOf = async (request: FastifyRequest): Promise<ClientKey | undefined> => {
  const header = request.headers['idempotency-key'];
  const key = Array.isArray(header) ? header[0] : header;
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{8,100}$/.test(key)) throw refused('http.keyMalformed', {}, 400);
  const file = request.isMultipart() ? await fileOf(request) : null;
  const content = {
    params: request.params ?? null,
    body: Buffer.isBuffer(request.body) ? sha256(request.body) : (request.body ?? null),
    ...(file ? { file: { name: file.name, hash: sha256(file.bytes) } } : {}),
    ...(file && Object.keys(file.fields).length > 0 ? { fields: file.fields } : {}),
  };
  const route = `${request.method} ${request.routeOptions.url ?? request.url}`;
  return { key, route, hash: sha256(canonicalJson(content)) };
};

/**
 * One request, one transaction, one outcome. With an Idempotency-Key a repeat gets the first answer and the same key
 * with other content is refused (D6). An answer that is read after the commit holds no lock while it is put together;
 * a program that dies before it was read reads it for the repeat.
 */
export const performWrite = async (
  services: Services,
  request: FastifyRequest,
  person: Person,
  now: number,
  perform: (ctx: WriteContext) => Promise<unknown>,
  read?: () => Promise<unknown>,
): Promise<Answer> => {
  const claim = await clientKeyOf(request);
  const done = await inTransaction(services.db as Kysely<DB>, async (trx): Promise<Answer> => {
    if (claim) {
      const known = await claimKey(trx, person, claim.key, claim.route, claim.hash);
      if (known) return known;
    }
    const ctx: WriteContext = {
      services,
      db: trx,
      trx,
      person,
      now,
      today: dayOfInstant(now),
      recorded: [],
    };
    const body = await perform(ctx);
    await runReactions(ctx);
    if (claim)
      await trx
        .updateTable('client_write')
        .set({ status: 200, response: read ? null : JSON.stringify(body ?? {}) })
        .where('person_id', '=', person.personId)
        .where('key', '=', claim.key)
        .execute();
    return read ? { status: 200, body: null, pending: true } : { status: 200, body: body ?? {} };
  });
  if (!done.pending || !read) return done;
  const body = await read();
  return { status: 200, body: claim ? await keepFirst(services, person, claim, body) : body };
};
