import type { Decision } from '../../core/kernel/decision.ts';
import type { Fact } from '../../core/kernel/fact.ts';
import { lockAppraisal, lockExplanation, lockSelf } from '../../core/scoring/decideSubject.ts';
import { type Stage, type SubjectVerb, WHO_SCORES } from '../../core/scoring/round.ts';
import { citationsOf } from '../evidence/views/citations.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { setSubject, takeHand, writeMarks } from './store.ts';
import { resultOf, type Stages, stagesOf } from './views/stages.ts';
import {
  citedSubject,
  type LoadedSubject,
  lockSubject,
  at as marksAt,
  marksOf,
  NOBODY,
  type StoredMark,
  SYSTEM,
} from './views/subject.ts';

type At = { readonly roundId: string; readonly unitId: string };
type Locked = Decision<Fact> & { readonly stage?: Stage };

const decide = async (
  ctx: WriteContext,
  loaded: LoadedSubject,
  verb: SubjectVerb,
  marks: readonly StoredMark[],
  stages: Stages,
): Promise<Locked> => {
  const { subject, set } = loaded;
  const { personId } = ctx.person;
  const explained = marksAt(marks, 'explanation');
  if (verb === 'lock-self') {
    const cited = new Set((await citationsOf(ctx, citedSubject(loaded))).map((c) => c.place));
    return lockSelf(subject, set, stages.self, marksAt(marks, 'self'), cited, personId);
  }
  if (verb === 'lock-explanation') return lockExplanation(subject, explained.length, personId);
  const other = subject.hands.find((h) => h.personId !== personId);
  const isBlindFirst = subject.blind && subject.stage === 'appraisal-1';
  const [one, two] = subject.hands;
  const isSettling = subject.stage === 'settling';
  const ownHand = isBlindFirst ? personId : isSettling ? (one?.personId ?? NOBODY) : NOBODY;
  const otherHand = isSettling ? two : other;
  return lockAppraisal(
    subject,
    set,
    {
      own: marksAt(marks, isSettling ? 'appraisal-1' : subject.stage, ownHand),
      other: otherHand && {
        marks: marksAt(marks, 'appraisal-1', otherHand.personId),
        isLocked: otherHand.isLocked,
      },
      settled: marksAt(marks, 'settling'),
      explained: explained.map((m) => m.criterion),
    },
    stages.second ?? stages.first ?? stages.self,
    personId,
  );
};

/** I6: locks a stage. The caller must have seen the sheet as it stands: a lock signs what was read. */
export const lockStage = async (
  ctx: WriteContext,
  at: At,
  verb: 'lock-self' | 'lock-appraisal' | 'lock-explanation',
  version: number,
): Promise<void> => {
  const loaded = await lockSubject(ctx, at.roundId, at.unitId);
  const { subject } = loaded;
  if (!WHO_SCORES[verb].some((s) => loaded.stances.has(s))) throw forbidden({ verb });
  const marks = await marksOf(ctx, at.roundId, at.unitId);
  const stages = await stagesOf(ctx, loaded, marks);
  const decision = await decide(ctx, loaded, verb, marks, stages);
  await record(ctx, decision);
  if (subject.version !== version) throw refused('scoring.sheetStale');
  const stage = decision.stage ?? subject.stage;
  if (verb === 'lock-self') {
    // What the figures said at this moment is what was signed: from now on it no longer follows them.
    const byHand = new Set(marksAt(marks, 'self').flatMap((m) => (m.answer ? [m.criterion] : [])));
    const frozen = Object.entries(stages.computed)
      .filter(([criterion]) => !byHand.has(criterion))
      .map(([criterion, answer]) => ({ criterion, answer, points: null, agreed: false, words: '' }));
    await writeMarks(ctx, { ...at, stage: 'self', hand: SYSTEM }, frozen);
  }
  if (verb === 'lock-appraisal' && subject.blind && subject.stage === 'appraisal-1')
    await takeHand(ctx, at, new Date(ctx.now));
  const moved = { ...loaded, subject: { ...subject, stage } };
  const after = await stagesOf(ctx, moved, await marksOf(ctx, at.roundId, at.unitId));
  const lock = { by: ctx.person.personId, name: ctx.person.name, at: ctx.now };
  await setSubject(ctx, at, {
    stage,
    locks: JSON.stringify(
      stage === subject.stage ? loaded.locks : { ...loaded.locks, [subject.stage]: lock },
    ),
    result: JSON.stringify(resultOf(after.standing)),
  });
};
