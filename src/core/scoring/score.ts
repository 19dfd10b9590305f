import type { Answers, Context } from './answer.ts';
import type { CriteriaSet } from './criteria.ts';
import { exact, type Fraction, larger, minus, order, over, plus, smaller, spoken, ZERO } from './fraction.ts';
import { lacking, type Mark, own, roundedPoints, ruleMark, type Scoring, zeroed } from './mark.ts';
import { type Line, prepare } from './prepare.ts';
import { presentLine, type ScoreSheet } from './sheet.ts';
import {
  achievedOf,
  addSplits,
  maximumOf,
  NOTHING,
  notBelowZero,
  type Split,
  withoutPoints,
} from './split.ts';
import { totalsOf } from './totals.ts';

const isOpen = (m: Mark): boolean =>
  m.status === 'not-answered' || m.status === 'not-computable' || m.status === 'incomplete';

const branchStatus = (marks: readonly Mark[]): Mark['status'] => {
  const scored = marks.filter((m) => m.status !== 'monitor');
  if (scored.length === 0) return 'monitor';
  if (scored.some(isOpen)) return 'incomplete';
  if (scored.every((m) => m.status === 'reduced')) return 'reduced';
  if (scored.every((m) => m.status === 'survey-pending')) return 'survey-pending';
  return scored.every((m) => m.status === 'survey') ? 'survey' : 'computed';
};

/** The smallest, largest or mean of what the parts achieved; what does not concern the unit is left out. */
const combined = (line: Line, marks: readonly Mark[], s: Scoring): Fraction => {
  const points = marks
    .filter((m) => m.status !== 'reduced' && m.status !== 'monitor')
    .map((m) => m.points ?? ZERO);
  const [first = ZERO, ...rest] = points;
  if (line.criterion.combine === 'min') return rest.reduce(smaller, first);
  if (line.criterion.combine === 'max') return rest.reduce(larger, first);
  const mean = over(points.reduce(plus, ZERO), exact(String(points.length || 1))) ?? ZERO;
  return roundedPoints(mean, s.prepared.set.rounding);
};

const limitTo = (split: Split, maximum: Fraction): Split => {
  const excess = minus(plus(split.appraised, split.survey), maximum);
  return order(excess, ZERO) > 0 ? { ...split, appraised: minus(split.appraised, excess) } : split;
};

const branchSplit = (line: Line, marks: readonly Mark[], reduction: Fraction, s: Scoring): Split => {
  const summed = marks.reduce((all, m) => addSplits(all, m.split), NOTHING);
  const { combine } = line.criterion;
  const declared = line.criterion.maxPoints !== null && line.role === 'normal';
  if (combine === 'min' || combine === 'max' || combine === 'average') {
    const maximum = order(reduction, ZERO) > 0 ? minus(line.maximum, reduction) : line.maximum;
    return {
      ...summed,
      appraised: combined(line, marks, s),
      appraisedMaximum: maximum,
      survey: ZERO,
      surveyMaximum: ZERO,
    };
  }
  if (!declared) return summed;
  // The declared maximum counts, also where the source could not be read down to its last line.
  const maximum = minus(line.maximum, reduction);
  const limited = combine === 'capped-sum' ? limitTo(summed, maximum) : summed;
  return { ...limited, appraisedMaximum: larger(minus(maximum, summed.surveyMaximum), ZERO) };
};

const reductionOf = (line: Line, marks: readonly Mark[]): Fraction => {
  const { combine } = line.criterion;
  if (combine === undefined || combine === 'sum')
    return marks.reduce((all, m) => plus(all, m.reduction), ZERO);
  // A limit or a mean over parts stays as it is until no part is left.
  const scored = marks.filter((m) => m.status !== 'monitor');
  return scored.length > 0 && scored.every((m) => m.status === 'reduced') ? line.maximum : ZERO;
};

const HOW = {
  sum: 'Cộng',
  'capped-sum': 'Cộng, không quá điểm tối đa,',
  min: 'Lấy nhỏ nhất trong',
  max: 'Lấy lớn nhất trong',
  average: 'Trung bình',
};

const branchText = (line: Line, marks: readonly Mark[], points: Fraction): string => {
  const known = marks.filter((m) => m.points !== null && m.status !== 'monitor' && m.status !== 'reduced');
  if (known.length === 0) return '';
  const how = HOW[line.criterion.combine ?? 'sum'];
  const list = known.map((m) => spoken(m.points ?? ZERO)).join('; ');
  return `${how} điểm của ${known.length} dòng (${list}): ${spoken(points)} điểm.`;
};

