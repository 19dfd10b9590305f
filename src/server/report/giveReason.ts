import { gapsOf, progressOf } from '../../core/report/gaps.ts';
import { giveReason } from '../../core/report/giveReason.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { addPreparer, setProgress, setReason } from './store.ts';
import { contentsOf, filledOf, sectionsOf } from './views/contents.ts';
import { unitsFiguresOf } from './views/elsewhere.ts';
import { previousOf } from './views/previous.ts';

export const giveReasonFor = async (
  ctx: WriteContext,
  at: { campaignId: string; unitId: string },
  check: string,
  reason: string,
) => {
  const loaded = await lockFor(ctx, at, 'edit');
  const sections = await sectionsOf(ctx, loaded);
  const contents = await contentsOf(ctx, at.campaignId, at.unitId);
  const units = await unitsFiguresOf(ctx, loaded, sections);
  const previous = await previousOf(ctx, loaded);
  const gaps = gapsOf(sections, filledOf(contents, previous, units));
  await record(ctx, giveReason(loaded.report, gaps, check, reason, ctx.person.personId));
  await setReason(ctx, at, check, reason);
  await addPreparer(ctx, at);
  const others = contents.reasons.filter((r) => r.check !== check);
  const reasons = reason === '' ? others : [...others, { check, reason, by: ctx.person.name }];
  const filled = filledOf({ ...contents, reasons }, previous, units);
  await setProgress(ctx, at, progressOf(sections, filled), loaded.report.state);
};
