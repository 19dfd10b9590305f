import type { Answer, Answers } from '../../../core/scoring/answer.ts';
import { fedAnswers } from '../../../core/scoring/feed.ts';
import type { StageMark } from '../../../core/scoring/round.ts';
import type { Result } from '../../../core/scoring/roundAnswers.ts';
import type { ScoreSheet } from '../../../core/scoring/sheet.ts';
import { laterState, type StageState, selfState, sheetOf } from '../../../core/scoring/stages.ts';
import type { ReadContext } from '../../http/context.ts';
import {
  at,
  figuresOf,
  type LoadedSubject,
  type Material,
  NOBODY,
  OFFICE,
  type StoredMark,
  SYSTEM,
  surveyOf,
} from './subject.ts';

export type Stages = {
  readonly computed: Answers;
  /** The answers of the self-score. */
  readonly own: Answers;
  readonly self: ScoreSheet;
  readonly first: ScoreSheet | null;
  readonly second: ScoreSheet | null;
  /** What counts at this stage. */
  readonly standing: ScoreSheet;
  /** Marks of the first appraisal as they count: the office's, or what two hands came to together. */
  readonly firstMarks: readonly StageMark[];
};

/** Of two hands: what they agree on, and what was settled where they differed. */
const joined = (loaded: LoadedSubject, marks: readonly StoredMark[]): readonly StageMark[] => {
  if (!loaded.subject.blind) return at(marks, 'appraisal-1');
  const [one] = loaded.subject.hands;
  const settled = at(marks, 'settling');
  const own = one ? at(marks, 'appraisal-1', one.personId) : [];
  const isSettled = new Set(settled.map((m) => m.criterion));
  return [...own.filter((m) => !isSettled.has(m.criterion)), ...settled];
};

/** What the office knows better stands in the answer, whoever gave the rest of it. */
const withOffice = (answers: Answers, marks: readonly StoredMark[]): Answers => {
  const out: Record<string, Answer> = { ...answers };
  for (const { criterion, answer, words } of marks) {
    const own = out[criterion];
    if (answer?.kind !== 'given' || (own && own.kind !== 'given')) continue;
    const source = [own?.source, words].filter((w) => w).join('; ');
    out[criterion] = {
      ...(own ?? {}),
      kind: 'given',
      values: { ...own?.values, ...answer.values },
      ...(source === '' ? {} : { source }),
    };
  }
  return out;
};

/** The self-score as it stands: fed by figures until it is locked, by what they said at the lock from then on. */
const selfOf = (loaded: LoadedSubject, marks: readonly StoredMark[], computed: Answers): StageState => {
  const state = selfState(
    [...at(marks, 'self', SYSTEM), ...at(marks, 'self').filter((m) => m.answer !== null)],
    loaded.subject.stage === 'self' ? computed : {},
  );
  return { ...state, answers: withOffice(state.answers, at(marks, 'self', OFFICE)) };
};

/**
 * I6: every stage as it stands, side by side. Figures feed the self-score until it is locked; what was locked is kept
 * as marks and no longer follows them.
 */
const stagesFrom = (material: Material): Stages => {
  const { loaded, marks, survey, figures } = material;
  const { set, subject, round } = loaded;
  const computed = fedAnswers(set, figures);
  const more = { survey, values: round.values };
  const self = selfOf(loaded, marks, computed);
  const selfSheet = sheetOf(set, self, more);
  const own = { computed, own: self.answers, self: selfSheet };
  if (subject.stage === 'self')
    return { ...own, first: null, second: null, standing: selfSheet, firstMarks: [] };
  const firstMarks = joined(loaded, marks);
  const first = laterState(self, firstMarks);
  const isFirstOpen = subject.stage === 'appraisal-1' || subject.stage === 'settling';
  const firstSheet = sheetOf(set, first, more);
  if (isFirstOpen)
    return {
      ...own,
      first: subject.blind ? null : firstSheet,
      second: null,
      standing: selfSheet,
      firstMarks,
    };
  const second = at(marks, 'appraisal-2', NOBODY);
  const secondSheet = sheetOf(set, laterState(first, second), more);
  const isSecond = subject.stage === 'appraisal-2' || subject.stage === 'done';
  return {
    ...own,
    first: firstSheet,
    second: isSecond ? secondSheet : null,
    standing: subject.stage === 'done' ? secondSheet : firstSheet,
    firstMarks,
  };
};

export const stagesOf = async (
  ctx: ReadContext,
  loaded: LoadedSubject,
  marks: readonly StoredMark[],
): Promise<Stages> =>
  stagesFrom({
    loaded,
    marks,
    figures: await figuresOf(ctx, loaded),
    survey: await surveyOf(ctx, loaded.round.id, loaded.unit.id),
  });

/** Only what counts now, without words: a whole round is worked out by it. */
export const standingFrom = ({ loaded, marks, survey, figures }: Material): ScoreSheet => {
  const { set, subject, round } = loaded;
  const more = { survey, values: round.values, explain: false };
  const self = selfOf(loaded, marks, fedAnswers(set, figures));
  if (subject.stage === 'self' || subject.stage === 'appraisal-1' || subject.stage === 'settling')
    return sheetOf(set, self, more);
  const first = laterState(self, joined(loaded, marks));
  return sheetOf(
    set,
    subject.stage === 'done' ? laterState(first, at(marks, 'appraisal-2', NOBODY)) : first,
    more,
  );
};

export const resultOf = (sheet: ScoreSheet): Result => ({
  percent: sheet.index.percent,
  class: sheet.index.class,
  basis: sheet.index.basis,
  complete: sheet.index.complete,
  total: sheet.total,
  areas: sheet.areas.map(({ role: _role, leadUnit: _lead, missing: _missing, ...area }) => area),
});
