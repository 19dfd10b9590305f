import { type Stance, stancesToward } from '../../../core/directory/stance.ts';
import { mayReadCited, mayReadOwn } from '../../../core/evidence/allow.ts';
import type { ReadContext } from '../../http/context.ts';

export const ownStances = (ctx: ReadContext, unitId: string): ReadonlySet<Stance> =>
  stancesToward(ctx.person, { unitId, receiverUnitId: '', authorityUnitIds: [] }, ctx.today);

/** Units whose papers the person reads, as one of them or as who receives what is cited. Default deny: no others. */
export const readingOf = (
  ctx: ReadContext,
): { readonly own: readonly string[]; readonly receiving: readonly string[] } => {
  const held = [...new Set([...ctx.person.posts, ...ctx.person.standIns].map((h) => h.unitId))];
  const towards = (id: string) =>
    stancesToward(ctx.person, { unitId: '', receiverUnitId: id, authorityUnitIds: [id] }, ctx.today);
  return {
    own: held.filter((id) => mayReadOwn(ownStances(ctx, id))),
    receiving: held.filter((id) => mayReadCited(towards(id))),
  };
};
