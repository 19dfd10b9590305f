import { rolesAt } from '../../../core/directory/roles.ts';
import type { TaskLine, TaskListAnswer } from '../../../core/tasks/answers.ts';
import { isDone, isOverdue } from '../../../core/tasks/progress.ts';
import { citationsOf } from '../../evidence/views/citations.ts';
import type { ReadContext } from '../../http/context.ts';
import { myOffices } from '../../scoring/views/offices.ts';
import { standingOf } from './standing.ts';

/**
 * Tasks of the units that the person works for, and for the receiving office and the authority all that were given
 * from there; what is overdue first, then by due day.
 */
export const taskList = async (ctx: ReadContext): Promise<TaskListAnswer> => {
  const units = [...new Set([...ctx.person.posts, ...ctx.person.standIns].map((p) => p.unitId))].filter(
    (id) => rolesAt(ctx.person, id, ctx.today).size > 0,
  );
  const offices = await myOffices(ctx);
  const authorities = [
    ...offices.map((o) => o.authorityUnitId),
    ...units.filter((id) => {
      const roles = rolesAt(ctx.person, id, ctx.today);
      return roles.has('overseer') || roles.has('signer');
    }),
  ];
  if (units.length === 0) return { lines: [], counts: { all: 0, done: 0, overdue: 0 }, isOffice: false };
  const rows = await ctx.db
    .selectFrom('task_unit')
    .innerJoin('task', 'task.id', 'task_unit.task_id')
    .innerJoin('unit', 'unit.id', 'task_unit.unit_id')
    .innerJoin('unit as authority', 'authority.id', 'task.authority_unit_id')
    .leftJoin('person', 'person.id', 'task_unit.changed_by')
    .where((eb) =>
      eb.or([
        eb('task_unit.unit_id', 'in', units),
        ...(authorities.length > 0 ? [eb('task.authority_unit_id', 'in', authorities)] : []),
      ]),
    )
    .orderBy('task.due')
    .orderBy('task.id')
    .orderBy('unit.code')
    .orderBy('unit.name')
    .select([
      'task.id',
      'task.content',
      'task.document',
      'task.due',
      'task.given_at',
      'task_unit.unit_id',
      'task_unit.part',
      'task_unit.owner',
      'task_unit.status',
      'task_unit.progress',
      'task_unit.result',
      'task_unit.version',
      'task_unit.changed_at',
      'unit.name as unit_name',
      'authority.name as authority_name',
      'person.name as changed_by',
    ])
    .execute();
  const cited = new Set(
    (
      await ctx.db
        .selectFrom('evidence_citation')
        .where('subject', '=', 'task')
        .select(['subject_id', 'unit_id'])
        .execute()
    ).map((c) => `${c.subject_id} ${c.unit_id}`),
  );
  const partners = new Map<string, string[]>();
  for (const row of rows)
    if (row.part === 'partner') partners.set(row.id, [...(partners.get(row.id) ?? []), row.unit_name]);
  const lines: TaskLine[] = [];
  const standing = await standingOf(
    ctx,
    rows.map((row) => ({
      ...row,
      taskId: row.id,
      unitId: row.unit_id,
      changedAt: row.changed_at,
      changedBy: row.changed_by,
    })),
  );
  for (const row of standing) {
    const own = rolesAt(ctx.person, row.unit_id, ctx.today);
    lines.push({
      taskId: row.id,
      unitId: row.unit_id,
      unitName: row.unit_name,
      content: row.content,
      document: row.document,
      due: row.due,
      givenAt: row.given_at,
      authorityName: row.authority_name,
      owner: row.owner,
      status: row.status,
      progress: row.progress,
      result: row.result,
      overdue: isOverdue(row, ctx.today),
      partners: partners.get(row.id) ?? [],
      evidence: cited.has(`${row.id} ${row.unit_id}`)
        ? await citationsOf(ctx, { kind: 'task', id: row.id, unitId: row.unit_id })
        : [],
      version: row.version,
      changedBy: row.changedBy,
      changedAt: row.changedAt,
      may: own.has('preparer') ? ['progress'] : [],
    });
  }
  return {
    lines: [...lines].sort((a, b) => Number(b.overdue) - Number(a.overdue)),
    counts: {
      all: lines.length,
      done: lines.filter((l) => isDone(l.status)).length,
      overdue: lines.filter((l) => l.overdue).length,
    },
    isOffice: new Set(lines.map((l) => l.unitId)).size > 1,
  };
};
