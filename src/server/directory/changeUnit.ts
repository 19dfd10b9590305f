import type { UnitLine } from '../../core/directory/answers.ts';
import { changeUnit as decide } from '../../core/directory/changeUnit.ts';
import type { UnitDetails } from '../../core/directory/unitDetails.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { administratorOnly, getUnit, surroundingsOf } from './load.ts';
import { setUnit } from './store.ts';
import { findUnitLine } from './views.ts';

export const changeUnit = async (
  ctx: WriteContext,
  id: string,
  { version, ...wanted }: Partial<UnitDetails> & { readonly version: number },
): Promise<{ unit: UnitLine | undefined }> => {
  administratorOnly(ctx);
  const current = await getUnit(ctx.trx, id);
  const code = wanted.code === undefined ? current.code : wanted.code;
  const around = await surroundingsOf(ctx.trx, { id, parentId: current.parentId, code });
  const facts = await record(ctx, decide(current, wanted, version, around));
  if (facts.length > 0) await setUnit(ctx.trx, id, wanted);
  return { unit: await findUnitLine(ctx.trx, ctx.person, ctx.today, id) };
};
