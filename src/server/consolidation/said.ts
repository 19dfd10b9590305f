import { sql } from 'kysely';
import { latestSaid, listOfSaid, type Said } from '../../core/consolidation/said.ts';
import type { Cell } from '../../core/template/cell.ts';
import type { Aggregation, Template } from '../../core/template/template.ts';
import type { ReadContext } from '../http/context.ts';
import { type Counted, countedReports, keyOf, untouched } from './counted.ts';
import { correctedThatCount } from './tallies.ts';

/** A total that is not added: the words of all, or the figure of one unit, with whose it is. */
export type Told = { readonly cell: Cell; readonly from: string | null };
export type ToldAt = (form: string, row: string, column: string) => Told | undefined;

/** Names in one cell; more are counted. */
const LISTED = 60;

const rowsBy = (template: Template, rule: Aggregation): { form: string; row: string }[] =>
  template.forms.flatMap((f) =>
    'from' in f.rows
      ? []
      : f.rows.filter((r) => r.aggregation === rule).map((r) => ({ form: f.id, row: r.id })),
  );

type Row = {
  readonly form_id: string;
  readonly row_id: string;
  readonly column_id: string;
  readonly n: string;
  readonly said: readonly { name: string; amount: string | null; typed: string | null; at: number | null }[];
};

/** What units say in some rows, unit by unit: all of them by name, or the one whose report was sent last. */
const saidIn = async (
  ctx: ReadContext,
  campaignId: string,
  counted: Counted,
  rows: readonly { form: string; row: string }[],
  order: 'name' | 'latest',
): Promise<Map<string, { said: Said[]; n: number }>> => {
  const found = new Map<string, { said: Said[]; n: number }>();
  if (rows.length === 0) return found;
  const by =
    order === 'name'
      ? sql`unit.name collate "vi-x-icu", unit.id`
      : sql`report.submitted_at desc nulls last, unit.id`;
  const { rows: stored } = await sql<Row>`
    select form_id, row_id, column_id, count(*) as n, jsonb_path_query_array(jsonb_agg(jsonb_build_object(
        'name', unit.name, 'amount', cell.amount::text, 'typed', cell.typed,
        'at', extract(epoch from report.submitted_at) * 1000) order by ${by}), ${`$[0 to ${order === 'name' ? LISTED - 1 : 0}]`}::jsonpath) as said
    from cell join report using (campaign_id, unit_id) join unit on unit.id = unit_id
    where ${countedReports(campaignId, counted)} and coalesce(cell.typed, cell.amount::text) is not null
      and (form_id, row_id) in (select * from unnest(${rows.map((r) => r.form)}::text[], ${rows.map((r) => r.row)}::text[]))
      ${untouched(counted.changes)}
    group by form_id, row_id, column_id`.execute(ctx.db);
  for (const r of stored)
    found.set(keyOf(r.form_id, r.row_id, r.column_id), { n: Number(r.n), said: [...r.said] });
  for (const change of await correctedThatCount(ctx, campaignId, counted)) {
    const [form, row, column] = [change.form ?? '', change.row ?? '', change.column ?? ''];
    if (!rows.some((r) => r.form === form && r.row === row)) continue;
    const at = found.get(keyOf(form, row, column)) ?? { said: [], n: 0 };
    const said = { name: change.unitName, amount: change.amount, typed: null, at: change.submittedAt };
    found.set(keyOf(form, row, column), { n: at.n + 1, said: [...at.said, said] });
  }
  return found;
};

/** Totals of rows whose rule is to list what units say, or to take what was said last. */
export const toldTotals = async (
  ctx: ReadContext,
  campaignId: string,
  template: Template,
  counted: Counted,
): Promise<ToldAt> => {
  const told = new Map<string, Told>();
  const lists = await saidIn(ctx, campaignId, counted, rowsBy(template, 'list'), 'name');
  for (const [key, { said, n }] of lists)
    told.set(key, { cell: { kind: 'text', text: listOfSaid(said, n, LISTED) }, from: null });
  const latest = await saidIn(ctx, campaignId, counted, rowsBy(template, 'latest'), 'latest');
  for (const [key, { said }] of latest) {
    const last = latestSaid(said);
    if (last?.amount) told.set(key, { cell: { kind: 'amount', amount: last.amount }, from: last.name });
    else if (last) told.set(key, { cell: { kind: 'text', text: last.typed ?? '' }, from: last.name });
  }
  return (form, row, column) => told.get(keyOf(form, row, column));
};
