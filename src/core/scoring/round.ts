import type { Stance } from '../directory/stance.ts';
import type { Amount } from '../kernel/amount.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Answer } from './answer.ts';

/**
 * Stages of one unit in a round. Each ends with a lock; after it the other side works, and what was locked never
 * changes (I6). 'settling' only where two appraised without seeing each other.
 */
export const STAGES = ['self', 'appraisal-1', 'settling', 'explanation', 'appraisal-2', 'done'] as const;
export type Stage = (typeof STAGES)[number];

export const SUBJECT_VERBS = [
  'score',
  'lock-self',
  'appraise',
  'lock-appraisal',
  'explain',
  'lock-explanation',
] as const;
export type SubjectVerb = (typeof SUBJECT_VERBS)[number];

export const nextOfSubject: Readonly<Record<Stage, readonly SubjectVerb[]>> = {
  self: ['score', 'lock-self'],
  'appraisal-1': ['appraise', 'lock-appraisal'],
  settling: ['appraise', 'lock-appraisal'],
  explanation: ['explain', 'lock-explanation'],
  'appraisal-2': ['appraise', 'lock-appraisal'],
  done: [],
};

/** Which stance opens which verb: one table for server, screens and the matrix test. */
export const WHO_SCORES: Readonly<Record<SubjectVerb, readonly Stance[]>> = {
  score: ['preparer'],
  'lock-self': ['signer'],
  appraise: ['receiver'],
  'lock-appraisal': ['receiver'],
  explain: ['preparer'],
  'lock-explanation': ['signer'],
};

export const MAY_READ_SHEET: readonly Stance[] = [
  'preparer',
  'signer',
  'unit-overseer',
  'receiver',
  'authority-overseer',
  'authority-signer',
];

export const ROUND_VERBS = ['survey', 'move-version', 'set-context', 'publish'] as const;
export type RoundVerb = (typeof ROUND_VERBS)[number];

/** What one side gave for one criterion: an answer, or points in its place; and words. */
export type StageMark = {
  readonly criterion: string;
  readonly answer: Answer | null;
  readonly points: Amount | null;
  /** The appraiser takes the other side's answer as it is. */
  readonly agreed: boolean;
  readonly words: string;
};

export type Lock = { readonly by: string; readonly name: string; readonly at: Instant };

/** One unit in a round, as the rules need to know it. */
export type Subject = {
  readonly roundId: string;
  readonly unitId: string;
  readonly officeUnitId: string;
  readonly stage: Stage;
  readonly version: number;
  readonly isPublished: boolean;
  readonly blind: boolean;
  /** Everybody who wrote a self-score or an explanation. */
  readonly writers: readonly string[];
  readonly preparerMaySign: boolean;
  /** The two of a blind appraisal; empty until they begin. */
  readonly hands: readonly { readonly personId: string; readonly isLocked: boolean }[];
};

export const chainOfRound = (roundId: string): string => `round:${roundId}`;
export const chainOfSubject = (roundId: string, unitId: string): string => `round:${roundId}:${unitId}`;

/** Conflicts of one person with the own work, apart from the post held. */
export const conflictOfSubject = (
  subject: Subject,
  verb: SubjectVerb,
  personId: string,
): string | undefined => {
  const wrote = subject.writers.includes(personId);
  if ((verb === 'lock-self' || verb === 'lock-explanation') && wrote && !subject.preparerMaySign)
    return 'scoring.writerMayNotSign';
  if ((verb === 'appraise' || verb === 'lock-appraisal') && wrote) return 'scoring.writerMayNotAppraise';
  if (
    subject.blind &&
    subject.stage === 'appraisal-1' &&
    (verb === 'appraise' || verb === 'lock-appraisal')
  ) {
    const own = subject.hands.find((h) => h.personId === personId);
    if (!own && subject.hands.length >= 2) return 'scoring.twoAppraise';
    if (own?.isLocked) return 'scoring.handLocked';
  }
  return undefined;
};

export const mayOnSubject = (
  subject: Subject,
  stances: ReadonlySet<Stance>,
  personId: string,
): readonly SubjectVerb[] =>
  subject.isPublished
    ? []
    : nextOfSubject[subject.stage].filter(
        (verb) =>
          WHO_SCORES[verb].some((s) => stances.has(s)) &&
          conflictOfSubject(subject, verb, personId) === undefined,
      );
