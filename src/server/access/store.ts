import { type Kysely, sql, type Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { RESET_LINK_SECONDS, SESSION_LONGEST_SECONDS } from '../../core/access/lifetimes.ts';
import type { Role } from '../../core/directory/roles.ts';
import type { DB } from '../database/schema.ts';
import { hashOfToken, hashPassword, newToken } from './secrets.ts';

const now = sql<number>`now()`;
const later = (count: number) => sql<Date>`now() + make_interval(secs => ${count})`;
const nowSet = sql<Date>`now()`;

export type EndedWhy = 'signed-out' | 'ended' | 'password' | 'deactivated';

export const openSession = async (
  trx: Transaction<DB>,
  personId: string,
  from: { readonly address: string; readonly agent: string; readonly withFactor: boolean },
): Promise<{ id: string; token: string }> => {
  const id = uuidv7();
  const token = newToken();
  await trx
    .insertInto('session')
    .values({
      id,
      person_id: personId,
      token_hash: hashOfToken(token),
      address: from.address,
      agent: from.agent.slice(0, 300),
      with_factor: from.withFactor,
      expires_at: later(SESSION_LONGEST_SECONDS),
    })
    .execute();
  return { id, token };
};

export const touchSession = async (db: Kysely<DB>, id: string): Promise<void> => {
  await db.updateTable('session').set({ last_seen_at: nowSet }).where('id', '=', id).execute();
};

export const touchToken = async (db: Kysely<DB>, id: string): Promise<void> => {
  await db.updateTable('access_token').set({ last_used_at: nowSet }).where('id', '=', id).execute();
};

/** Ends sessions of a person: one, all, or all but one. Rows stay as the history of sign-ins. */
export const endSessions = async (
  trx: Transaction<DB>,
  personId: string,
  why: EndedWhy,
  which: { readonly only?: string; readonly except?: string | null } = {},
): Promise<number> => {
  let query = trx
    .updateTable('session')
    .set({ ended_at: nowSet, ended_why: why })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  if (which.except) query = query.where('id', '!=', which.except);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
};

/** Stores a password without judging it; whoever takes it from a person asks weaknessOf first. */
export const setPassword = async (
  trx: Kysely<DB> | Transaction<DB>,
  personId: string,
  password: string,
): Promise<void> => {
  const hash = await hashPassword(password);
  await trx
    .insertInto('password')
    .values({ person_id: personId, hash })
    .onConflict((c) => c.column('person_id').doUpdateSet({ hash, changed_at: nowSet }))
    .execute();
};

/** A new link makes older unused ones worthless. */
export const addResetLink = async (
  trx: Transaction<DB>,
  personId: string,
  madeBy: string | null,
): Promise<{ token: string; expiresAt: number }> => {
  await trx
    .deleteFrom('password_reset')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();
  const token = newToken();
  const row = await trx
    .insertInto('password_reset')
    .values({
      token_hash: hashOfToken(token),
      person_id: personId,
      made_by: madeBy,
      expires_at: later(RESET_LINK_SECONDS),
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return { token, expiresAt: row.expires_at };
};

/** Uses a link up; of two at once only one gets the person. */
export const takeResetLink = async (trx: Transaction<DB>, token: string): Promise<string | undefined> => {
  const row = await trx
    .updateTable('password_reset')
    .set({ used_at: nowSet })
    .where('token_hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id;
};

export const addAccessToken = async (
  trx: Transaction<DB>,
  personId: string,
  name: string,
  days: number,
): Promise<{ id: string; token: string; expiresAt: number }> => {
  const token = `cchc_${newToken()}`;
  const row = await trx
    .insertInto('access_token')
    .values({
      id: uuidv7(),
      person_id: personId,
      name,
      token_hash: hashOfToken(token),
      expires_at: later(days * 86_400),
    })
    .returning(['id', 'expires_at'])
    .executeTakeFirstOrThrow();
  return { id: row.id, token, expiresAt: row.expires_at };
};

export const endAccessToken = async (
  trx: Transaction<DB>,
  personId: string,
  id: string,
): Promise<boolean> => {
  const done = await trx
    .updateTable('access_token')
    .set({ ended_at: nowSet })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows) === 1;
};

/** All tokens of a person: whoever took the account over may have made one, and it would outlive every session. */
export const endAccessTokens = async (trx: Transaction<DB>, personId: string): Promise<void> => {
  await trx
    .updateTable('access_token')
    .set({ ended_at: nowSet })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
};

export const setFactorRoles = async (trx: Transaction<DB>, roles: readonly Role[]): Promise<void> => {
  await trx
    .updateTable('installation')
    .set({ factor_roles: [...roles] })
    .execute();
};

export const setLanguage = async (
  trx: Transaction<DB>,
  personId: string,
  language: 'vi' | 'en',
): Promise<void> => {
  await trx.updateTable('person').set({ language }).where('id', '=', personId).execute();
};
