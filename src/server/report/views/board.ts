import type { BoardAnswer, BoardRow } from '../../../core/report/answers.ts';
import { censusOf } from '../../../core/report/census.ts';
import { calendarOf } from '../../campaign/views/calendar.ts';
import type { ReadContext } from '../../http/context.ts';
import { createRows } from './boardRow.ts';
import { mustOversee } from './oversee.ts';
import { campaignHead } from './pieces.ts';
import { type Scope, storedRows } from './storedRows.ts';

/** Rows of a campaign without asking who may see them: for rooms that have asked. */
export const boardRows = async (ctx: ReadContext, scope: Scope): Promise<BoardRow[]> =>
  (await storedRows(ctx, scope)).map(createRows(ctx, await calendarOf(ctx)));

/** Units × states; the counts always add up to the units obliged (F3). */
export const board = async (ctx: ReadContext, campaignId: string): Promise<BoardAnswer> => {
  await mustOversee(ctx, campaignId);
  const rows = await boardRows(ctx, { campaignId });
  return {
    campaign: await campaignHead(ctx, campaignId),
    now: ctx.now,
    obliged: rows.length,
    counts: censusOf(rows),
    rows,
  };
};
