import { sql } from 'kysely';
import type { ReadContext } from '../http/context.ts';

export type Obliged = {
  readonly unitId: string;
  readonly name: string;
  readonly state: string;
  readonly leftOut: boolean;
};

export const obligedUnits = async (ctx: ReadContext, campaignId: string): Promise<Obliged[]> =>
  (
    await sql<Obliged>`
      select report.unit_id as "unitId", unit.name, report.state,
        exists (select 1 from total_change c where c.campaign_id = report.campaign_id and c.unit_id = report.unit_id
          and c.kind = 'leave-out' and c.form_id = '' and c.taken_back_at is null) as "leftOut"
      from report join unit on unit.id = report.unit_id where report.campaign_id = ${campaignId} and report.released_at is null
      order by unit.kind, unit.name collate "vi-x-icu"`.execute(ctx.db)
  ).rows;
