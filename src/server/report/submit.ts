import { submit } from '../../core/report/submit.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { seal } from './seal.ts';
import { contentOf, contentsOf, evidenceOf, hashOfContent, sectionsOf, shownOf } from './views/contents.ts';

/** Strict offices: văn thư sends what the signer signed. */
export const submitReport = async (ctx: WriteContext, at: { campaignId: string; unitId: string }) => {
  const loaded = await lockFor(ctx, at, 'submit');
  const sections = await sectionsOf(ctx, loaded);
  const contents = shownOf(sections, await contentsOf(ctx, at.campaignId, at.unitId));
  const content = contentOf(loaded, contents, await evidenceOf(ctx, at));
  const hash = hashOfContent(content);
  await record(ctx, submit(loaded.report, hash, ctx.person.personId, loaded.deadline, ctx.now));
  const { signed_by, signed_in_place } = await ctx.trx
    .selectFrom('report')
    .select(['signed_by', 'signed_in_place'])
    .where('campaign_id', '=', at.campaignId)
    .where('unit_id', '=', at.unitId)
    .executeTakeFirstOrThrow();
  await seal(ctx, loaded, content, hash, {
    by: signed_by ?? ctx.person.personId,
    inPlace: signed_in_place,
  });
};
