import type { UnitLine } from '../../core/directory/answers.ts';
import { openUnit as decide } from '../../core/directory/openUnit.ts';
import type { UnitDetails } from '../../core/directory/unitDetails.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { administratorOnly, surroundingsOf } from './load.ts';
import { addUnit, newId } from './store.ts';
import { findUnitLine } from './views.ts';

export const openUnit = async (
  ctx: WriteContext,
  { parentId, ...unit }: UnitDetails & { readonly parentId: string | null },
): Promise<{ unit: UnitLine | undefined }> => {
  administratorOnly(ctx);
  const id = newId();
  await record(ctx, decide(id, unit, await surroundingsOf(ctx.trx, { id, parentId, code: unit.code })));
  await addUnit(ctx.trx, id, parentId, unit);
  return { unit: await findUnitLine(ctx.trx, ctx.person, ctx.today, id) };
};
