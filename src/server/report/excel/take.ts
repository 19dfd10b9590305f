import type { FormTaken } from '../../../core/report/excel/answers.ts';
import { takeFile } from '../../../core/report/takeFile.ts';
import type { TakeWire } from '../../../core/report/wire.ts';
import type { WriteContext } from '../../http/context.ts';
import { record } from '../../record/record.ts';
import { lockFor } from '../permit.ts';
import { saveHeld } from '../save.ts';

/**
 * Takes the cells that a person confirmed, by the ordinary way of saving: row versions, facts and checks are the same,
 * and all of it is one transaction.
 */
export const takeForm = async (
  ctx: WriteContext,
  at: { readonly campaignId: string; readonly unitId: string },
  { cells, file }: TakeWire,
  verb: 'edit' | 'bring-in',
): Promise<FormTaken> => {
  const { report } = await lockFor(ctx, at, verb);
  await record(ctx, takeFile(report, verb, file, cells.length, ctx.person.personId));
  const saved = await saveHeld(ctx, at, { cells, words: [] }, verb);
  return { taken: saved.cells.length, conflicts: saved.conflicts.length };
};
