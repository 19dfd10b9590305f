import type { Transaction } from 'kysely';
import { type Day, dayOfInstant, type Instant, instantAt } from '../../core/kernel/instant.ts';
import {
  toldOfWork,
  type Work,
  workLetter,
  workOccasion,
  workWindow,
  workWords,
} from '../../core/notifications/work.ts';
import { isDone } from '../../core/tasks/progress.ts';
import { businessNow } from '../clock/now.ts';
import { inTransaction } from '../database/retry.ts';
import type { DB } from '../database/schema.ts';
import type { ReadContext, Services } from '../http/context.ts';
import { appendFacts } from '../record/facts.ts';
import { standingOf } from '../tasks/views/standing.ts';
import { holdersOf } from './owing.ts';
import { keepWorkLetter, keepWorkNotice, keepWorkReminder } from './workStore.ts';

type Db = Pick<ReadContext, 'db'>;
export type OwedWork = Work & {
  readonly unitId: string;
  /** The task, or the criterion of a year. */
  readonly id: string;
  readonly year: number;
};

/** When reminders of work are read: from eight in the morning. */
const HOUR = 8;

const owedTasks = async (ctx: Db, units: readonly string[] | null, today: Day): Promise<OwedWork[]> => {
  const { from, to } = workWindow(today);
  let query = ctx.db
    .selectFrom('task_unit')
    .innerJoin('task', 'task.id', 'task_unit.task_id')
    .innerJoin('unit', 'unit.id', 'task_unit.unit_id')
    .where('task.due', '>=', from)
    .where('task.due', '<=', to)
    .where((eb) => eb.or([eb('unit.valid_to', 'is', null), eb('unit.valid_to', '>=', today)]));
  if (units) query = query.where('task_unit.unit_id', 'in', [...units]);
  const rows = await query
    .select([
      'task.id',
      'task.content',
      'task.document',
      'task.due',
      'unit.name',
      'task_unit.unit_id',
      'status',
      'progress',
      'result',
      'task_unit.version',
      'changed_at',
    ])
    .execute();
  const standing = await standingOf(
    ctx,
    rows.map((r) => ({ ...r, taskId: r.id, unitId: r.unit_id, changedAt: r.changed_at, changedBy: null })),
  );
  return standing.flatMap((r) =>
    isDone(r.status) || r.due === null
      ? []
      : [
          {
            kind: 'task' as const,
            unitId: r.unitId,
            unitName: r.name,
            id: r.taskId,
            year: 0,
            title: r.content,
            document: r.document,
            due: r.due,
          },
        ],
  );
};

const owedMarks = async (ctx: Db, units: readonly string[] | null, today: Day): Promise<OwedWork[]> => {
  const { from, to } = workWindow(today);
  let query = ctx.db
    .selectFrom('remediation as r')
    .innerJoin('published_mark as m', (join) =>
      join
        .onRef('m.unit_id', '=', 'r.unit_id')
        .onRef('m.year', '=', 'r.year')
        .onRef('m.criterion_id', '=', 'r.criterion_id'),
    )
    .innerJoin('unit', 'unit.id', 'r.unit_id')
    .where('r.due', '>=', from)
    .where('r.due', '<=', to)
    .where('r.status', '<>', 'closed')
    .where((eb) => eb.or([eb('unit.valid_to', 'is', null), eb('unit.valid_to', '>=', today)]));
  if (units) query = query.where('r.unit_id', 'in', [...units]);
  const rows = await query
    .select(['r.unit_id', 'r.year', 'r.criterion_id', 'r.due', 'm.criterion_name', 'm.document', 'unit.name'])
    .execute();
  return rows.flatMap((r) =>
    r.due === null
      ? []
      : [
          {
            kind: 'low-mark' as const,
            unitId: r.unit_id,
            unitName: r.name,
            id: r.criterion_id,
            year: r.year,
            title: `${r.criterion_id} ${r.criterion_name}`,
            document: r.document,
            due: r.due,
          },
        ],
  );
};

