import { prepare } from '../../core/scoring/prepare.ts';
import { mayOnSubject } from '../../core/scoring/round.ts';
import { citeEvidence, unciteEvidence } from '../evidence/cite.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, refused } from '../http/failures.ts';
import { citedSubject, lockSubject } from './views/subject.ts';

type At = { readonly roundId: string; readonly unitId: string };

/** The unit's side may add or take away papers only while it is its turn: the score, then the explanation (I6). */
const openFor = async (ctx: WriteContext, at: At, criterion: string) => {
  const loaded = await lockSubject(ctx, at.roundId, at.unitId);
  const may = mayOnSubject(loaded.subject, loaded.stances, ctx.person.personId);
  if (!loaded.stances.has('preparer')) throw forbidden();
  if (!may.includes('score') && !may.includes('explain'))
    throw refused('scoring.wrongStage', { verb: 'cite', stage: loaded.subject.stage });
  if (!prepare(loaded.set).byCode.has(criterion)) throw refused('scoring.unknownCriterion', { criterion });
  return { loaded, may };
};

export const citeForCriterion = async (
  ctx: WriteContext,
  at: At,
  what: { readonly criterion: string; readonly evidenceId: string; readonly pages: string },
): Promise<void> => {
  const { loaded } = await openFor(ctx, at, what.criterion);
  await citeEvidence(ctx, citedSubject(loaded), {
    place: what.criterion,
    evidenceId: what.evidenceId,
    pages: what.pages,
  });
};

/** What the self-score was locked with stays; in the explanation papers are only added. */
export const unciteForCriterion = async (
  ctx: WriteContext,
  at: At,
  what: { readonly criterion: string; readonly evidenceId: string },
): Promise<void> => {
  const { loaded, may } = await openFor(ctx, at, what.criterion);
  if (!may.includes('score'))
    throw refused('scoring.wrongStage', { verb: 'cite', stage: loaded.subject.stage });
  await unciteEvidence(ctx, citedSubject(loaded), { place: what.criterion, evidenceId: what.evidenceId });
};
