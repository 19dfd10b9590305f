import { compare } from '../kernel/amount.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { CriteriaSet } from './criteria.ts';
import { type Line, prepare } from './prepare.ts';
import {
  chainOfSubject,
  conflictOfSubject,
  nextOfSubject,
  type Stage,
  type StageMark,
  type Subject,
  type SubjectVerb,
} from './round.ts';
import type { ScoreSheet } from './sheet.ts';

const guard = (subject: Subject, verb: SubjectVerb, personId: string): Decision<never> | undefined => {
  if (subject.isPublished) return refuse('scoring.published');
  if (!nextOfSubject[subject.stage].includes(verb))
    return refuse('scoring.wrongStage', { verb, stage: subject.stage });
  const conflict = conflictOfSubject(subject, verb, personId);
  return conflict ? refuse(conflict) : undefined;
};

const subjectFact = (subject: Subject, type: string, data: Record<string, unknown> = {}): Fact => ({
  type,
  chain: chainOfSubject(subject.roundId, subject.unitId),
  unitId: subject.unitId,
  data: { roundId: subject.roundId, officeUnitId: subject.officeUnitId, ...data },
});

/** Lines that a person may score: those with a rule, not those of a survey, and no sums. */
const isScored = (line: Line): boolean => line.kind === 'rule';

const wrongMark = (
  line: Line | undefined,
  mark: StageMark,
  verb: SubjectVerb,
): Decision<never> | undefined => {
  const { criterion } = mark;
  if (!line) return refuse('scoring.unknownCriterion', { criterion });
  if (line.kind === 'survey') return refuse('scoring.surveyNotScored', { criterion });
  if (!isScored(line)) return refuse('scoring.notScored', { criterion });
  if (verb === 'score')
    return mark.points !== null || mark.agreed ? refuse('scoring.notScored', { criterion }) : undefined;
  if (verb === 'explain')
    return mark.points !== null || mark.answer !== null || mark.agreed
      ? refuse('scoring.wordsOnly', { criterion })
      : undefined;
  if (mark.agreed) return undefined;
  if (mark.points === null && mark.answer === null) return refuse('scoring.pointsMissing', { criterion });
  if (mark.points !== null) {
    const max = line.criterion.maxPoints ?? '0';
    const isOut =
      line.role === 'penalty'
        ? compare(mark.points, '0') > 0
        : compare(mark.points, '0') < 0 || (compare(max, '0') > 0 && compare(mark.points, max) > 0);
    if (isOut) return refuse('scoring.pointsOutside', { criterion, max });
  }
  // Whoever takes points away says why, in words that the unit reads.
  return mark.words.trim().length < 5 ? refuse('scoring.reasonMissing', { criterion }) : undefined;
};

const FACTS = {
  score: 'scoring.selfScored',
  appraise: 'scoring.appraised',
  explain: 'scoring.explained',
} as const;

/** Marks of one side at its stage: one wrong mark refuses the batch. */
export const saveMarks = (
  subject: Subject,
  verb: 'score' | 'appraise' | 'explain',
  marks: readonly StageMark[],
  set: CriteriaSet,
  personId: string,
): Decision<Fact> => {
  const stop = guard(subject, verb, personId);
  if (stop) return stop;
  const { byCode } = prepare(set);
  for (const mark of marks) {
    const wrong = wrongMark(byCode.get(mark.criterion), mark, verb);
    if (wrong) return wrong;
  }
  return accept(
    subjectFact(subject, FACTS[verb], {
      stage: subject.stage,
      marks: marks.map(({ criterion, points, agreed, words }) => ({ criterion, points, agreed, words })),
    }),
  );
};

const scoredLines = (set: CriteriaSet): readonly Line[] => prepare(set).lines.filter(isScored);
const named = (codes: readonly string[]) => ({ n: codes.length, criteria: codes.slice(0, 8).join(', ') });

const sums = (sheet: ScoreSheet) => ({
  achieved: sheet.total.achieved,
  maximum: sheet.total.maximum,
  percent: sheet.index.percent,
});

