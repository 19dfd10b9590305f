import { type Amount, formatAmount } from '../kernel/amount.ts';
import type { Answer, Answers, Context } from './answer.ts';
import type { NilPolicy, Rounding } from './criteria.ts';
import { evaluate, holdsFor } from './evaluate.ts';
import {
  exact,
  type Fraction,
  larger,
  order,
  rounded,
  roundedTo,
  smaller,
  spoken,
  times,
  ZERO,
} from './fraction.ts';
import { lackText } from './lackText.ts';
import type { Line, Prepared } from './prepare.ts';
import { NOTHING, type Split } from './split.ts';
import { ATOM, type Lack, type Surroundings } from './worked.ts';

export type Status =
  | 'computed'
  | 'not-answered'
  | 'not-computable'
  | 'survey'
  | 'survey-pending'
  | 'monitor'
  /** Nothing arose or it does not concern the unit: out of the maximum. */
  | 'reduced'
  /** A branch in which lines are still without points. */
  | 'incomplete';

/** What one line came to. */
export type Mark = {
  readonly status: Status;
  /** null: not known. Never a zero in its place. */
  readonly points: Fraction | null;
  readonly maximum: Fraction;
  readonly split: Split;
  /** How much of the declared maximum was taken out. */
  readonly reduction: Fraction;
  readonly explanation: string;
  readonly lack?: Lack;
  /** The words of the condition that took all points of the line and of what is below it. */
  readonly zeroed?: string;
};

export type Scoring = {
  readonly prepared: Prepared;
  readonly answers: Answers;
  readonly context: Context;
  readonly marks: Map<string, Mark | 'doing'>;
  markOf(code: string): Mark | undefined;
};

export const surroundings = (line: Line, answer: Answer | undefined, s: Scoring): Surroundings => ({
  answer,
  code: line.criterion.code,
  answerOf: (code) => own(s.answers, code) ?? own(s.context.survey, code),
  pointsOf: (code) => {
    const mark = s.markOf(code);
    // What is known so far of a branch is not its points.
    return mark && mark.status !== 'incomplete' ? (mark.points ?? undefined) : undefined;
  },
  maximumOf: (code) =>
    code === undefined ? line.maximum : (s.markOf(code)?.maximum ?? s.prepared.byCode.get(code)?.maximum),
  contextOf: (name) => own(s.context.values, name),
  explain: s.context.explain !== false,
});

/** Keys of answers are codes that people write: 'constructor' is none of ours. */
export const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

const splitOf = (line: Line, points: Fraction, maximum: Fraction): Split => {
  if (line.role === 'bonus') return { ...NOTHING, bonus: points };
  if (line.role === 'penalty') return { ...NOTHING, penalty: points };
  return line.kind === 'survey'
    ? { ...NOTHING, survey: points, surveyMaximum: maximum }
    : { ...NOTHING, appraised: points, appraisedMaximum: maximum };
};

const settled = (line: Line, status: Status, points: Fraction, explanation: string): Mark => ({
  status,
  points,
  maximum: line.maximum,
  split: splitOf(line, points, line.maximum),
  reduction: ZERO,
  explanation,
});

const unsettled = (line: Line, status: Status, lack: Lack | undefined, explanation: string): Mark => ({
  status,
  points: null,
  maximum: line.maximum,
  split: splitOf(line, ZERO, line.maximum),
  reduction: ZERO,
  explanation,
  ...(lack ? { lack } : {}),
});

export const lacking = (line: Line, lack: Lack): Mark => {
  const unanswered =
    lack.code === 'missing' ||
    lack.code === 'dependsOn' ||
    lack.code === 'noContext' ||
    lack.code === 'noRule';
  return unsettled(line, unanswered ? 'not-answered' : 'not-computable', lack, `${lackText(lack)}.`);
};

const stated = (line: Line, kind: 'nil' | 'not-applicable', policy: NilPolicy | undefined): Mark => {
  const words = kind === 'nil' ? 'Không phát sinh' : 'Không áp dụng';
  const max = spoken(line.maximum);
  const effective = policy ?? (line.role === 'normal' ? undefined : 'zero');
  switch (effective) {
    case 'full':
      return settled(
        line,
        line.kind === 'survey' ? 'survey' : 'computed',
        line.maximum,
        `${words}: tính đủ ${max} điểm.`,
      );
    case 'zero':
      return settled(line, 'computed', ZERO, `${words}: 0 điểm.`);
    case 'reduce-max':
      return {
        status: 'reduced',
        points: ZERO,
        maximum: ZERO,
        split: NOTHING,
        reduction: line.role === 'normal' ? line.maximum : ZERO,
        explanation: `${words}: giảm trừ ${max} điểm khỏi điểm tối đa.`,
      };
    case undefined:
      return lacking(line, { code: 'noPolicy', what: words.toLocaleLowerCase('vi') });
    default: {
      const never: never = effective;
      return never;
    }
  }
};

