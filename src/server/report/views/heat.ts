import { sql } from 'kysely';
import type { Summary } from '../../../core/report/gaps.ts';
import { type HeatAnswer, heatOf, packHeat } from '../../../core/report/heat.ts';
import { latenessOf } from '../../../core/report/lateness.ts';
import type { ReadContext } from '../../http/context.ts';
import { mustOversee } from './oversee.ts';
import { campaignHead } from './pieces.ts';
import { reportOf } from './reportOf.ts';
import { BOARD_COLUMNS } from './storedRows.ts';

/** Every unit as one stroke: no people, no pins, no words, so that a country is read at once. */
export const heat = async (ctx: ReadContext, campaignId: string): Promise<HeatAnswer> => {
  await mustOversee(ctx, campaignId);
  const { title, deadline } = await campaignHead(ctx, campaignId);
  const rows = await ctx.db
    .selectFrom('report as r')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .innerJoin('campaign as c', 'c.id', 'r.campaign_id')
    .leftJoin('unit as above', 'above.id', 'u.parent_id')
    .where('r.campaign_id', '=', campaignId)
    .orderBy('u.name')
    .select(BOARD_COLUMNS)
    .select([
      'u.name',
      'u.preparer_may_sign',
      'u.registry_submits',
      'c.policy',
      'above.id as parent_id',
      'above.name as parent_name',
      sql<string[]>`array[]::uuid[]`.as('preparers'),
    ])
    .execute();
  const groups = new Map<string, number>();
  const named: { id: string; name: string }[] = [];
  const group = rows.map(({ parent_id, parent_name }) => {
    const id = parent_id ?? '';
    const found = groups.get(id);
    if (found !== undefined) return found;
    groups.set(id, named.length);
    named.push({ id, name: parent_name ?? '' });
    return named.length - 1;
  });
  return {
    campaignId,
    title,
    now: ctx.now,
    groups: named,
    units: { ids: rows.map((r) => r.unit_id), names: rows.map((r) => r.name), group },
    packed: rows
      .map((row) => {
        const { filled, asked } = row.summary as unknown as Summary;
        const share = asked > 0 ? filled / asked : 0;
        return packHeat(
          heatOf(row.state, latenessOf(reportOf(row), row.group_due_at ?? deadline ?? 0, ctx.now, share)),
          share,
        );
      })
      .join(''),
  };
};
