import { sql } from 'kysely';
import { comparedWithUnits, type UnitsFigure } from '../../../core/report/elsewhere.ts';
import type { UnitSection } from '../../../core/template/outline.ts';
import { sourceOf } from '../../../core/template/sources.ts';
import type { ReadContext } from '../../http/context.ts';
import type { Loaded } from './load.ts';
import { publishedTemplate } from './template.ts';

type Row = { readonly sum: string | null; readonly filled: number };

/**
 * Sums over the units of a kind for rules that compare with them. A part of the units says nothing yet: there is a
 * figure only when all who are obliged have sent and filled the place. Most reports have no such rule and ask nothing.
 */
export const unitsFiguresOf = async (
  ctx: ReadContext,
  loaded: Loaded,
  sections: readonly UnitSection[],
): Promise<readonly UnitsFigure[]> => {
  const asked = comparedWithUnits(sections);
  if (asked.length === 0) return [];
  const template = await publishedTemplate(ctx, loaded.template.id, loaded.template.version);
  const { campaignId } = loaded.report;
  const figures: UnitsFigure[] = [];
  for (const kind of new Set(asked.map((a) => a.of))) {
    const { rows: units } = await sql<{ obliged: number; sent: number }>`
      select count(*)::int as obliged,
        count(*) filter (where report.state in ('submitted', 'received'))::int as sent
      from report join unit on unit.id = report.unit_id
      where report.campaign_id = ${campaignId} and unit.kind = ${kind} and report.released_at is null`.execute(
      ctx.db,
    );
    const { obliged = 0, sent = 0 } = units[0] ?? {};
    if (obliged === 0 || sent < obliged) continue;
    for (const { of, form: formId, row, column } of asked.filter((a) => a.of === kind)) {
      const form = template.forms.find((f) => f.id === formId);
      const source = form && sourceOf(template, kind, form, row, column);
      if (!source) continue;
      const { rows } = await sql<Row>`
        select sum(cell.amount)::text as sum, count(*) filter (where cell.kind <> 'empty' and cell.kind <> 'unparsed')::int as filled
        from cell join report using (campaign_id, unit_id) join unit on unit.id = cell.unit_id
        where cell.campaign_id = ${campaignId} and unit.kind = ${kind} and report.released_at is null
          and cell.form_id = ${source.form} and cell.row_id = ${source.row} and cell.column_id = ${source.column}`.execute(
        ctx.db,
      );
      const [found] = rows;
      if (!found || found.filled < obliged) continue;
      const cell =
        found.sum === null ? { kind: 'nil' as const } : { kind: 'amount' as const, amount: found.sum };
      figures.push({ of, form: formId, row, column, cell });
    }
  }
  return figures;
};
