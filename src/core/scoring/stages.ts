import type { Amount } from '../kernel/amount.ts';
import type { Answer, Answers } from './answer.ts';
import type { CriteriaSet } from './criteria.ts';
import type { StageMark } from './round.ts';
import { score } from './score.ts';
import type { ScoreSheet } from './sheet.ts';

/** What a stage says of every criterion: answers, and points that stand in their place. */
export type StageState = {
  readonly answers: Answers;
  readonly given: Readonly<Record<string, { readonly points: Amount; readonly words: string }>>;
};

/** The self-score: what the unit said; where it said nothing, what its reported figures say (I7). */
export const selfState = (marks: readonly StageMark[], computed: Answers): StageState => {
  const answers: Record<string, Answer> = { ...computed };
  for (const mark of marks) if (mark.answer) answers[mark.criterion] = mark.answer;
  return { answers, given: {} };
};

/** A later stage changes what it speaks of; all else stands as it stood. */
export const laterState = (before: StageState, marks: readonly StageMark[]): StageState => {
  const answers: Record<string, Answer> = { ...before.answers };
  const given = { ...before.given };
  for (const mark of marks) {
    if (mark.agreed) continue;
    if (mark.points !== null) given[mark.criterion] = { points: mark.points, words: mark.words };
    else if (mark.answer) {
      answers[mark.criterion] = mark.answer;
      delete given[mark.criterion];
    }
  }
  return { answers, given };
};

export const sheetOf = (
  set: CriteriaSet,
  state: StageState,
  more: {
    readonly survey?: Answers;
    readonly values?: Readonly<Record<string, Amount>>;
    readonly explain?: boolean;
  } = {},
): ScoreSheet =>
  score(set, state.answers, {
    given: state.given,
    ...(more.survey ? { survey: more.survey } : {}),
    ...(more.values ? { values: more.values } : {}),
    ...(more.explain === false ? { explain: false } : {}),
  });
