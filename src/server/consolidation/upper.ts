import { sql } from 'kysely';
import type { FrozenAnswer } from '../../core/consolidation/frozenAnswers.ts';
import { rolesAt } from '../../core/directory/roles.ts';
import type { ReadContext } from '../http/context.ts';
import type { Opened } from './open.ts';

/** Issued campaigns of the level above that oblige this authority itself, of windows that meet this one's. */
export const upperCampaigns = async (ctx: ReadContext, opened: Opened): Promise<FrozenAnswer['upper']> => {
  const { rows } = await sql<{ id: string; title: string; state: string; deadline: number | null }>`
    select c.id, c.title, report.state, coalesce(report.group_due_at, c.deadline) as deadline from report join campaign c on c.id = report.campaign_id
    where report.unit_id = ${opened.authorityUnitId} and c.state = 'issued'
      and c.window_from <= ${opened.window?.to ?? null}::date and c.window_to >= ${opened.window?.from ?? null}::date
    order by c.deadline, c.id`.execute(ctx.db);
  return rows.map((r) => ({
    campaignId: r.id,
    title: r.title,
    unitId: opened.authorityUnitId,
    state: r.state,
    deadline: r.deadline,
    mayFill: rolesAt(ctx.person, opened.authorityUnitId, ctx.today).has('preparer'),
  }));
};
