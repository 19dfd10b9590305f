import { sql } from 'kysely';
import { compare, formatAmount, multiply } from '../../../core/kernel/amount.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { GivenRows, LeadPart } from '../../../core/template/outline.ts';
import type { Row } from '../../../core/template/template.ts';
import type { ReadContext } from '../../http/context.ts';
import type { Loaded } from './load.ts';

type Tree = {
  readonly areas: readonly {
    readonly area: string;
    readonly criteria: readonly {
      readonly id: string;
      readonly code: string;
      readonly name: string;
      readonly maxPoints: number;
    }[];
  }[];
};

export const leadPartsOf = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
): Promise<LeadPart[]> =>
  (
    await ctx.db
      .selectFrom('campaign_lead')
      .select(['area', 'part'])
      .where('campaign_id', '=', campaignId)
      .where('unit_id', '=', unitId)
      .execute()
  ).map((row) => ({ area: row.area, part: row.part as LeadPart['part'] }));

const taskRows = async (ctx: ReadContext, loaded: Loaded): Promise<Row[]> =>
  (
    await ctx.db
      .selectFrom('task')
      .innerJoin('task_unit', 'task_unit.task_id', 'task.id')
      .where('task_unit.unit_id', '=', loaded.unit.id)
      .where('task.authority_unit_id', '=', loaded.authorityUnitId)
      .innerJoin('report', (join) =>
        join
          .onRef('report.unit_id', '=', 'task_unit.unit_id')
          .on('report.campaign_id', '=', loaded.report.campaignId),
      )
      // What was signed or sent keeps the rows it was signed with; work given later belongs to the next report (E9).
      .where(
        sql<boolean>`coalesce(task_unit.given_at, task.given_at) <= coalesce(report.first_submitted_at,
          case when report.state in ('awaiting-signature', 'signed') then report.passed_at end, 'infinity')`,
      )
      .orderBy('task.due')
      .orderBy('task.id')
      .select(['task.id', 'task.content', 'task.document', 'task.due'])
      .execute()
  ).map((task) => ({
    id: task.id,
    title: task.content,
    given: { document: task.document, due: task.due ? shortDay(task.due) : '' },
  }));

/** Marks of the last published decision below the threshold: the lines that part IV asks for. */
const LOW_SHARE = '0.8';

const lowMarkRows = async (ctx: ReadContext, loaded: Loaded): Promise<Row[]> => {
  const marks = await ctx.db
    .selectFrom('published_mark')
    .where('unit_id', '=', loaded.unit.id)
    .where('year', '=', loaded.periodYear - 1)
    .orderBy('criterion_id')
    .selectAll()
    .execute();
  return marks
    .filter((m) => compare(m.points, multiply(m.max_points, LOW_SHARE)) < 0)
    .map((m) => ({
      id: m.criterion_id,
      title: `${m.criterion_id} ${m.criterion_name}`,
      given: { points: formatAmount(m.points), max: formatAmount(m.max_points) },
    }));
};

/** The district's criteria of the areas that the unit leads, for the forecast (no appraisal column). */
const criteriaRows = async (ctx: ReadContext, leads: readonly LeadPart[]): Promise<Row[]> => {
  const led = new Set(leads.filter((l) => l.part === 'lead').map((l) => l.area));
  if (led.size === 0) return [];
  const set = await ctx.db
    .selectFrom('criteria_set')
    .where('level', '=', 'district')
    .orderBy('year', 'desc')
    .select('tree')
    .executeTakeFirst();
  const tree = (set?.tree ?? { areas: [] }) as unknown as Tree;
  return tree.areas
    .filter((a) => led.has(a.area))
    .flatMap((a) =>
      a.criteria.map((c) => ({
        id: c.id,
        title: `${c.code} ${c.name}`,
        max: String(c.maxPoints),
        given: { max: formatAmount(String(c.maxPoints)) },
      })),
    );
};

/** Rows keyed by task and criterion ids, which the index room will share. */
export const givenRowsOf = async (
  ctx: ReadContext,
  loaded: Loaded,
  leads: readonly LeadPart[],
): Promise<GivenRows> => ({
  tasks: await taskRows(ctx, loaded),
  lowMarks: await lowMarkRows(ctx, loaded),
  ledCriteria: await criteriaRows(ctx, leads),
});
