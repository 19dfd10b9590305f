import { sql, type Transaction } from 'kysely';
import { mayAdminister } from '../../core/directory/allow.ts';
import type { Bearers } from '../../core/directory/enrolPerson.ts';
import type { StoredPerson } from '../../core/directory/person.ts';
import type { PostUnit, StoredPost } from '../../core/directory/post.ts';
import type { StoredStandIn } from '../../core/directory/standIn.ts';
import type { StoredUnit, Surroundings } from '../../core/directory/unitDetails.ts';
import type { DB } from '../database/schema.ts';
import type { ReadContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';

/** What decisions ask, read under lock, so that what was judged is still so when it is saved. */
type Trx = Transaction<DB>;

export const administratorOnly = (ctx: Pick<ReadContext, 'person' | 'today'>): void => {
  if (!mayAdminister(ctx.person, ctx.today)) throw forbidden();
};

const UNIT = sql.raw(`id, parent_id as "parentId", kind, code, name, letterhead, place, symbol,
  signer_position as "signerPosition", preparer_may_sign as "preparerMaySign",
  registry_submits as "registrySubmits", valid_from as "validFrom", valid_to as "validTo", version`);

export const getUnit = async (trx: Trx, id: string): Promise<StoredUnit> => {
  const { rows } = await sql<StoredUnit>`select ${UNIT} from unit where id = ${id} for update`.execute(trx);
  if (!rows[0]) throw notFound('unit');
  return rows[0];
};

type Short = PostUnit;
const shortUnits = async (trx: Trx, where: ReturnType<typeof sql>): Promise<Short[]> => {
  const { rows } = await sql<Short>`
    select id, name, valid_from as "validFrom", valid_to as "validTo" from unit where ${where} for share`.execute(
    trx,
  );
  return rows;
};

export const getPostUnit = async (trx: Trx, id: string): Promise<PostUnit> => {
  const [unit] = await shortUnits(trx, sql`id = ${id}`);
  if (!unit) throw notFound('unit');
  return unit;
};

export const surroundingsOf = async (
  trx: Trx,
  unit: { readonly id: string; readonly parentId: string | null; readonly code: string | null },
): Promise<Surroundings> => ({
  parent: unit.parentId === null ? null : await getPostUnit(trx, unit.parentId),
  children: await shortUnits(trx, sql`parent_id = ${unit.id}`),
  sameCode: unit.code === null ? [] : await shortUnits(trx, sql`code = ${unit.code} and id <> ${unit.id}`),
});

export const getPerson = async (trx: Trx, id: string): Promise<StoredPerson> => {
  const row = await trx
    .selectFrom('person')
    .select(['id', 'login', 'name', 'email', 'active', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('person');
  return row;
};

export const bearersOf = async (
  trx: Trx,
  login: string | null,
  email: string | null,
  except: string | null,
): Promise<Bearers> => {
  const { rows } = await sql<Bearers>`select
    (select name from person where login = ${login} and id is distinct from ${except}::uuid) as "loginOf",
    (select name from person where lower(email) = lower(${email}) and id is distinct from ${except}::uuid limit 1)
      as "emailOf"`.execute(trx);
  return rows[0] ?? { loginOf: null, emailOf: null };
};

/** Whether nobody else who may sign in holds an administrator's post without an end. */
export const isLastAdministrator = async (trx: Trx, personId: string): Promise<boolean> => {
  const { rows } = await sql<{ self: boolean; others: boolean }>`select
    exists (select from post where role = 'administrator' and valid_to is null and person_id = ${personId}) as self,
    exists (select from post join person on person.id = post.person_id and person.active
      where role = 'administrator' and post.valid_to is null and person_id <> ${personId}) as others`.execute(
    trx,
  );
  return rows[0]?.self === true && !rows[0].others;
};

const POST = [
  'id',
  'person_id as personId',
  'unit_id as unitId',
  'role',
  'title',
  'valid_from as validFrom',
  'valid_to as validTo',
] as const;

export const postsOf = async (trx: Trx, personId: string): Promise<StoredPost[]> =>
  (await trx
    .selectFrom('post')
    .select([...POST])
    .where('person_id', '=', personId)
    .execute()) as StoredPost[];

export const getPost = async (trx: Trx, id: string): Promise<StoredPost> => {
  const row = await trx
    .selectFrom('post')
    .select([...POST])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('post');
  return row as StoredPost;
};

export const getStandIn = async (trx: Trx, id: string): Promise<StoredStandIn> => {
  const row = await trx
    .selectFrom('stand_in')
    .select([
      'id',
      'unit_id as unitId',
      'person_id as personId',
      'for_person_id as forPersonId',
      'from_day as fromDay',
      'to_day as toDay',
      'document_number as documentNumber',
      'document_day as documentDay',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('standIn');
  return row;
};
