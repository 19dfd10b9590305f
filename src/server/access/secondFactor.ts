import { type Kysely, sql, type Transaction } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import QRCode from 'qrcode';
import type { Enrolment, SecondFactorAnswer } from '../../core/access/answers.ts';
import type { DB } from '../database/schema.ts';
import { findSealKey, type SealPlace, seal, sealedWith, sealKey, unseal } from '../database/seal.ts';
import { refused } from '../http/failures.ts';

const STEP_SECONDS = 30;
const ISSUER = 'cchc';

const totpOf = (secret: string, login: string, issuer: string): TOTP =>
  new TOTP({ issuer, label: login, secret: Secret.fromBase32(secret), period: STEP_SECONDS, digits: 6 });

export const findSecondFactor = (db: Kysely<DB>, personId: string) =>
  db.selectFrom('second_factor').selectAll().where('person_id', '=', personId).executeTakeFirst();

export const secondFactorState = async (
  db: Kysely<DB>,
  personId: string,
): Promise<SecondFactorAnswer['state']> => {
  const row = await findSecondFactor(db, personId);
  return row === undefined ? 'off' : row.confirmed_at === null ? 'pending' : 'on';
};

/** A new secret, not yet asked for: it counts once a code made from it has come back. */
export const beginSecondFactor = async (
  place: SealPlace,
  trx: Transaction<DB>,
  personId: string,
  login: string,
): Promise<Enrolment> => {
  const secret = new Secret({ size: 20 }).base32;
  const sealed = seal(sealKey(place), personId, secret);
  await trx
    .insertInto('second_factor')
    .values({ person_id: personId, secret: sealed })
    .onConflict((c) =>
      c
        .column('person_id')
        .doUpdateSet({ secret: sealed, last_step: 0, created_at: sql<Date>`now()`, confirmed_at: null }),
    )
    .execute();
  const uri = totpOf(secret, login, ISSUER).toString();
  const svg = await QRCode.toString(uri, { type: 'svg', margin: 1 });
  return { secret, uri, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
};

/** Whether the code is right now, one step of clock error allowed; a code that was used is not used again. */
export const takeCode = async (
  place: SealPlace,
  db: Kysely<DB> | Transaction<DB>,
  personId: string,
  code: string,
  now: number,
): Promise<boolean> => {
  const row = await findSecondFactor(db as Kysely<DB>, personId);
  const digits = code.replace(/\s/g, '');
  if (!row || !/^\d{6}$/.test(digits)) return false;
  const secret = unseal(findSealKey(place), personId, row.secret);
  // The database came here without the key of its data folder: no code could ever be right.
  if (secret === undefined) throw refused('access.factorUnreadable');
  const delta = totpOf(secret, '', '').validate({ token: digits, timestamp: now, window: 1 });
  if (delta === null) return false;
  const step = Math.floor(now / 1000 / STEP_SECONDS) + delta;
  const taken = await db
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('person_id', '=', personId)
    .where('last_step', '<', String(step))
    .executeTakeFirst();
  return Number(taken.numUpdatedRows) === 1;
};

export const confirmSecondFactor = async (trx: Transaction<DB>, personId: string): Promise<void> => {
  await trx
    .updateTable('second_factor')
    .set({ confirmed_at: sql<Date>`now()` })
    .where('person_id', '=', personId)
    .execute();
};

/** Seals what an older program left readable; called once at each start. Answers how many there were. */
export const sealPlainFactors = async (place: SealPlace, db: Kysely<DB>): Promise<number> => {
  const rows = await db.selectFrom('second_factor').select(['person_id', 'secret']).execute();
  const plain = rows.filter(({ secret }) => sealedWith(secret) === undefined);
  for (const { person_id, secret } of plain)
    await db
      .updateTable('second_factor')
      .set({ secret: seal(sealKey(place), person_id, secret) })
      .where('person_id', '=', person_id)
      .where('secret', '=', secret)
      .execute();
  return plain.length;
};

export const removeSecondFactor = async (trx: Transaction<DB>, personId: string): Promise<void> => {
  await trx.deleteFrom('second_factor').where('person_id', '=', personId).execute();
};
