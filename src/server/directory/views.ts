import { type Kysely, sql, type Transaction } from 'kysely';
import { mayOn } from '../../core/directory/allow.ts';
import type { PersonLine, StandInLine, UnitLine, UnitsAnswer } from '../../core/directory/answers.ts';
import { byPersonName, byVietnamese } from '../../core/directory/personOrder.ts';
import type { Actor } from '../../core/directory/roles.ts';
import type { StoredUnit } from '../../core/directory/unitDetails.ts';
import type { Day } from '../../core/kernel/instant.ts';
import { matches } from '../../core/kernel/search.ts';
import type { DB } from '../database/schema.ts';

type Reader = Kysely<DB> | Transaction<DB>;

type UnitRow = StoredUnit & { readonly people: number };

const readUnits = async (db: Reader, at: Day | null, only: string | null): Promise<UnitRow[]> => {
  const { rows } = await sql<UnitRow>`
    select id, parent_id as "parentId", kind, code, name, letterhead, place, symbol,
      signer_position as "signerPosition", preparer_may_sign as "preparerMaySign",
      registry_submits as "registrySubmits", valid_from as "validFrom", valid_to as "validTo", version,
      (select count(distinct person_id)::int from post where post.unit_id = unit.id
        and valid_from <= coalesce(${at}, valid_from) and coalesce(valid_to >= ${at}, true)) as people
    from unit
    where (${at}::date is null or (valid_from <= ${at} and (valid_to is null or valid_to >= ${at})))
      and (${only}::uuid is null or id = ${only})`.execute(db);
  return rows;
};

/** Each unit follows its parent; siblings by kind of name, by the Vietnamese alphabet. */
const asTree = (units: readonly UnitRow[]): readonly (UnitRow & { depth: number })[] => {
  const known = new Set(units.map((u) => u.id));
  const below = Map.groupBy(units, (u) => (u.parentId && known.has(u.parentId) ? u.parentId : ''));
  const walk = (parent: string, depth: number): (UnitRow & { depth: number })[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => byVietnamese(a.name, b.name) || (a.validFrom < b.validFrom ? -1 : 1))
      .flatMap((unit) => [{ ...unit, depth }, ...walk(unit.id, depth + 1)]);
  return walk('', 0);
};

/** The tree of units on a day, narrowed to what a search finds. */
export const unitsOn = async (
  db: Reader,
  actor: Actor,
  today: Day,
  at: Day,
  search = '',
): Promise<UnitsAnswer> => {
  const may = mayOn(actor, 'unit', today);
  const units: UnitLine[] = asTree(await readUnits(db, at, null)).map((unit) => ({ ...unit, may }));
  return {
    at,
    units: units.filter((u) => matches(u.name, search) || (u.code !== null && u.code === search.trim())),
    may: mayOn(actor, 'units', today),
  };
};

export const findUnitLine = async (
  db: Reader,
  actor: Actor,
  today: Day,
  id: string,
): Promise<UnitLine | undefined> => {
  const [unit] = await readUnits(db, null, id);
  return unit && { ...unit, depth: 0, may: mayOn(actor, 'unit', today) };
};

export const readStandIns = async (
  db: Reader,
  actor: Actor,
  today: Day,
  of: { readonly unitId?: string; readonly personIds?: readonly string[] },
): Promise<StandInLine[]> => {
  const { rows } = await sql<Omit<StandInLine, 'may'>>`
    select s.id, s.unit_id as "unitId", unit.name as "unitName", s.person_id as "personId",
      p.name as "personName", s.for_person_id as "forPersonId", f.name as "forPersonName",
      s.from_day as "fromDay", s.to_day as "toDay", s.document_number as "documentNumber",
      s.document_day as "documentDay"
    from stand_in s join unit on unit.id = s.unit_id
      join person p on p.id = s.person_id join person f on f.id = s.for_person_id
    where (${of.unitId ?? null}::uuid is null or s.unit_id = ${of.unitId ?? null})
      and (${of.personIds ?? null}::uuid[] is null or s.person_id = any(${of.personIds ?? null}::uuid[]))
    order by s.from_day desc, s.id`.execute(db);
  return rows.map((row) => ({ ...row, may: row.toDay >= today ? mayOn(actor, 'standIn', today) : [] }));
};

type PersonRow = Omit<PersonLine, 'standIns' | 'may' | 'posts'> & {
  readonly posts: Omit<PersonLine['posts'][number], 'may'>[];
};

const readPeople = async (db: Reader, unitId: string | null, only: string | null): Promise<PersonRow[]> => {
  const { rows } = await sql<PersonRow>`
    select person.id, person.login, person.name, person.email, person.active, person.version,
      exists (select from password where password.person_id = person.id) as "hasPassword",
      exists (select from second_factor where second_factor.person_id = person.id
        and confirmed_at is not null) as "hasSecondFactor",
      (select coalesce(json_agg(json_build_object('id', post.id, 'unitId', unit_id, 'unitName', unit.name,
          'role', role, 'title', title, 'validFrom', post.valid_from, 'validTo', post.valid_to)
          order by post.valid_from, unit.name, role), '[]')
        from post join unit on unit.id = post.unit_id where post.person_id = person.id) as posts
    from person
    where (${only}::uuid is null or person.id = ${only})
      and (${unitId}::uuid is null
        or exists (select from post where post.person_id = person.id and post.unit_id = ${unitId}))`.execute(
    db,
  );
  return rows;
};

/** People by the last word of their name; found without marks, every character of the search literal (J8, K4). */
export const peopleFound = async (
  db: Reader,
  actor: Actor,
  today: Day,
  wanted: {
    readonly search?: string;
    readonly unitId?: string;
    readonly id?: string;
    readonly limit?: number;
  },
): Promise<{ people: PersonLine[]; total: number }> => {
  const search = wanted.search ?? '';
  const found = (await readPeople(db, wanted.unitId ?? null, wanted.id ?? null))
    .filter((p) => [p.name, p.login, p.email ?? ''].some((text) => matches(text, search)))
    .sort((a, b) => byPersonName(a.name, b.name) || (a.login < b.login ? -1 : 1));
  const shown = found.slice(0, wanted.limit ?? 200);
  const standIns = await readStandIns(db, actor, today, { personIds: shown.map((p) => p.id) });
  const mayPost = mayOn(actor, 'post', today);
  const may = mayOn(actor, 'person', today);
  return {
    total: found.length,
    people: shown.map((person) => ({
      ...person,
      posts: person.posts.map((post) => ({
        ...post,
        may: post.validTo === null || post.validTo >= today ? mayPost : [],
      })),
      standIns: standIns.filter((s) => s.personId === person.id),
      may: may.filter(
        (verb) =>
          (verb !== 'remove-second-factor' || person.hasSecondFactor) &&
          (person.active || (verb !== 'give-post' && verb !== 'make-reset-link')),
      ),
    })),
  };
};
