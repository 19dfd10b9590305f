import { gapsOf } from '../../core/report/gaps.ts';
import { sign } from '../../core/report/sign.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { seal } from './seal.ts';
import { setReport } from './store.ts';
import {
  contentOf,
  contentsOf,
  evidenceOf,
  filledOf,
  hashOfContent,
  sectionsOf,
  shownOf,
} from './views/contents.ts';
import { unitsFiguresOf } from './views/elsewhere.ts';
import { previousOf } from './views/previous.ts';

/** Signing submits in the same act; in a strict office it waits for văn thư. */
export const signReport = async (
  ctx: WriteContext,
  at: { campaignId: string; unitId: string },
  seenHash: string,
) => {
  const loaded = await lockFor(ctx, at, 'sign');
  const sections = await sectionsOf(ctx, loaded);
  const contents = shownOf(sections, await contentsOf(ctx, at.campaignId, at.unitId));
  const content = contentOf(loaded, contents, await evidenceOf(ctx, at));
  const current = hashOfContent(content);
  const { personId } = ctx.person;
  await record(
    ctx,
    sign(
      loaded.report,
      gapsOf(
        sections,
        filledOf(contents, await previousOf(ctx, loaded), await unitsFiguresOf(ctx, loaded, sections)),
      ),
      { seen: seenHash, current },
      personId,
      loaded.deadline,
      ctx.now,
    ),
  );
  if (loaded.report.registrySubmits)
    await setReport(ctx, at, { state: 'signed', signed_by: personId, signed_at: new Date(ctx.now) });
  else await seal(ctx, loaded, content, current, personId);
};
