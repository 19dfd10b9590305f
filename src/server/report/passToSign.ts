import { gapsOf } from '../../core/report/gaps.ts';
import { passToSign } from '../../core/report/passToSign.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';
import { contentsOf, filledOf, sectionsOf } from './views/contents.ts';
import { unitsFiguresOf } from './views/elsewhere.ts';
import { previousOf } from './views/previous.ts';

const openPins = async (ctx: WriteContext, at: { campaignId: string; unitId: string }, revision: number) => {
  const { count } = await ctx.trx
    .selectFrom('pin')
    .where('campaign_id', '=', at.campaignId)
    .where('unit_id', '=', at.unitId)
    .where('revision', '=', revision)
    .where('answer', 'is', null)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
};

export const passReportToSign = async (ctx: WriteContext, at: { campaignId: string; unitId: string }) => {
  const loaded = await lockFor(ctx, at, 'pass-to-sign');
  const sections = await sectionsOf(ctx, loaded);
  const contents = await contentsOf(ctx, at.campaignId, at.unitId);
  const units = await unitsFiguresOf(ctx, loaded, sections);
  const gaps = gapsOf(sections, filledOf(contents, await previousOf(ctx, loaded), units));
  const open = await openPins(ctx, at, loaded.report.revision);
  await record(ctx, passToSign(loaded.report, gaps, open, ctx.person.personId, loaded.deadline, ctx.now));
  await setReport(ctx, at, {
    state: 'awaiting-signature',
    prepared_by: ctx.person.personId,
    passed_at: new Date(ctx.now),
    sent_back_reason: null,
  });
};
