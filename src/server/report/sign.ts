import { rolesAt } from '../../core/directory/roles.ts';
import type { SignedInPlace } from '../../core/report/answers.ts';
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
import { standInsOf } from './views/pieces.ts';
import { previousOf } from './views/previous.ts';

/** By which document the person signs here today; null for who holds the post. */
const inPlaceOf = async (ctx: WriteContext, unitId: string): Promise<SignedInPlace | null> => {
  const holds = rolesAt({ ...ctx.person, standIns: [] }, unitId, ctx.today).has('signer');
  return holds ? null : ((await standInsOf(ctx, unitId, ctx.person.personId))[0] ?? null);
};

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
  const inPlace = await inPlaceOf(ctx, at.unitId);
  await record(
    ctx,
    sign(
      loaded.report,
      gapsOf(
        sections,
        filledOf(contents, await previousOf(ctx, loaded), await unitsFiguresOf(ctx, loaded, sections)),
      ),
      { seen: seenHash, current, inPlace },
      personId,
      loaded.deadline,
      ctx.now,
    ),
  );
  if (loaded.report.registrySubmits)
    await setReport(ctx, at, {
      state: 'signed',
      signed_by: personId,
      signed_at: new Date(ctx.now),
      signed_in_place: inPlace ? JSON.stringify(inPlace) : null,
      // Each sending bears a number of its own.
      number: null,
      symbol: null,
      document_day: null,
      stamped_file: null,
    });
  else await seal(ctx, loaded, content, current, { by: personId, inPlace });
};