/** I5 I6: the signer locks the self-score when nothing is left open and every claim has evidence or words. */
export const lockSelf = (
  subject: Subject,
  set: CriteriaSet,
  sheet: ScoreSheet,
  marks: readonly StageMark[],
  cited: ReadonlySet<string>,
  personId: string,
): Decision<Fact> & { readonly stage?: Stage } => {
  const stop = guard(subject, 'lock-self', personId);
  if (stop) return stop;
  if (sheet.missing.length > 0) return refuse('scoring.unanswered', named(sheet.missing.map((m) => m.code)));
  const byHand = new Map(marks.filter((m) => m.answer !== null).map((m) => [m.criterion, m]));
  const bare = scoredLines(set)
    .map((line) => line.criterion.code)
    .filter((code) => {
      const mark = byHand.get(code);
      const points = sheet.lines.find((l) => l.code === code)?.points ?? '0';
      const claims = compare(points, '0') > 0 || mark?.answer?.kind !== 'given';
      return mark !== undefined && claims && !cited.has(code) && mark.words.trim().length < 5;
    });
  if (bare.length > 0) return refuse('scoring.evidenceOrWords', named(bare));
  return {
    ...accept(subjectFact(subject, 'scoring.selfLocked', sums(sheet))),
    stage: 'appraisal-1',
  };
};

/** Two hands at one criterion say the same when both agree with the unit, or give the same points. */
const isSame = (a: StageMark, b: StageMark): boolean =>
  a.agreed === b.agreed && a.points === b.points && JSON.stringify(a.answer) === JSON.stringify(b.answer);

export const differences = (first: readonly StageMark[], second: readonly StageMark[]): readonly string[] => {
  const other = new Map(second.map((m) => [m.criterion, m]));
  return first
    .filter((m) => {
      const theirs = other.get(m.criterion);
      return !theirs || !isSame(m, theirs);
    })
    .map((m) => m.criterion);
};

type Hands = {
  /** Marks of the person who locks, and of the other of the two when blind. */
  readonly own: readonly StageMark[];
  readonly other: { readonly marks: readonly StageMark[]; readonly isLocked: boolean } | undefined;
  /** What was settled between two that differed. */
  readonly settled: readonly StageMark[];
  readonly explained: readonly string[];
};

/**
 * I6: the office locks an appraisal. At the first every criterion is judged; of two who did not see each other the
 * second one's lock brings both together, and what differs is settled openly; at the second what was explained is.
 */
export const lockAppraisal = (
  subject: Subject,
  set: CriteriaSet,
  hands: Hands,
  sheet: ScoreSheet,
  personId: string,
): Decision<Fact> & { readonly stage?: Stage } => {
  const stop = guard(subject, 'lock-appraisal', personId);
  if (stop) return stop;
  const codes = scoredLines(set).map((l) => l.criterion.code);
  const lacking = (marks: readonly StageMark[], asked: readonly string[]): string[] => {
    const given = new Set(marks.map((m) => m.criterion));
    return asked.filter((code) => !given.has(code));
  };
  const locked = (stage: Stage) => ({
    ...accept(subjectFact(subject, 'scoring.appraisalLocked', { stage: subject.stage, ...sums(sheet) })),
    stage,
  });
  if (subject.stage === 'appraisal-2') {
    const open = lacking(hands.own, hands.explained);
    return open.length > 0 ? refuse('scoring.unjudged', named(open)) : locked('done');
  }
  if (subject.stage === 'settling') {
    const open = lacking(hands.settled, differences(hands.own, hands.other?.marks ?? []));
    return open.length > 0 ? refuse('scoring.unsettled', named(open)) : locked('explanation');
  }
  const open = lacking(hands.own, codes);
  if (open.length > 0) return refuse('scoring.unappraised', named(open));
  if (!subject.blind) return locked('explanation');
  if (!hands.other?.isLocked) return locked('appraisal-1');
  return locked(differences(hands.own, hands.other.marks).length > 0 ? 'settling' : 'explanation');
};

export const lockExplanation = (
  subject: Subject,
  explained: number,
  personId: string,
): Decision<Fact> & { readonly stage?: Stage } => {
  const stop = guard(subject, 'lock-explanation', personId);
  if (stop) return stop;
  return {
    ...accept(subjectFact(subject, 'scoring.explanationLocked', { explained })),
    stage: 'appraisal-2',
  };
};
