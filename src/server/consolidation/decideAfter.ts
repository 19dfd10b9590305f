import { type AfterFreeze, decideAfter } from '../../core/consolidation/frozen.ts';
import { movesFigures } from '../../core/consolidation/moved.ts';
import type { WriteContext } from '../http/context.ts';
import { notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { movesSince } from './moves.ts';
import { openFor } from './open.ts';
import { keepAfterFreeze } from './store.ts';
import { frozenVersions } from './views/frozen.ts';

type Wanted = {
  readonly number: number;
  readonly choice: Exclude<AfterFreeze, 'reissue'>;
  readonly note: string;
  readonly seen: string;
};

/** What is done about changes that came after a version, when it is not replaced (G5). */
export const decideAboutChanges = async (
  ctx: WriteContext,
  campaignId: string,
  wanted: Wanted,
): Promise<void> => {
  const opened = await openFor(ctx, campaignId, 'decide', true);
  const [latest] = await frozenVersions(ctx, campaignId);
  if (!latest) throw notFound('version');
  const { moved, hash } = await movesSince(ctx, opened, latest.content);
  const known = await ctx.trx
    .selectFrom('after_freeze')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .where('number', '=', latest.content.number)
    .where('moved_hash', '=', hash)
    .executeTakeFirst();
  await record(
    ctx,
    decideAfter(campaignId, wanted, {
      latest: latest.content.number,
      movedHash: hash,
      figuresMoved: movesFigures(moved),
      decided: known !== undefined,
    }),
  );
  await keepAfterFreeze(ctx, campaignId, { ...wanted, moved, movedHash: hash, newNumber: null });
};
