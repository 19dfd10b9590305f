import { type RawBuilder, sql } from 'kysely';
import { formatAmount } from '../../../core/kernel/amount.ts';
import type { Instant } from '../../../core/kernel/instant.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import { isSurveyed, ledCriteria } from '../../../core/scoring/led.ts';
import type { GivenRows, LeadPart } from '../../../core/template/outline.ts';
import type { Row } from '../../../core/template/template.ts';
import type { ReadContext } from '../../http/context.ts';
import { lowMarksOf } from '../../scoring/views/lowMarks.ts';
import { setOfAuthority } from '../../scoring/views/setOf.ts';
import type { Loaded } from './load.ts';

/**
 * The fields that a unit leads or takes part in, by one version of the request: what was sent keeps the leads that it
 * was asked with.
 */
export const leadPartsSql = (
  campaignId: string,
  unitId: string,
  version: RawBuilder<unknown>,
) => sql<LeadPart>`
  select led.value ->> 'area' as area,
    case when led.value ->> 'leadUnitId' = ${unitId} then 'lead' else 'partner' end as part
  from campaign_version as asked, jsonb_array_elements(asked.request -> 'leads') with ordinality as led (value, place)
  where asked.campaign_id = ${campaignId} and asked.number = ${version}
    and (led.value ->> 'leadUnitId' = ${unitId} or led.value -> 'partnerUnitIds' ? ${unitId})
  order by led.place`;

export const leadPartsOf = async (
  ctx: ReadContext,
  { report, requestVersion }: Loaded,
): Promise<LeadPart[]> =>
  (await leadPartsSql(report.campaignId, report.unitId, sql`${requestVersion}`).execute(ctx.db)).rows;

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

/** Marks of the last published decision below the authority's threshold: the lines that part IV asks for. */
const lowMarkRows = async (ctx: ReadContext, loaded: Loaded, frozenAt: Instant | null): Promise<Row[]> =>
  (
    await lowMarksOf(ctx, {
      unitId: loaded.unit.id,
      authorityUnitId: loaded.authorityUnitId,
      year: loaded.periodYear - 1,
      at: frozenAt,
    })
  ).map((m) => ({
    id: m.criterion,
    title: `${m.criterion} ${m.name}`,
    given: { points: formatAmount(m.points), max: formatAmount(m.max) },
  }));

/** The criteria of the authority's own index in the areas that the unit leads, for the forecast (no appraisal column). */
const criteriaRows = async (
  ctx: ReadContext,
  loaded: Loaded,
  leads: readonly LeadPart[],
  frozenAt: Instant | null,
): Promise<Row[]> => {
  const fields = leads.filter((l) => l.part === 'lead').map((l) => l.area);
  if (fields.length === 0) return [];
  const set = await setOfAuthority(ctx, loaded.authorityUnitId, loaded.periodYear, frozenAt);
  return set === undefined
    ? []
    : ledCriteria(set.set, { fields, unitName: loaded.unit.name }).map((c) => ({
        id: c.code,
        title: `${c.code} ${c.name}`,
        ...(isSurveyed(c) && { unit: 'điều tra xã hội học cho điểm, không tự chấm' }),
        max: c.maxPoints ?? '0',
        given: { max: formatAmount(c.maxPoints ?? '0') },
      }));
};

/** Rows keyed by task and criterion ids, which the index room will share. */
export const givenRowsOf = async (
  ctx: ReadContext,
  loaded: Loaded,
  leads: readonly LeadPart[],
): Promise<GivenRows> => {
  const { frozenAt } = loaded;
  return {
    tasks: await taskRows(ctx, loaded),
    lowMarks: await lowMarkRows(ctx, loaded, frozenAt),
    ledCriteria: await criteriaRows(ctx, loaded, leads, frozenAt),
  };
};
