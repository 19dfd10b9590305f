import type { StandInLine } from '../../core/directory/answers.ts';
import {
  endStandIn as decideEnd,
  nameStandIn as decideName,
  type StandInDetails,
} from '../../core/directory/standIn.ts';
import type { Day } from '../../core/kernel/instant.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { administratorOnly, getPerson, getPostUnit, getStandIn, postsOf } from './load.ts';
import { addStandIn, closeStandIn, newId } from './store.ts';
import { readStandIns } from './views.ts';

type Answer = { readonly standIns: readonly StandInLine[] };

export const nameStandIn = async (
  ctx: WriteContext,
  unitId: string,
  standIn: StandInDetails,
): Promise<Answer> => {
  administratorOnly(ctx);
  const id = newId();
  const unit = await getPostUnit(ctx.trx, unitId);
  const person = await getPerson(ctx.trx, standIn.personId);
  await getPerson(ctx.trx, standIn.forPersonId);
  const postsOfOther = await postsOf(ctx.trx, standIn.forPersonId);
  await record(ctx, decideName(id, unit, person, standIn, postsOfOther, ctx.today));
  await addStandIn(ctx.trx, id, unitId, standIn);
  return { standIns: await readStandIns(ctx.trx, ctx.person, ctx.today, { unitId }) };
};

export const endStandIn = async (ctx: WriteContext, id: string): Promise<Answer> => {
  administratorOnly(ctx);
  const standIn = await getStandIn(ctx.trx, id);
  const [fact] = await record(ctx, decideEnd(standIn, ctx.today));
  await closeStandIn(ctx.trx, id, (fact?.data.lastDay ?? null) as Day | null);
  return { standIns: await readStandIns(ctx.trx, ctx.person, ctx.today, { unitId: standIn.unitId }) };
};
