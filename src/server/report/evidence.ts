import type { Subject } from '../../core/evidence/cite.ts';
import { chainOfReport } from '../../core/kernel/fact.ts';
import { type EvidencePlace, placeRefused, placeText } from '../../core/report/citeEvidence.ts';
import { progressOf } from '../../core/report/gaps.ts';
import { citeEvidence, unciteEvidence } from '../evidence/cite.ts';
import type { WriteContext } from '../http/context.ts';
import { Refused } from '../http/failures.ts';
import { lockFor } from './permit.ts';
import { addPreparer, setProgress, setReport } from './store.ts';
import { contentsOf, filledOf, sectionsOf } from './views/contents.ts';
import type { Loaded } from './views/load.ts';
import { previousOf } from './views/previous.ts';

type At = { readonly campaignId: string; readonly unitId: string };

const subjectOf = ({ report, receiverUnitId, authorityUnitId }: Loaded): Subject => ({
  kind: 'report',
  id: report.campaignId,
  unitId: report.unitId,
  receiverUnitId,
  authorityUnitId,
  chain: chainOfReport(report.campaignId, report.unitId),
  campaignId: report.campaignId,
});

/** A part that asked for papers has one more gap, or one less. */
const countAgain = async (ctx: WriteContext, at: At, loaded: Loaded): Promise<void> => {
  const contents = await contentsOf(ctx, at.campaignId, at.unitId);
  const filled = filledOf(contents, await previousOf(ctx, loaded));
  const state = loaded.report.state === 'not-opened' ? 'drafting' : loaded.report.state;
  await setProgress(ctx, at, progressOf(await sectionsOf(ctx, loaded), filled), state);
};

/** Who writes the report says what it rests on; whoever cites is one of its preparers. */
const open = async (ctx: WriteContext, at: At, place: EvidencePlace): Promise<Loaded> => {
  const loaded = await lockFor(ctx, at, 'edit');
  const wrong = placeRefused(loaded.report, await sectionsOf(ctx, loaded), place, ctx.person.personId);
  if (wrong && !wrong.ok) throw new Refused(wrong.refusal);
  await addPreparer(ctx, at);
  if (loaded.report.state === 'not-opened') await setReport(ctx, at, { state: 'drafting' });
  return loaded;
};

export const citeInReport = async (
  ctx: WriteContext,
  at: At,
  { evidenceId, pages, ...place }: EvidencePlace & { readonly evidenceId: string; readonly pages: string },
): Promise<void> => {
  const loaded = await open(ctx, at, place);
  await citeEvidence(ctx, subjectOf(loaded), { place: placeText(place), evidenceId, pages });
  await countAgain(ctx, at, loaded);
};

export const unciteInReport = async (
  ctx: WriteContext,
  at: At,
  { evidenceId, ...place }: EvidencePlace & { readonly evidenceId: string },
): Promise<void> => {
  const loaded = await open(ctx, at, place);
  await unciteEvidence(ctx, subjectOf(loaded), { place: placeText(place), evidenceId });
  await countAgain(ctx, at, loaded);
};