const owedWork = async (ctx: Db, units: readonly string[] | null, today: Day): Promise<OwedWork[]> => [
  ...(await owedTasks(ctx, units, today)),
  ...(await owedMarks(ctx, units, today)),
];

const FACTS = { task: 'tasks.reminded', 'low-mark': 'remediation.reminded' } as const;
const CHAINS = { task: 'tasks', 'low-mark': 'remediation' } as const;

/** Tells the people of one unit what they were not told on this occasion; reminder, notice and letter or nothing. */
const remindUnit = async (
  services: Services,
  trx: Transaction<DB>,
  unitId: string,
  now: Instant,
): Promise<number> => {
  const today = dayOfInstant(now);
  const fresh: OwedWork[] = [];
  // Looked at again inside the transaction: what was done a moment ago is not spoken of.
  for (const work of await owedWork({ db: trx }, [unitId], today)) {
    const occasion = workOccasion(work.due, today);
    if (occasion !== null && (await keepWorkReminder(trx, work, occasion, now))) fresh.push(work);
  }
  if (fresh.length === 0) return 0;
  const told = new Set<string>();
  for (const holder of await holdersOf(trx, unitId, today)) {
    const own = fresh.filter((w) => (toldOfWork(w.due, today) as readonly string[]).includes(holder.role));
    if (own.length === 0 || told.has(holder.personId)) continue;
    told.add(holder.personId);
    for (const kind of ['task', 'low-mark'] as const) {
      const works = own.filter((w) => w.kind === kind);
      if (works.length > 0)
        await keepWorkNotice(trx, {
          type: FACTS[kind],
          unitId,
          personId: holder.personId,
          words: workWords(works, today),
          at: now,
        });
    }
    if (services.mail && holder.email !== null && holder.choice !== 'in-app') {
      await keepWorkLetter(trx, holder.personId, holder.email, today);
      await services.queue?.send(trx, 'letters');
    }
  }
  for (const kind of ['task', 'low-mark'] as const) {
    const n = fresh.filter((w) => w.kind === kind).length;
    if (n > 0)
      await appendFacts(
        trx,
        [{ type: FACTS[kind], chain: `${CHAINS[kind]}:${unitId}`, unitId, data: { n, people: told.size } }],
        null,
        now,
        Date.now(),
      );
  }
  return told.size;
};

/** What is due soon or overdue, by the business clock; one short transaction a unit. Several processes may do it at once. */
export const remindWork = async (services: Services): Promise<number> => {
  const now = Math.floor(await businessNow(services.db));
  const today = dayOfInstant(now);
  if (now < instantAt(today, HOUR)) return 0;
  const units = new Set((await owedWork(services, null, today)).map((w) => w.unitId));
  let people = 0;
  for (const unitId of units)
    people += await inTransaction(services.db, (trx) => remindUnit(services, trx, unitId, now));
  return people;
};

/** The words of a letter about work, of what is still owed at this moment; undefined when nothing is. */
export const composeWork = async (
  services: Services,
  personId: string,
): Promise<{ readonly subject: string; readonly body: string } | undefined> => {
  const today = dayOfInstant(Math.floor(await businessNow(services.db)));
  const posts = await services.db
    .selectFrom('post')
    .where('person_id', '=', personId)
    .where('role', 'in', ['preparer', 'signer'])
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .select(['unit_id', 'role'])
    .execute();
  const units = [...new Set(posts.map((p) => p.unit_id))];
  if (units.length === 0) return undefined;
  const owed = (await owedWork(services, units, today)).filter((work) =>
    posts.some(
      (p) => p.unit_id === work.unitId && (toldOfWork(work.due, today) as readonly string[]).includes(p.role),
    ),
  );
  if (owed.length === 0) return undefined;
  const base = services.publicUrl?.replace(/\/+$/, '');
  return workLetter(
    owed,
    today,
    base ? [`Nhiệm vụ: ${base}/nhiem-vu`, `Khắc phục: ${base}/chi-so/khac-phuc`] : [],
  );
};
