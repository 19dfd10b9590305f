import type { Updateable } from 'kysely';
import type { Progress } from '../../core/report/gaps.ts';
import type { Cell } from '../../core/template/cell.ts';
import type { Report as ReportRow } from '../database/schema.ts';
import type { WriteContext } from '../http/context.ts';

type At = { readonly campaignId: string; readonly unitId: string };

/** The only SQL that writes the tables of this room. */
export const setReport = async (ctx: WriteContext, at: At, values: Updateable<ReportRow>): Promise<void> => {
  await ctx.trx
    .updateTable('report')
    .set((eb) => ({ ...values, version: eb('version', '+', 1), changed_at: new Date(ctx.now) }))
    .where('campaign_id', '=', at.campaignId)
    .where('unit_id', '=', at.unitId)
    .execute();
};

/** Changes that every keystroke brings: progress and state, without counting as a new version of the row. */
export const setProgress = async (
  ctx: WriteContext,
  at: At,
  progress: Progress,
  state: string,
): Promise<void> => {
  await ctx.trx
    .updateTable('report')
    .set({ progress: JSON.stringify(progress), state, changed_at: new Date(ctx.now) })
    .where('campaign_id', '=', at.campaignId)
    .where('unit_id', '=', at.unitId)
    .execute();
};

export const addPreparer = async (ctx: WriteContext, at: At): Promise<void> => {
  await ctx.trx
    .insertInto('report_preparer')
    .values({ campaign_id: at.campaignId, unit_id: at.unitId, person_id: ctx.person.personId })
    .onConflict((c) => c.doNothing())
    .execute();
};

export type CellWrite = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly scope: string;
  readonly cell: Cell;
  readonly note: string | null;
  readonly version: number;
};

/** Writes cells that nobody else has changed since; one statement for the whole batch. */
export const writeCells = async (ctx: WriteContext, at: At, writes: readonly CellWrite[]): Promise<void> => {
  if (writes.length === 0) return;
  await ctx.trx
    .insertInto('cell')
    .values(
      writes.map((w) => ({
        campaign_id: at.campaignId,
        unit_id: at.unitId,
        form_id: w.form,
        row_id: w.row,
        column_id: w.column,
        scope: w.scope,
        kind: w.cell.kind,
        amount: w.cell.kind === 'amount' ? w.cell.amount : null,
        typed: w.cell.kind === 'unparsed' ? w.cell.typed : w.cell.kind === 'text' ? w.cell.text : null,
        estimate: w.cell.kind === 'amount' ? (w.cell.estimate ?? false) : false,
        note: w.note,
        version: w.version + 1,
        changed_by: ctx.person.personId,
        changed_at: new Date(ctx.now),
      })),
    )
    .onConflict((c) =>
      c.columns(['campaign_id', 'unit_id', 'form_id', 'row_id', 'column_id']).doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        amount: eb.ref('excluded.amount'),
        typed: eb.ref('excluded.typed'),
        estimate: eb.ref('excluded.estimate'),
        note: eb.ref('excluded.note'),
        version: eb.ref('excluded.version'),
        changed_by: eb.ref('excluded.changed_by'),
        changed_at: eb.ref('excluded.changed_at'),
      })),
    )
    .execute();
};

export type WordsWrite = {
  readonly section: string;
  readonly kind: 'text' | 'nil';
  readonly doc: unknown;
  readonly plain: string;
  readonly version: number;
};

export const writeWords = async (ctx: WriteContext, at: At, writes: readonly WordsWrite[]): Promise<void> => {
  if (writes.length === 0) return;
  await ctx.trx
    .insertInto('narrative')
    .values(
      writes.map((w) => ({
        campaign_id: at.campaignId,
        unit_id: at.unitId,
        section_id: w.section,
        kind: w.kind,
        doc: w.doc === null || w.doc === undefined ? null : JSON.stringify(w.doc),
        plain: w.plain,
        version: w.version + 1,
        changed_by: ctx.person.personId,
        changed_at: new Date(ctx.now),
      })),
    )
    .onConflict((c) =>
      c.columns(['campaign_id', 'unit_id', 'section_id']).doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        doc: eb.ref('excluded.doc'),
        plain: eb.ref('excluded.plain'),
        version: eb.ref('excluded.version'),
        changed_by: eb.ref('excluded.changed_by'),
        changed_at: eb.ref('excluded.changed_at'),
      })),
    )
    .execute();
};

export const setReason = async (ctx: WriteContext, at: At, check: string, reason: string): Promise<void> => {
  const key = { campaign_id: at.campaignId, unit_id: at.unitId, check_key: check };
  if (reason === '') {
    await ctx.trx
      .deleteFrom('check_override')
      .where('campaign_id', '=', at.campaignId)
      .where('unit_id', '=', at.unitId)
      .where('check_key', '=', check)
      .execute();
    return;
  }
  const values = { reason, by: ctx.person.personId, at: new Date(ctx.now) };
  await ctx.trx
    .insertInto('check_override')
    .values({ ...key, ...values })
    .onConflict((c) => c.columns(['campaign_id', 'unit_id', 'check_key']).doUpdateSet(values))
    .execute();
};