const branchMark = (line: Line, s: Scoring): Mark => {
  const answer = own(s.answers, line.criterion.code);
  // Said once for the whole criterion instead of for each of its parts.
  if (answer && answer.kind !== 'given') return ruleMark({ ...line, kind: 'rule' }, s);
  const marks = line.children.map((child) => markOf(child, s));
  const reduction = reductionOf(line, marks);
  const split = branchSplit(line, marks, reduction, s);
  const floored = line.role === 'normal' ? notBelowZero(split) : split;
  const points = achievedOf(floored);
  const isKnown = marks.some((m) => m.points !== null);
  return {
    status: branchStatus(marks),
    points: isKnown ? points : null,
    maximum: maximumOf(floored),
    split: floored,
    reduction,
    explanation: s.context.explain === false ? '' : branchText(line, marks, points),
  };
};

const zeroMark = (mark: Mark, words: string): Mark => ({
  ...mark,
  status: mark.status === 'reduced' ? 'reduced' : 'computed',
  points: ZERO,
  split: withoutPoints(mark.split),
  zeroed: words,
  explanation: words === '' ? '' : `0 điểm vì có điều kiện: ${words}.`,
});

const fresh = (line: Line, s: Scoring): Mark => {
  if (line.kind === 'monitor') {
    const why = line.criterion.maxPoints === null ? 'nguồn chưa cho điểm tối đa' : 'không chấm điểm';
    return {
      status: 'monitor',
      points: null,
      maximum: ZERO,
      split: NOTHING,
      reduction: ZERO,
      explanation: `Chỉ theo dõi, ${why}.`,
    };
  }
  const own = (): Mark => {
    if (line.kind !== 'branch') {
      // A rule above its parts looks at their points: they are marked too.
      for (const child of line.children) markOf(child, s);
      return ruleMark(line, s);
    }
    return branchMark(line, s);
  };
  const condition = zeroed(line, s);
  const mark = own();
  if (!condition) return mark;
  if (condition.result) return zeroMark(mark, condition.words);
  if (condition.result === undefined && line.kind !== 'branch')
    return lacking(line, { code: 'dependsOn', what: 'trong điều kiện bằng 0' });
  return mark;
};

const markOf = (line: Line, s: Scoring): Mark => {
  const { code } = line.criterion;
  const known = s.marks.get(code);
  if (known === 'doing') return lacking(line, { code: 'circle', what: code });
  if (known) return known;
  s.marks.set(code, 'doing');
  const mark = fresh(line, s);
  s.marks.set(code, mark);
  return mark;
};

/** Everything below a zeroed branch gets nothing either, so that lines and totals agree. */
const zeroBelow = (line: Line, s: Scoring, words: string): void => {
  for (const child of line.children) {
    const mark = s.marks.get(child.criterion.code);
    if (mark && mark !== 'doing' && mark.status !== 'monitor')
      s.marks.set(child.criterion.code, zeroMark(mark, words));
    zeroBelow(child, s, words);
  }
};

/** Scores one unit's answers. Missing answers stay missing: they count for nothing and are listed. */
export const score = (set: CriteriaSet, answers: Answers, context: Context = {}): ScoreSheet => {
  const prepared = prepare(set);
  const marks = new Map<string, Mark | 'doing'>();
  const s: Scoring = {
    prepared,
    answers,
    context,
    marks,
    markOf: (code) => {
      const line = prepared.byCode.get(code);
      return line && markOf(line, s);
    },
  };
  for (const area of prepared.areas) markOf(area, s);
  const { lines } = prepared;
  for (const line of lines) {
    const mark = marks.get(line.criterion.code);
    if (mark && mark !== 'doing' && mark.zeroed !== undefined) zeroBelow(line, s, mark.zeroed);
  }
  const markedLines = lines.map((line) => ({ line, mark: markOf(line, s) }));
  return {
    set: { id: set.id, title: set.title, year: set.year, version: set.version },
    lines: markedLines.map(({ line, mark }) =>
      presentLine(line, mark, own(answers, line.criterion.code), set),
    ),
    ...totalsOf(set, prepared.areas, s),
  };
};
