import { saveMarks } from '../../core/scoring/decideSubject.ts';
import { readAnswers } from '../../core/scoring/readAnswers.ts';
import type { StageMark } from '../../core/scoring/round.ts';
import { WHO_SCORES } from '../../core/scoring/round.ts';
import type { MarkWire } from '../../core/scoring/wire.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { setSubject, takeHand, writeMarks } from './store.ts';
import { resultOf, stagesOf } from './views/stages.ts';
import { lockSubject, marksOf, NOBODY } from './views/subject.ts';

type At = { readonly roundId: string; readonly unitId: string };

const marksFrom = (given: readonly MarkWire[]): readonly StageMark[] => {
  const raw = Object.fromEntries(given.flatMap((m) => (m.answer === null ? [] : [[m.criterion, m.answer]])));
  const { answers, problems } = readAnswers({ answers: raw });
  const [problem] = problems;
  if (problem)
    throw refused('scoring.answerUnread', { criterion: problem.criterion, value: problem.value }, 422);
  return given.map((m) => ({
    criterion: m.criterion,
    answer: answers[m.criterion] ?? null,
    points: m.points,
    agreed: m.agreed,
    words: m.words.trim(),
  }));
};

/**
 * Marks of one side at its stage, one transaction for the batch. Whoever rests on a mark that somebody else changed
 * meanwhile is refused with the one that stands: nothing is overwritten silently.
 */
export const saveStageMarks = async (
  ctx: WriteContext,
  at: At,
  verb: 'score' | 'appraise' | 'explain',
  given: readonly MarkWire[],
): Promise<void> => {
  const loaded = await lockSubject(ctx, at.roundId, at.unitId);
  if (!WHO_SCORES[verb].some((s) => loaded.stances.has(s))) throw forbidden({ verb });
  const { subject, set } = loaded;
  const marks = marksFrom(given);
  await record(ctx, saveMarks(subject, verb, marks, set, ctx.person.personId));
  const isOwnHand = subject.blind && subject.stage === 'appraisal-1';
  const hand = isOwnHand ? ctx.person.personId : NOBODY;
  const known = await marksOf(ctx, at.roundId, at.unitId);
  for (const one of given) {
    const theirs = known.find(
      (m) => m.stage === subject.stage && m.hand === hand && m.criterion === one.criterion,
    );
    if ((theirs?.version ?? 0) !== one.version)
      throw refused('scoring.markStale', { criterion: one.criterion, by: theirs?.name ?? '' });
  }
  if (isOwnHand) await takeHand(ctx, at, null);
  await writeMarks(ctx, { ...at, stage: subject.stage, hand }, marks);
  const stages = await stagesOf(ctx, loaded, await marksOf(ctx, at.roundId, at.unitId));
  await setSubject(ctx, at, { result: JSON.stringify(resultOf(stages.standing)) });
};
