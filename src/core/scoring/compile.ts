import type { Amount } from '../kernel/amount.ts';
import { type Band, constant, type Expr } from './expression.ts';
import type { Rule, RuleBand } from './rule.ts';

type Around = {
  /** Maximum points of the line. */
  readonly max: Amount;
  /** What the rule looks at, when something else than the answer's own value. */
  readonly value?: Expr;
};

const ZERO = constant('0');
const HUNDRED = constant('100');

/** A percentage, given as such or as numerator and denominator. */
const rate = (unit: string): Expr => ({
  kind: 'field',
  name: 'value',
  or: unit === '%' ? ['ratio'] : ['count', 'days'],
  unit,
});
const VIOLATIONS = 'số trường hợp vi phạm';
const many = (label = 'số lượng', or: readonly string[] = ['value']): Expr => ({
  kind: 'field',
  name: 'count',
  or,
  unit: 'count',
  label,
});

const times = (...of: Expr[]): Expr => ({ kind: 'times', of });
const over = (left: Expr, right: Expr): Expr => ({ kind: 'over', left, right });
const minus = (left: Expr, right: Expr): Expr => ({ kind: 'minus', left, right });
const atMost = (of: Expr, bound: Expr): Expr => ({ kind: 'at-most', of, bound });
const atLeast = (of: Expr, bound: Expr): Expr => ({ kind: 'at-least', of, bound });
const negative = (e: Expr): Expr => (e.kind === 'const' ? constant(opposite(e.value)) : minus(ZERO, e));
const opposite = (value: Amount): Amount =>
  value === '0' ? value : value.startsWith('-') ? value.slice(1) : `-${value}`;
const limited = (of: Expr, max: Amount | undefined): Expr =>
  max === undefined ? of : atMost(of, constant(max));

/** From the band's lower end to its upper one, points rise or fall evenly. */
const onLine = (band: RuleBand, lower: Amount, upper: Amount): Expr => ({
  kind: 'plus',
  of: [
    times(
      over(minus({ kind: 'x' }, constant(lower)), minus(constant(upper), constant(lower))),
      minus(constant(band.to ?? '0'), constant(band.from ?? '0')),
    ),
    constant(band.from ?? '0'),
  ],
});

const bandExpr = (band: RuleBand): Band => {
  const { points, from, to, expr, ...bounds } = band;
  if (expr) return { ...bounds, gives: expr };
  const lower = band.gte ?? band.gt;
  const upper = band.lt ?? band.lte;
  if (from !== undefined && to !== undefined && lower !== undefined && upper !== undefined)
    return { ...bounds, gives: onLine(band, lower, upper) };
  return { ...bounds, gives: constant(points ?? '0') };
};

const late = (rule: Rule & { type: 'late-penalty' }, value: Expr | undefined): Expr => {
  const days: Expr = value ?? { kind: 'field', name: 'days', or: ['value'], unit: 'day' };
  const counted: Expr =
    rule.graceDays === '0' ? { kind: 'x' } : atLeast(minus({ kind: 'x' }, constant(rule.graceDays)), ZERO);
  const taken = limited(times(counted, constant(rule.perDay)), rule.max);
  const left = rule.start === '0' ? negative(taken) : atLeast(minus(constant(rule.start), taken), ZERO);
  const stop: Band[] = rule.hardStop
    ? [{ gt: rule.hardStop.afterDays, gives: constant(rule.hardStop.points) }]
    : [];
  return {
    kind: 'bands',
    on: days,
    unit: 'day',
    bands: [...stop, { gt: '0', gives: left }, { gte: '0', gives: constant(rule.start) }],
  };
};

const change = (rule: Rule & { type: 'year-on-year' }): Expr => {
  const current: Expr = { kind: 'field', name: 'current', label: 'năm nay' };
  const previous: Expr = { kind: 'field', name: 'previous', label: 'năm trước' };
  const grown = rule.direction === 'increase' ? minus(current, previous) : minus(previous, current);
  return rule.measure === 'difference' ? grown : times(over(grown, previous), HUNDRED);
};

