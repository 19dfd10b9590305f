import type { Kysely, Transaction } from 'kysely';
import { enrolPerson } from '../../core/directory/enrolPerson.ts';
import { givePost } from '../../core/directory/givePost.ts';
import type { Role } from '../../core/directory/roles.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { businessNow } from '../clock/now.ts';
import { inTransaction } from '../database/retry.ts';
import type { DB } from '../database/schema.ts';
import { bearersOf, getPostUnit } from '../directory/load.ts';
import { addPersonRow, addPost, newId } from '../directory/store.ts';
import { Refused } from '../http/failures.ts';
import { appendFacts } from '../record/facts.ts';
import { linkFor } from './resetLink.ts';

export type NewPerson = {
  readonly login: string;
  readonly name: string;
  readonly email?: string | null;
  readonly posts?: readonly { readonly unitId: string; readonly role: Role; readonly title?: string }[];
};

/** Enrols a person as the machine's own keeper may, inside the caller's transaction; rules are those of the screen. */
export const addPersonIn = async (
  trx: Transaction<DB>,
  input: NewPerson,
): Promise<{ personId: string; url: string; expiresAt: number }> => {
  const now = await businessNow(trx);
  const personId = newId();
  const person = { name: input.name, email: input.email ?? null, active: true };
  const enrolled = enrolPerson(
    personId,
    input.login,
    person,
    await bearersOf(trx, input.login, person.email, null),
  );
  if (!enrolled.ok) throw new Refused(enrolled.refusal);
  await addPersonRow(trx, personId, input.login, person);
  await appendFacts(trx, enrolled.facts, null, now, Date.now());
  for (const { unitId, role, title = '' } of input.posts ?? []) {
    const id = newId();
    const unit = await getPostUnit(trx, unitId);
    const today = dayOfInstant(now);
    const post = { unitId, role, title, validFrom: today, validTo: null };
    const given = givePost(id, { id: personId, ...person }, unit, post, []);
    if (!given.ok) throw new Refused(given.refusal);
    await addPost(trx, id, personId, post);
    await appendFacts(trx, given.facts, null, now, Date.now());
  }
  return { personId, ...(await linkFor(trx, personId, null)) };
};

/** Throws Refused with a stable code (directory.loginTaken and its kind); the link sets the first password. */
export const addPerson = (
  db: Kysely<DB>,
  input: NewPerson,
): Promise<{ personId: string; url: string; expiresAt: number }> =>
  inTransaction(db, (trx) => addPersonIn(trx, input));
