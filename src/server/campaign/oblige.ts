import { sql } from 'kysely';
import type { Unit } from '../../core/directory/unit.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { outlineFor } from '../../core/template/outline.ts';
import type { Template } from '../../core/template/template.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import type { LoadedCampaign } from './load.ts';

export const templateOf = async (
  ctx: WriteContext,
  template: LoadedCampaign['template'],
): Promise<Template> => {
  const { body } = await ctx.trx
    .selectFrom('template')
    .select('body')
    .where('id', '=', template.id)
    .where('version', '=', template.version)
    .executeTakeFirstOrThrow();
  return body as unknown as Template;
};

const toDate = (at: Instant | null): Date | null => (at === null ? null : new Date(at));

/** A change of the request moves the deadlines of its groups; what was sent keeps the one that it was judged by. */
export const keepGroupDues = async (
  ctx: WriteContext,
  campaignId: string,
  unitIds: readonly string[],
  groupDue: (unitId: string) => Instant | null,
): Promise<void> => {
  for (const [at, units] of Map.groupBy(unitIds, groupDue))
    await ctx.trx
      .updateTable('report')
      .set({ group_due_at: toDate(at) })
      .where('campaign_id', '=', campaignId)
      .where('unit_id', 'in', units)
      .where(sql<boolean>`group_due_at is distinct from ${toDate(at)}`)
      .execute();
};

/** Every obliged unit gets its report with the outline of its kind (A3). */
export const obligeUnits = async (
  ctx: WriteContext,
  campaignId: string,
  { id, version }: LoadedCampaign['template'],
  template: Template,
  units: readonly Unit[],
  obliged: readonly string[],
  requestVersion: number,
  groupDue: (unitId: string) => Instant | null,
): Promise<void> => {
  if (obliged.length === 0) return;
  await ctx.trx
    .insertInto('report')
    .values(
      obliged.map((unitId) => {
        const kind = units.find((u) => u.id === unitId)?.kind ?? 'commune';
        const outline = outlineFor(template, kind);
        if (!outline) throw refused('campaign.noOutline', { kind });
        return {
          campaign_id: campaignId,
          unit_id: unitId,
          outline: outline.id,
          template_id: id,
          template_version: version,
          request_version: requestVersion,
          group_due_at: toDate(groupDue(unitId)),
          changed_at: new Date(ctx.now),
        };
      }),
    )
    .execute();
};
