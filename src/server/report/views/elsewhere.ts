import { sql } from 'kysely';
import type { UnitKind } from '../../../core/directory/unit.ts';
import { comparedWithUnits, type UnitsFigure } from '../../../core/report/elsewhere.ts';
import { type Cell, EMPTY } from '../../../core/template/cell.ts';
import { isComputed, valueAt } from '../../../core/template/compute.ts';
import type { UnitForm, UnitSection } from '../../../core/template/outline.ts';
import { type FigurePlace, sourceOf } from '../../../core/template/sources.ts';
import type { Form, Template } from '../../../core/template/template.ts';
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
    const sums = unitsSums(ctx, template, kind, campaignId, obliged);
    for (const place of asked.filter((a) => a.of === kind)) {
      const form = template.forms.find((f) => f.id === place.form);
      const cell = form && (await totalOf(form, place, sums));
      if (cell) figures.push({ ...place, cell });
    }
  }
  return figures;
};

type Sums = (form: Form, row: string, column: string) => Promise<Cell | undefined>;

/** One typed place, added over all units of the kind; undefined until each of them has filled it. */
const unitsSums =
  (ctx: ReadContext, template: Template, kind: UnitKind, campaignId: string, obliged: number): Sums =>
  async (form, row, column) => {
    const source = sourceOf(template, kind, form, row, column);
    if (!source) return undefined;
    const { rows } = await sql<Row>`
      select sum(cell.amount)::text as sum, count(*) filter (where cell.kind <> 'empty' and cell.kind <> 'unparsed')::int as filled
      from cell join report using (campaign_id, unit_id) join unit on unit.id = cell.unit_id
      where cell.campaign_id = ${campaignId} and unit.kind = ${kind} and report.released_at is null
        and cell.form_id = ${source.form} and cell.row_id = ${source.row} and cell.column_id = ${source.column}`.execute(
      ctx.db,
    );
    const [found] = rows;
    if (!found || found.filled < obliged) return undefined;
    return found.sum === null ? { kind: 'nil' } : { kind: 'amount', amount: found.sum };
  };

/** A typed place, or a computed one worked out anew from the units' sums of what it rests on (never added itself). */
const totalOf = async (form: Form, { row, column }: FigurePlace, sums: Sums): Promise<Cell | undefined> => {
  if ('from' in form.rows) return undefined;
  const shown: UnitForm = { ...form, rows: form.rows };
  if (!isComputed(shown, row, column)) return sums(form, row, column);
  const wanted = new Map<string, FigurePlace>();
  valueAt(
    shown,
    (r, c) => {
      wanted.set(`${r}/${c}`, { form: form.id, row: r, column: c });
      return EMPTY;
    },
    row,
    column,
  );
  const known = new Map<string, Cell>();
  for (const [key, place] of wanted) {
    const cell = await sums(form, place.row, place.column);
    if (!cell) return undefined;
    known.set(key, cell);
  }
  const value = valueAt(shown, (r, c) => known.get(`${r}/${c}`) ?? EMPTY, row, column);
  return value.kind === 'amount' || value.kind === 'nil' ? value : undefined;
};
