import type { Updateable } from 'kysely';
import { type Progress, summaryOf } from '../../core/report/gaps.ts';
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
    .set({
      progress: JSON.stringify(progress),
      summary: JSON.stringify(summaryOf(progress)),
      state,
      changed_at: new Date(ctx.now),
    })
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

export type WordsWrite = {
  readonly section: string;
  readonly kind: 'text' | 'nil';
  readonly doc: unknown;
  readonly plain: string;
  readonly version: number;
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

/** The legal original of one sending: kept beside earlier ones, the latest is the one that the receipt names. */
export const keepOriginal = async (
  ctx: WriteContext,
  at: At,
  file: { readonly revision: number; readonly hash: string; readonly name: string; readonly size: number },
): Promise<void> => {
  await ctx.trx
    .insertInto('report_original')
    .values({
      campaign_id: at.campaignId,
      unit_id: at.unitId,
      revision: file.revision,
      at: new Date(ctx.now),
      file: file.hash,
      name: file.name.slice(0, 300),
      size: file.size,
      by: ctx.person.personId,
    })
    .onConflict((c) => c.doNothing())
    .execute();
};