/** Points stay within what the line may give or take. */
const withinLine = (line: Line, v: Fraction): Fraction => {
  const unlimited = order(line.maximum, ZERO) === 0;
  if (line.role === 'penalty') {
    const lost = smaller(v, ZERO);
    return unlimited ? lost : larger(lost, times(line.maximum, exact('-1')));
  }
  return line.role === 'bonus' && unlimited ? v : smaller(v, line.maximum);
};

const pointsText = (points: Amount): string => `${formatAmount(points)} điểm`;

export const roundedPoints = (v: Fraction, rounding: Rounding): Fraction =>
  rounding.at === 'line' ? roundedTo(v, rounding.decimals, rounding.mode) : v;

/** Points that somebody gave who may: never more than the line allows. */
const appraised = (
  line: Line,
  given: { readonly points: Amount; readonly words: string },
  s: Scoring,
): Mark => {
  const points = roundedPoints(withinLine(line, exact(given.points)), s.prepared.set.rounding);
  const why = given.words === '' ? '' : `: ${given.words.replace(/[.\s]+$/, '')}`;
  const shown = rounded(points, s.prepared.set.rounding.decimals, s.prepared.set.rounding.mode);
  return settled(line, 'computed', points, `Thẩm định cho ${pointsText(shown)}${why}.`);
};

/** Points of a line by its own rule. */
export const ruleMark = (line: Line, s: Scoring): Mark => {
  const c = line.criterion;
  const isSurveyed = line.kind === 'survey';
  const answer = own(isSurveyed ? s.context.survey : s.answers, c.code);
  if (isSurveyed && !answer)
    return unsettled(
      line,
      'survey-pending',
      undefined,
      'Điểm điều tra xã hội học, không tự chấm: chưa có kết quả điều tra.',
    );
  const given = own(s.context.given, c.code);
  if (given) return appraised(line, given, s);
  if (answer?.kind === 'nil') return stated(line, 'nil', c.whenNil);
  if (answer?.kind === 'not-applicable') return stated(line, 'not-applicable', c.whenNotApplicable);
  if (!line.expr) return lacking(line, { code: 'noRule', what: c.code });
  const worth = evaluate(line.expr, surroundings(line, answer, s));
  if (!worth.ok) {
    if (worth.lack.code === 'zeroDenominator' && c.zeroDenominatorIsNil && c.whenNil)
      return stated(line, 'nil', c.whenNil);
    return lacking(line, worth.lack);
  }
  const { rounding } = s.prepared.set;
  const limited = withinLine(line, worth.v);
  const points = roundedPoints(limited, rounding);
  const status: Status = isSurveyed ? 'survey' : 'computed';
  if (s.context.explain === false) return settled(line, status, points, '');
  const shown = rounded(limited, rounding.decimals, rounding.mode);
  const arithmetic = worth.p === ATOM && order(worth.v, limited) === 0 ? '' : `${worth.t} = `;
  const cut = order(worth.v, limited) === 0 ? '' : `${spoken(worth.v)}, tính tối đa `;
  const inexact = order(exact(shown), limited) === 0 ? '' : ` (làm tròn ${rounding.decimals} số)`;
  const source = answer?.kind === 'given' && answer.source ? ` Nguồn: ${answer.source}.` : '';
  const because = worth.because.length > 0 ? `${sentence(worth.because.join('; '))}: ` : '';
  return settled(
    line,
    status,
    points,
    `${because}${arithmetic}${cut}${pointsText(shown)}${inexact}.${source}`,
  );
};

const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** "Nếu … thì 0": what the condition says about a line or the set; undefined when there is no condition. */
export const zeroed = (line: Line, s: Scoring): { result: boolean | undefined; words: string } | undefined =>
  line.criterion.zeroWhen
    ? holdsFor(line.criterion.zeroWhen, surroundings(line, own(s.answers, line.criterion.code), s))
    : undefined;
