import type { Transaction } from 'kysely';
import { openUnit } from '../core/directory/openUnit.ts';
import type { UnitDetails } from '../core/directory/unitDetails.ts';
import { linkFor } from '../server/access/administer.ts';
import type { Database } from '../server/database/connect.ts';
import { inTransaction } from '../server/database/retry.ts';
import type { DB } from '../server/database/schema.ts';
import { addUnit, lockAdministrators, newId } from '../server/directory/store.ts';
import { enrol, recordByProgram } from './enrol.ts';

const FIRST_LOGIN = 'quantri';
/** What an office is called until its administrator has said. */
const UNNAMED = 'Cơ quan chưa đặt tên';

// Posts are held at units: without one, the first administrator would have nowhere to sit.
const FIRST_UNIT: UnitDetails = {
  kind: 'commune',
  code: null,
  name: UNNAMED,
  letterhead: UNNAMED.toLocaleUpperCase('vi'),
  place: UNNAMED,
  symbol: '',
  signerPosition: '',
  preparerMaySign: false,
  registrySubmits: false,
  // Before any report that the office may still bring in.
  validFrom: '2000-01-01',
  validTo: null,
};

export interface FirstSignIn {
  login: string;
  path: string;
}

/**
 * Makes an empty database an office's: a unit of its own, which the administrator names and builds on, and that
 * administrator. As long as no administrator has a password, each start makes a new one-time link and the one before
 * it stops working. An office always lives in real time.
 */
export function openOffice(db: Database): Promise<FirstSignIn | undefined> {
  return inTransaction(db, async (trx) => {
    const made = await trx
      .insertInto('installation')
      .values({ mode: 'office', body: UNNAMED })
      .onConflict((c) => c.doNothing())
      .returning('mode')
      .executeTakeFirst();
    await lockAdministrators(trx);
    if (made !== undefined) await makeFirst(trx);
    const administrators = await trx
      .selectFrom('post')
      .innerJoin('person', 'person.id', 'post.person_id')
      .leftJoin('password', 'password.person_id', 'person.id')
      .where('post.role', '=', 'administrator')
      .where('person.active', '=', true)
      .orderBy('person.created_at')
      .select(['person.id', 'person.login', 'password.hash'])
      .execute();
    const [first] = administrators;
    if (first === undefined || administrators.some((one) => one.hash !== null)) return undefined;
    return { login: first.login, path: (await linkFor(trx, first.id, null)).url };
  });
}

async function makeFirst(trx: Transaction<DB>): Promise<void> {
  const now = Date.now();
  const unitId = newId();
  await recordByProgram(trx, openUnit(unitId, FIRST_UNIT, { parent: null, children: [], sameCode: [] }), now);
  await addUnit(trx, unitId, null, FIRST_UNIT);
  const post = { unitId, role: 'administrator' as const, title: 'Quản trị hệ thống' };
  await enrol(trx, { login: FIRST_LOGIN, name: 'Người quản trị' }, post, now);
}