const survey = (rule: Rule & { type: 'survey' }, around: Around): Expr => {
  const max = rule.max ?? around.max;
  const index: Expr = rule.levels
    ? over(
        {
          kind: 'plus',
          of: rule.levels.map((level) =>
            times({ kind: 'field', name: level.label, label: level.label }, constant(level.percent)),
          ),
        },
        {
          kind: 'plus',
          of: rule.levels.map((level) => ({ kind: 'field', name: level.label, label: level.label })),
        },
      )
    : { kind: 'field', name: 'value', or: ['index', 'ratio'], unit: '%', label: 'Chỉ số điều tra' };
  if (rule.rule) return compileRule(rule.rule, { max, value: index });
  return atMost(times(over(index, HUNDRED), constant(max)), constant(max));
};

/** A named rule in terms of expressions. */
export const compileRule = (rule: Rule, around: Around): Expr => {
  const { value } = around;
  switch (rule.type) {
    case 'boolean':
      return {
        kind: 'choice',
        choices: [
          { id: 'yes', label: 'có', gives: constant(rule.yes) },
          { id: 'no', label: 'không', gives: constant(rule.no) },
        ],
      };
    case 'options':
      return {
        kind: 'choice',
        choices: rule.options.map((o) => ({ id: o.label, label: o.label, gives: constant(o.points) })),
      };
    case 'tiers':
      return {
        kind: 'bands',
        on: value ?? rate(rule.unit),
        unit: rule.unit,
        bands: rule.bands.map(bandExpr),
        ...(rule.otherwise === undefined ? {} : { otherwise: constant(rule.otherwise) }),
      };
    case 'linear': {
      const max = constant(rule.max ?? around.max);
      return atLeast(atMost(times(over(value ?? rate(rule.unit), constant(rule.per)), max), max), ZERO);
    }
    case 'linear-cap': {
      const max = constant(rule.max ?? around.max);
      const share = times(over({ kind: 'x' }, constant(rule.threshold)), max);
      return {
        kind: 'bands',
        on: value ?? rate(rule.unit),
        unit: rule.unit,
        bands: [
          { gte: rule.threshold, gives: max },
          { gte: rule.zeroBelow ?? '0', gives: share },
        ],
        otherwise: ZERO,
      };
    }
    case 'count':
      return limited(
        {
          kind: 'plus',
          of: [
            ...(rule.start === '0' ? [] : [constant(rule.start)]),
            times(value ?? many(), constant(rule.per)),
          ],
        },
        rule.max ?? around.max,
      );
    case 'ratio-with-penalty': {
      const max = constant(rule.max ?? around.max);
      const share = atMost(times(over(value ?? rate('%'), HUNDRED), max), max);
      const taken = limited(times(many(VIOLATIONS, []), constant(rule.penaltyPerUnit)), rule.penaltyMax);
      return atLeast(minus(share, taken), constant(rule.floor));
    }
    case 'deduct': {
      const taken = limited(times(value ?? many(VIOLATIONS), constant(rule.perUnit)), rule.deductMax);
      return atLeast(minus(constant(rule.start ?? around.max), taken), constant(rule.floor));
    }
    case 'conditional':
      return rule.cases.reduceRight<Expr>(
        (rest, one) => ({ kind: 'when', if: one.when, gives: compileRule(one.gives, around), else: rest }),
        rule.otherwise ? compileRule(rule.otherwise, around) : ZERO,
      );
    case 'survey':
      return survey(rule, around);
    case 'penalty':
      return negative(limited(times(value ?? many(VIOLATIONS), constant(rule.per)), rule.max));
    case 'bonus':
      // A bonus line without a maximum is unlimited here; the set may limit all bonuses together.
      return limited(
        times(value ?? many(), constant(rule.per)),
        rule.max ?? (around.max === '0' ? undefined : around.max),
      );
    case 'late-penalty':
      return late(rule, value);
    case 'year-on-year':
      return compileRule(rule.rule, { max: around.max, value: change(rule) });
    case 'monitor-only':
      return ZERO;
    case 'given':
      return atLeast({ kind: 'field', name: 'points', label: 'điểm' }, ZERO);
    case 'sum':
    case 'average':
    case 'min':
    case 'max':
      return limited(
        {
          kind: rule.type === 'sum' ? 'plus' : rule.type,
          of: rule.parts.map((part) => ({
            kind: 'part',
            id: part.id,
            label: part.label,
            gives: compileRule(part.rule, { max: around.max }),
          })),
        },
        rule.max,
      );
    case 'formula':
      return rule.expr;
    default: {
      const never: never = rule;
      return never;
    }
  }
};
