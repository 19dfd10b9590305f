import { gapsOf } from '../../core/report/gaps.ts';
import { giveReason } from '../../core/report/giveReason.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { addPreparer, setReason } from './store.ts';
import { contentsOf, filledOf, sectionsOf } from './views/contents.ts';

export const giveReasonFor = async (
  ctx: WriteContext,
  at: { campaignId: string; unitId: string },
  check: string,
  reason: string,
) => {
  const loaded = await lockFor(ctx, at, 'edit');
  const sections = await sectionsOf(ctx, loaded);
  const gaps = gapsOf(sections, filledOf(await contentsOf(ctx, at.campaignId, at.unitId)));
  await record(ctx, giveReason(loaded.report, gaps, check, reason, ctx.person.personId));
  await setReason(ctx, at, check, reason);
  await addPreparer(ctx, at);
};
