import { sql } from 'kysely';
import type { TotalsAnswer } from '../../../core/consolidation/answers.ts';
import { seesArea } from '../../../core/consolidation/place.ts';
import type { Detail } from '../../../core/documents/totalsBook.ts';
import type { UnitForm } from '../../../core/template/outline.ts';
import type { ReadContext } from '../../http/context.ts';
import { type Counted, countedReports, untouched } from '../counted.ts';
import { formsOf } from '../forms.ts';
import { openConsolidation } from '../open.ts';
import { correctedThatCount } from '../tallies.ts';
import { type Choice, totalsOf } from './totals.ts';

type Row = {
  readonly name: string;
  readonly scope: 'commune' | 'agency';
  readonly form_id: string;
  readonly row_id: string;
  readonly column_id: string;
  readonly amount: string | null;
  readonly typed: string | null;
  readonly at: string | null;
};

/** Totals as somebody chose to see them, with every figure of every unit that they come from. */
export type TotalsWithDetails = {
  readonly totals: TotalsAnswer;
  readonly agencyForms: readonly UnitForm[];
  readonly details: readonly Detail[];
};

export const totalsWithDetails = async (
  ctx: ReadContext,
  campaignId: string,
  { area, ...choice }: Choice & { readonly area?: string | undefined },
): Promise<TotalsWithDetails> => {
  const opened = await openConsolidation(ctx, campaignId);
  const whole = await totalsOf(ctx, opened, choice);
  const isAsked = (of: string | null): boolean =>
    seesArea(opened.place, of) && (area === undefined || of === area);
  const totals = { ...whole, forms: whole.forms.filter((f) => isAsked(f.area)) };
  const agencyForms = formsOf(opened.template, 'agency')
    .map((placed) => placed.form)
    .filter((form) => isAsked(opened.areaOfForm.get(form.id) ?? null));
  const forms = new Map<string, UnitForm>(
    [...formsOf(opened.template, 'commune').map((placed) => placed.form), ...agencyForms]
      .filter((form) => form.scope === 'agency' || totals.forms.some((f) => f.id === form.id))
      .map((form) => [form.id, form]),
  );
  const counted: Counted = {
    basis: totals.basis,
    under: totals.under,
    kind: totals.kind,
    forms: [...forms.keys()],
    changes: whole.changes,
  };
  const { rows } = await sql<Row>`
    select unit.name, cell.scope, form_id, row_id, column_id, amount::text as amount,
      case when cell.kind = 'text' then typed end as typed, extract(epoch from report.submitted_at) * 1000 as at
    from cell join report using (campaign_id, unit_id) join unit on unit.id = cell.unit_id
    where ${countedReports(campaignId, counted)} and cell.kind in ('amount', 'text')
      and cell.scope in ('commune', 'agency') and form_id = any(${counted.forms}::text[]) ${untouched(counted.changes)}
    order by cell.scope desc, unit.name collate "vi-x-icu", row_id`.execute(ctx.db);
  const details = rows.map(
    (row): Detail => ({
      unit: row.name,
      scope: row.scope,
      form: row.form_id,
      row: row.row_id,
      column: row.column_id,
      amount: row.amount,
      words: row.typed,
      at: row.at === null ? null : Number(row.at),
    }),
  );
  // A figure that a person put in the place of a unit's own, also where the unit had said that nothing arose (G2).
  for (const change of await correctedThatCount(ctx, campaignId, counted)) {
    const form = forms.get(change.form ?? '');
    if (form?.scope !== 'commune' && form?.scope !== 'agency') continue;
    details.push({
      unit: change.unitName,
      scope: form.scope,
      form: form.id,
      row: change.row ?? '',
      column: change.column ?? '',
      amount: change.amount,
      words: null,
      at: change.submittedAt,
    });
  }
  const isFigure = (one: Detail): boolean =>
    forms.get(one.form)?.columns.find((c) => c.id === one.column)?.kind === 'figure';
  return { totals, agencyForms, details: details.filter(isFigure) };
};
