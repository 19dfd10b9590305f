import type { Unit } from '../../core/directory/unit.ts';
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

/** Every obliged unit gets its report with the outline of its kind (A3). */
export const obligeUnits = async (
  ctx: WriteContext,
  campaignId: string,
  { id, version }: LoadedCampaign['template'],
  template: Template,
  units: readonly Unit[],
  obliged: readonly string[],
  requestVersion: number,
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
          changed_at: new Date(ctx.now),
        };
      }),
    )
    .execute();
};
