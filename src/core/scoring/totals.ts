import type { Amount } from '../kernel/amount.ts';
import type { CriteriaSet } from './criteria.ts';
import { holdsFor } from './evaluate.ts';
import {
  exact,
  type Fraction,
  isNought,
  order,
  over,
  plus,
  rounded,
  smaller,
  times,
  ZERO,
} from './fraction.ts';
import { type Mark, own, type Scoring, surroundings } from './mark.ts';
import type { Line } from './prepare.ts';
import type { AreaTotal, Index, Missing, Problem, Sums } from './sheet.ts';
import {
  achievedOf,
  addSplits,
  limitOutside,
  maximumOf,
  NOTHING,
  notBelowZero,
  type Split,
  withoutPoints,
} from './split.ts';

const HUNDRED = exact('100');

const percentOf = (set: CriteriaSet, a: Fraction, b: Fraction): Amount | null => {
  const share = over(times(a, HUNDRED), b);
  if (!share) return null;
  const limited = set.outside.indexMax === undefined ? share : smaller(share, exact(set.outside.indexMax));
  return rounded(limited, set.rounding.percentDecimals, set.rounding.mode);
};

const sumsOf = (set: CriteriaSet, split: Split, isPending: boolean): Sums => {
  const amount = (v: Fraction): Amount => rounded(v, set.rounding.decimals, set.rounding.mode);
  const maximum = maximumOf(split);
  return {
    appraised: amount(split.appraised),
    appraisedMaximum: amount(split.appraisedMaximum),
    survey: isPending ? null : amount(split.survey),
    surveyMaximum: amount(split.surveyMaximum),
    bonus: amount(split.bonus),
    penalty: amount(split.penalty),
    achieved: amount(achievedOf(split)),
    maximum: amount(maximum),
    percent: percentOf(set, achievedOf(split), maximum),
  };
};

const marked = (line: Line, s: Scoring): Mark | undefined => s.markOf(line.criterion.code);

/** Under a branch that a rule scores, or that was answered as a whole, the parts are not missed one by one. */
const missingOf = (lines: readonly Line[], s: Scoring): Missing[] =>
  lines.flatMap((line) => {
    const mark = marked(line, s);
    if (!mark) return [];
    if (mark.status === 'not-answered' || mark.status === 'not-computable')
      return [{ code: line.criterion.code, name: line.criterion.name, why: mark.explanation }];
    return mark.status === 'incomplete' ? missingOf(line.children, s) : [];
  });

const isPendingIn = (lines: readonly Line[], s: Scoring): boolean =>
  lines.some(
    (line) =>
      (line.kind === 'survey' && marked(line, s)?.status === 'survey-pending') ||
      isPendingIn(line.children, s),
  );

const indexOf = (
  set: CriteriaSet,
  split: Split,
  isPending: boolean,
  complete: boolean,
  isKnown: boolean,
): Index => {
  const withoutPointsOfSurvey = plus(split.appraised, plus(split.bonus, split.penalty));
  const appraised = order(withoutPointsOfSurvey, ZERO) < 0 ? ZERO : withoutPointsOfSurvey;
  const hasSurvey = !isNought(split.surveyMaximum);
  const withoutSurvey = percentOf(set, appraised, split.appraisedMaximum);
  const withSurvey = hasSurvey && !isPending ? percentOf(set, achievedOf(split), maximumOf(split)) : null;
  const kept = set.noSurvey === 'keep' && hasSurvey && isPending;
  const spoken = withSurvey ?? (kept ? percentOf(set, appraised, maximumOf(split)) : withoutSurvey);
  // Nothing answered at all is no index of 0 %.
  const percent = isKnown ? spoken : null;
  const basis = !hasSurvey ? 'no-survey-criteria' : withSurvey === null ? 'without-survey' : 'with-survey';
  const named =
    percent === null ? undefined : set.classes.find((c) => order(exact(percent), exact(c.from)) >= 0);
  const notes = [
    complete ? '' : 'Còn tiêu chí chưa có điểm: đang tính là chưa đạt.',
    basis === 'without-survey'
      ? kept
        ? 'Chưa có điểm điều tra xã hội học; tính trên toàn bộ điểm tối đa.'
        : 'Không tính điểm điều tra xã hội học (quy về điểm tối đa của phần thẩm định); chưa so được với chỉ số có điều tra.'
      : '',
  ];
  return {
    percent,
    basis,
    withSurvey: isKnown ? withSurvey : null,
    withoutSurvey: isKnown ? withoutSurvey : null,
    class: complete ? (named?.name ?? null) : null,
    complete,
    note: notes.filter((n) => n !== '').join(' '),
  };
};

/** What people wrote that the set cannot use: told, never used in silence. */
const problemsOf = (s: Scoring): Problem[] =>
  Object.keys(s.answers).flatMap((code): Problem[] => {
    const line = s.prepared.byCode.get(code);
    if (!line)
      return [
        {
          code: 'scoring.unknownCriterion',
          criterion: code,
          words: `Bộ tiêu chí không có tiêu chí ${code}.`,
        },
      ];
    if (line.kind === 'survey')
      return [
        {
          code: 'scoring.surveyNotSelfScored',
          criterion: code,
          words: `Tiêu chí ${code} do điều tra xã hội học cho điểm: câu trả lời tự chấm không được dùng.`,
        },
      ];
    return [];
  });

const setZeroed = (set: CriteriaSet, areas: readonly Line[], s: Scoring): string | undefined => {
  const first = areas[0];
  if (!set.zeroWhen || !first) return undefined;
  const { result, words } = holdsFor(
    set.zeroWhen,
    surroundings(first, own(s.answers, first.criterion.code), s),
  );
  return result ? words : undefined;
};

export const totalsOf = (
  set: CriteriaSet,
  areas: readonly Line[],
  s: Scoring,
): {
  index: Index;
  total: Sums;
  areas: AreaTotal[];
  missing: Missing[];
  problems: Problem[];
} => {
  const marks = areas.map((line) => ({ line, mark: marked(line, s) }));
  const summed = marks.reduce((all, { mark }) => addSplits(all, mark?.split ?? NOTHING), NOTHING);
  const limit = (a: Amount | undefined): Fraction | undefined => (a === undefined ? undefined : exact(a));
  const limited = notBelowZero(
    limitOutside(summed, limit(set.outside.bonusMax), limit(set.outside.penaltyMax)),
  );
  const because = setZeroed(set, areas, s);
  const split = because === undefined ? limited : withoutPoints(limited);
  const missing = missingOf(areas, s);
  const isPending = isPendingIn(areas, s);
  const index = indexOf(
    set,
    split,
    isPending,
    missing.length === 0,
    marks.some(({ mark }) => mark !== undefined && mark.points !== null),
  );
  return {
    index:
      because === undefined
        ? index
        : { ...index, note: `0 điểm vì có điều kiện: ${because}. ${index.note}`.trim() },
    total: sumsOf(set, split, isPending),
    areas: marks.map(({ line, mark }) => ({
      code: line.criterion.code,
      name: line.criterion.name,
      role: line.role,
      ...(line.leadUnit === undefined ? {} : { leadUnit: line.leadUnit }),
      ...sumsOf(set, mark?.split ?? NOTHING, isPendingIn([line], s)),
      missing: missingOf([line], s).length,
    })),
    missing,
    problems: problemsOf(s),
  };
};
