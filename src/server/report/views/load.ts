import { type Stance, stancesToward } from '../../../core/directory/stance.ts';
import type { UnitKind } from '../../../core/directory/unit.ts';
import type { Instant } from '../../../core/kernel/instant.ts';
import { MAY_READ } from '../../../core/report/allow.ts';
import type { Report } from '../../../core/report/states.ts';
import { type RequestedParts, WHOLE_OUTLINE } from '../../../core/template/outline.ts';
import { KEPT } from '../../database/kept.ts';
import type { ReadContext, WriteContext } from '../../http/context.ts';
import { forbidden } from '../../http/failures.ts';
import { reportOf } from './reportOf.ts';

export type Loaded = {
  readonly report: Report;
  readonly version: number;
  /** Of its group of recipients, else of the request. */
  readonly deadline: Instant;
  readonly outline: string;
  readonly template: { readonly id: string; readonly version: number };
  readonly periodYear: number;
  /** Version of the request that the outline follows, and what that version asks of it. */
  readonly requestVersion: number;
  readonly parts: RequestedParts;
  readonly unit: { readonly id: string; readonly name: string; readonly kind: UnitKind };
  readonly receiverUnitId: string;
  readonly authorityUnitId: string;
  /** What was signed or sent keeps the given rows that it was signed with (E9). */
  readonly frozenAt: Instant | null;
  readonly stances: ReadonlySet<Stance>;
};

export const selectReport = (ctx: ReadContext, campaignId: string, unitId: string) =>
  ctx.db
    .selectFrom('report')
    .modifyFront(KEPT)
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .leftJoin('campaign_version as v', (j) =>
      j.onRef('v.campaign_id', '=', 'report.campaign_id').onRef('v.number', '=', 'report.request_version'),
    )
    .where('report.campaign_id', '=', campaignId)
    .where('report.unit_id', '=', unitId)
    .selectAll('report')
    .select((eb) => [
      'campaign.deadline',
      'campaign.policy',
      'v.parts',
      'campaign.period_year',
      'campaign.receiver_unit_id',
      'campaign.authority_unit_id',
      'unit.name as unit_name',
      'unit.kind as unit_kind',
      'unit.preparer_may_sign',
      'unit.registry_submits',
      eb
        .selectFrom('report_preparer as p')
        .whereRef('p.campaign_id', '=', 'report.campaign_id')
        .whereRef('p.unit_id', '=', 'report.unit_id')
        .select((e) => e.fn<string[]>('array_agg', ['p.person_id']).as('ids'))
        .as('preparers'),
    ]);

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof selectReport>['executeTakeFirst']>>>;

export const toLoaded = (ctx: ReadContext, row: Row): Loaded => ({
  report: reportOf(row),
  version: row.version,
  deadline: row.group_due_at ?? row.deadline ?? 0,
  outline: row.outline,
  template: { id: row.template_id, version: row.template_version },
  periodYear: row.period_year ?? 0,
  requestVersion: row.request_version,
  parts: (row.parts as RequestedParts | null) ?? WHOLE_OUTLINE,
  unit: { id: row.unit_id, name: row.unit_name, kind: row.unit_kind as UnitKind },
  receiverUnitId: row.receiver_unit_id,
  authorityUnitId: row.authority_unit_id,
  frozenAt:
    row.first_submitted_at ??
    (row.state === 'awaiting-signature' || row.state === 'signed' ? row.passed_at : null),
  stances: stancesToward(
    ctx.person,
    {
      unitId: row.unit_id,
      receiverUnitId: row.receiver_unit_id,
      authorityUnitIds: [row.authority_unit_id],
    },
    ctx.today,
  ),
});

/** Somebody without a stance is refused in the same words whether the report exists or not. */
export const readable = (loaded: Loaded | undefined): Loaded => {
  if (!loaded || !MAY_READ.some((s) => loaded.stances.has(s))) throw forbidden();
  return loaded;
};

export const loadReport = async (ctx: ReadContext, campaignId: string, unitId: string): Promise<Loaded> => {
  const row = await selectReport(ctx, campaignId, unitId).executeTakeFirst();
  return readable(row && toLoaded(ctx, row));
};

/** Loads the report for a verb and locks it, so that two verbs on one report follow each other. */
export const lockReport = async (ctx: WriteContext, campaignId: string, unitId: string): Promise<Loaded> => {
  const row = await selectReport(ctx, campaignId, unitId).forUpdate(['report']).executeTakeFirst();
  return readable(row && toLoaded(ctx, row));
};
