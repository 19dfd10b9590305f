import type { Kysely, Transaction } from 'kysely';
import { openUnit } from '../../core/directory/openUnit.ts';
import type { UnitDetails } from '../../core/directory/unitDetails.ts';
import { inTransaction } from '../database/retry.ts';
import type { DB } from '../database/schema.ts';
import { addUnit, newId } from '../directory/store.ts';
import { Refused } from '../http/failures.ts';
import { appendFacts } from '../record/facts.ts';
import { firstAdministrator } from './firstAdministrator.ts';

/** What an office is called until its administrator has said. */
const UNNAMED = 'Cơ quan chưa đặt tên';

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
  validFrom: '2000-01-01',
  validTo: null,
};

/** Posts are held at units: without one, the first administrator would have nowhere to sit. */
const ensureUnit = async (trx: Transaction<DB>): Promise<string> => {
  const found = await trx
    .selectFrom('unit')
    .select('id')
    .where('parent_id', 'is', null)
    .orderBy('valid_from')
    .limit(1)
    .executeTakeFirst();
  if (found) return found.id;
  const id = newId();
  const opened = openUnit(id, FIRST_UNIT, { parent: null, children: [], sameCode: [] });
  if (!opened.ok) throw new Refused(opened.refusal);
  await addUnit(trx, id, null, FIRST_UNIT);
  await appendFacts(trx, opened.facts, null, Date.now(), Date.now());
  return id;
};

/**
 * Makes an empty database an office's: its installation, a first unit, a first administrator. Called at every start;
 * answers the path of the one-time link until somebody has used it. An office always lives in real time.
 */
export const openOffice = (db: Kysely<DB>): Promise<string | undefined> =>
  inTransaction(db, async (trx) => {
    await trx
      .insertInto('installation')
      .values({ mode: 'office', superior: null, body: UNNAMED })
      .onConflict((c) => c.doNothing())
      .execute();
    await trx.selectFrom('installation').select('mode').forUpdate().execute();
    return firstAdministrator(trx, await ensureUnit(trx));
  });
