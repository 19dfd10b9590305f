import type { Kysely } from 'kysely';
import { type Instant, instantAt, isoInstant } from '../../core/kernel/instant.ts';
import type { DB } from '../database/schema.ts';
import { criteriaOf, unitsOfTask } from './coherence.ts';
import type { Pack } from './shape.ts';

/** How many rows each table gained; zeros when all were there already. */
type Loaded = Readonly<Record<string, number>>;

/** The same version of a template may not say two things: reports rest on it. */
class TemplateChanged extends Error {
  readonly code = 'pack.templateChanged';
  constructor(id: string, version: number) {
    super(
      `Đề cương ${id} phiên bản ${version} đã có trong cơ sở dữ liệu với nội dung khác. ` +
        'Tăng "version" trong template.json rồi chạy lại.',
    );
    this.name = 'TemplateChanged';
  }
}

/** Multi-row inserts stay below PostgreSQL's 65,535 parameters. */
const CHUNK = 1000;
const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, n) => rows.slice(n * CHUNK, (n + 1) * CHUNK));

const added = (results: readonly { numInsertedOrUpdatedRows?: bigint }[]): number =>
  results.reduce((n, r) => n + Number(r.numInsertedOrUpdatedRows ?? 0n), 0);

/** Keys are sorted: jsonb keeps its own order of them. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, v) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );

const loadTemplate = async (trx: Kysely<DB>, pack: Pack, now: Instant): Promise<number> => {
  const { template } = pack;
  const result = await trx
    .insertInto('template')
    .values({
      id: template.id,
      version: template.version,
      title: template.title,
      body: JSON.stringify(template),
      published_at: isoInstant(now),
    })
    .onConflict((c) => c.columns(['id', 'version']).doNothing())
    .execute();
  const stored = await trx
    .selectFrom('template')
    .select('body')
    .where('id', '=', template.id)
    .where('version', '=', template.version)
    .executeTakeFirst();
  if (canonical(stored?.body) !== canonical(template))
    throw new TemplateChanged(template.id, template.version);
  return added(result);
};

const loadUnits = async (trx: Kysely<DB>, pack: Pack): Promise<number> => {
  const units = await trx
    .insertInto('unit')
    .values(
      pack.units.units.map((u) => ({
        id: u.id,
        parent_id: u.parentId,
        kind: u.kind,
        code: u.code,
        name: u.name,
        letterhead: u.letterhead,
        place: u.place,
        symbol: u.symbol,
        signer_position: u.signerPosition,
        preparer_may_sign: u.preparerMaySign,
        registry_submits: u.registrySubmits,
        valid_from: u.validFrom,
        valid_to: u.validTo,
      })),
    )
    .onConflict((c) => c.column('id').doNothing())
    .execute();
  const successors = pack.units.successors.map((s) => ({
    unit_id: s.unitId,
    successor_id: s.successorId,
  }));
  if (successors.length > 0)
    await trx
      .insertInto('unit_successor')
      .values(successors)
      .onConflict((c) => c.columns(['unit_id', 'successor_id']).doNothing())
      .execute();
  return added(units);
};

const loadIndex = async (
  trx: Kysely<DB>,
  pack: Pack,
  now: Instant,
): Promise<{ sets: number; marks: number }> => {
  const { sets } = pack.criteria;
  const setResult = await trx
    .insertInto('criteria_set')
    .values(sets.map((s) => ({ id: s.id, year: s.year ?? 0, level: s.subjectLevel, title: s.title })))
    .onConflict((c) => c.column('id').doNothing())
    .execute();
  await trx
    .insertInto('criteria_version')
    .values(
      sets.map((s) => ({
        set_id: s.id,
        version: 1,
        body: JSON.stringify(s),
        decision_number: s.decision?.number ?? null,
        decision_day: s.decision?.date ?? null,
        made_at: isoInstant(now),
      })),
    )
    .onConflict((c) => c.columns(['set_id', 'version']).doNothing())
    .execute();
  const criteria = criteriaOf(sets.find((s) => s.id === pack.marks.criteriaSet));
  const unitIds = new Map(pack.units.units.map((u) => [u.key, u.id]));
  const marks = Object.entries(pack.marks.units).flatMap(([key, byCriterion]) =>
    Object.entries(byCriterion).map(([id, points]) => ({
      unit_id: unitIds.get(key) ?? '',
      year: pack.marks.year,
      criterion_id: id,
      criterion_name: criteria.get(id)?.name ?? '',
      points,
      max_points: criteria.get(id)?.maxPoints ?? '0',
      document: pack.marks.document,
    })),
  );
  let markCount = 0;
  for (const rows of chunks(marks))
    markCount += added(
      await trx
        .insertInto('published_mark')
        .values(rows)
        .onConflict((c) => c.columns(['unit_id', 'year', 'criterion_id']).doNothing())
        .execute(),
    );
  return { sets: added(setResult), marks: markCount };
};

const loadTasks = async (trx: Kysely<DB>, pack: Pack): Promise<number> => {
  const { tasks, document, givenOn, authorityUnitId } = pack.tasks;
  if (tasks.length === 0) return 0;
  const result = await trx
    .insertInto('task')
    .values(
      tasks.map((t) => ({
        id: t.id,
        authority_unit_id: authorityUnitId,
        document,
        content: t.content,
        due: t.due,
        given_at: isoInstant(instantAt(givenOn, 8)),
      })),
    )
    .onConflict((c) => c.column('id').doNothing())
    .execute();
  await trx
    .insertInto('task_unit')
    .values(tasks.flatMap((t) => unitsOfTask(pack, t.units).map((id) => ({ task_id: t.id, unit_id: id }))))
    .onConflict((c) => c.columns(['task_id', 'unit_id']).doNothing())
    .execute();
  return added(result);
};

const loadCalendar = async (trx: Kysely<DB>, pack: Pack): Promise<number> =>
  pack.calendar.days.length === 0
    ? 0
    : added(
        await trx
          .insertInto('holiday')
          .values([...pack.calendar.days])
          .onConflict((c) => c.column('day').doNothing())
          .execute(),
      );

/**
 * Puts the data of a pack into the database. What is there already stays as people left it; loading twice adds
 * nothing. People are apart (loadPeople): an office brings its own.
 */
export const loadPack = async (trx: Kysely<DB>, pack: Pack, now: Instant): Promise<Loaded> => {
  const units = await loadUnits(trx, pack);
  const templates = await loadTemplate(trx, pack, now);
  const { sets, marks } = await loadIndex(trx, pack, now);
  const tasks = await loadTasks(trx, pack);
  const days = await loadCalendar(trx, pack);
  return { units, templates, sets, marks, tasks, days };
};

/** Persons and their posts only; what they sign in with is the business of access. */
export const loadPeople = async (trx: Kysely<DB>, people: Pack['people']): Promise<Loaded> => {
  const persons = await trx
    .insertInto('person')
    .values(people.people.map((p) => ({ id: p.id, login: p.login, name: p.name })))
    .onConflict((c) => c.column('id').doNothing())
    .execute();
  const posts = await trx
    .insertInto('post')
    .values(
      people.people.flatMap((p) =>
        p.posts.map((post) => ({
          id: post.id,
          person_id: p.id,
          unit_id: post.unitId,
          role: post.role,
          title: post.title,
          valid_from: post.validFrom,
          valid_to: post.validTo,
        })),
      ),
    )
    .onConflict((c) => c.column('id').doNothing())
    .execute();
  return { people: added(persons), posts: added(posts) };
};
