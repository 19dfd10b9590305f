import { type Kysely, sql, type Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { PersonDetails } from '../../core/directory/person.ts';
import type { PostDetails } from '../../core/directory/post.ts';
import type { CalendarDay } from '../../core/directory/setCalendar.ts';
import type { StandInDetails } from '../../core/directory/standIn.ts';
import type { UnitDetails } from '../../core/directory/unitDetails.ts';
import type { Day } from '../../core/kernel/instant.ts';
import type { DB } from '../database/schema.ts';
import { refused } from '../http/failures.ts';

type Trx = Transaction<DB>;

const columnsOfUnit = (unit: Partial<UnitDetails>) => ({
  kind: unit.kind,
  code: unit.code,
  name: unit.name,
  letterhead: unit.letterhead,
  place: unit.place,
  symbol: unit.symbol,
  signer_position: unit.signerPosition,
  preparer_may_sign: unit.preparerMaySign,
  registry_submits: unit.registrySubmits,
  valid_from: unit.validFrom,
  valid_to: unit.validTo,
});

export const addUnit = async (
  trx: Trx,
  id: string,
  parentId: string | null,
  unit: UnitDetails,
): Promise<void> => {
  await trx
    .insertInto('unit')
    .values({
      id,
      parent_id: parentId,
      kind: unit.kind,
      code: unit.code,
      name: unit.name,
      letterhead: unit.letterhead,
      place: unit.place,
      symbol: unit.symbol,
      signer_position: unit.signerPosition,
      preparer_may_sign: unit.preparerMaySign,
      registry_submits: unit.registrySubmits,
      valid_from: unit.validFrom,
      valid_to: unit.validTo,
    })
    .execute();
};

export const setUnit = async (trx: Trx, id: string, change: Partial<UnitDetails>): Promise<void> => {
  await trx
    .updateTable('unit')
    .set({ ...columnsOfUnit(change), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
};

/** Of two people enrolled under one name in the same moment, the second is refused like one who came later. */
export const addPersonRow = async (
  trx: Trx,
  id: string,
  login: string,
  person: PersonDetails,
): Promise<void> => {
  const added = await trx
    .insertInto('person')
    .values({ id, login, name: person.name, email: person.email, active: person.active })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw refused('directory.loginTaken', { login, person: '' });
};

export const setPerson = async (trx: Trx, id: string, change: Partial<PersonDetails>): Promise<void> => {
  await trx
    .updateTable('person')
    .set({
      name: change.name,
      email: change.email,
      active: change.active,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
};

export const addPost = async (trx: Trx, id: string, personId: string, post: PostDetails): Promise<void> => {
  await trx
    .insertInto('post')
    .values({
      id,
      person_id: personId,
      unit_id: post.unitId,
      role: post.role,
      title: post.title,
      valid_from: post.validFrom,
      valid_to: post.validTo,
    })
    .execute();
};

export const setPost = async (
  trx: Trx,
  id: string,
  change: { readonly title?: string; readonly validTo?: Day | null },
): Promise<void> => {
  await trx
    .updateTable('post')
    .set({ title: change.title, valid_to: change.validTo })
    .where('id', '=', id)
    .execute();
};

/** Without a last day the post never began, and goes. */
export const closePost = async (trx: Trx, id: string, lastDay: Day | null): Promise<void> => {
  if (lastDay === null) await trx.deleteFrom('post').where('id', '=', id).execute();
  else await trx.updateTable('post').set({ valid_to: lastDay }).where('id', '=', id).execute();
};

export const addStandIn = async (
  trx: Trx,
  id: string,
  unitId: string,
  standIn: StandInDetails,
): Promise<void> => {
  await trx
    .insertInto('stand_in')
    .values({
      id,
      unit_id: unitId,
      person_id: standIn.personId,
      for_person_id: standIn.forPersonId,
      from_day: standIn.fromDay,
      to_day: standIn.toDay,
      document_number: standIn.documentNumber,
      document_day: standIn.documentDay,
    })
    .execute();
};

export const closeStandIn = async (trx: Trx, id: string, lastDay: Day | null): Promise<void> => {
  if (lastDay === null) await trx.deleteFrom('stand_in').where('id', '=', id).execute();
  else await trx.updateTable('stand_in').set({ to_day: lastDay }).where('id', '=', id).execute();
};

export const setCalendarDays = async (
  trx: Trx,
  year: number,
  days: readonly CalendarDay[],
): Promise<void> => {
  await trx
    .deleteFrom('holiday')
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .execute();
  if (days.length > 0)
    await trx
      .insertInto('holiday')
      .values([...days])
      .execute();
};

export const setBody = async (trx: Trx, superior: string | null, body: string): Promise<void> => {
  await trx.updateTable('installation').set({ superior, body }).execute();
};

export const newId = (): string => uuidv7();

/** The part of the directory that two administrators must not judge at once: who is left to administer. */
export const lockAdministrators = async (db: Kysely<DB> | Trx): Promise<void> => {
  await db.selectFrom('installation').select('mode').forUpdate().execute();
};
