import { type Amount, compare } from '../kernel/amount.ts';
import { readBounds, readCond, readExpr } from './readExpression.ts';
import {
  amountAt,
  amountOf,
  blame,
  get,
  has,
  isRaw,
  needed,
  positive,
  type Raw,
  type Reading,
  said,
  textOf,
} from './reading.ts';
import type { Rule, RuleBand, RulePart } from './rule.ts';

const RULE_TYPES = [
  'boolean',
  'options',
  'tiers',
  'linear',
  'linear-cap',
  'count',
  'ratio-with-penalty',
  'deduct',
  'conditional',
  'survey',
  'penalty',
  'late-penalty',
  'bonus',
  'year-on-year',
  'monitor-only',
  'given',
  'sum',
  'average',
  'min',
  'max',
  'formula',
] as const satisfies readonly Rule['type'][];

/** Words under which files give so much for each case, and how much at most. */
const EACH = [
  'perUnit',
  'penaltyPerUnit',
  'perCase',
  'perItem',
  'perViolation',
  'perOccurrence',
  'each',
  'pointsPerUnit',
] as const;
const CAPS = ['penaltyMax', 'maxPenalty', 'cap', 'maxPoints', 'maxDeduction', 'limit'] as const;

const optional = <K extends string>(key: K, value: Amount | undefined): { [P in K]?: Amount } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: Amount };

/** From high to low, whatever order the source has; bands with only an upper end follow, the narrowest first. */
const highToLow = (bands: readonly RuleBand[]): RuleBand[] => {
  const lower = (b: RuleBand): Amount | undefined => b.gt ?? b.gte;
  const upper = (b: RuleBand): Amount => b.lt ?? b.lte ?? '0';
  return [...bands].sort((a, b) => {
    const [la, lb] = [lower(a), lower(b)];
    if (la !== undefined && lb !== undefined)
      return compare(lb, la) || (a.gt !== undefined ? 0 : 1) - (b.gt !== undefined ? 0 : 1);
    if (la !== undefined) return -1;
    if (lb !== undefined) return 1;
    return compare(upper(a), upper(b)) || (a.lt !== undefined ? 0 : 1) - (b.lt !== undefined ? 0 : 1);
  });
};

const readBand = (r: Reading, raw: unknown, path: string): RuleBand | undefined => {
  if (!isRaw(raw)) return blame(r, 'rule.missing', path, { name: 'bands' });
  const bounds = readBounds(r, raw, path);
  if (has(raw, 'expr') || has(raw, 'formula')) {
    const expr = readExpr(r, get(raw, 'expr', 'formula'), `${path}.expr`);
    return expr && { ...bounds, expr };
  }
  if (has(raw, 'from') || has(raw, 'to')) {
    const [from, to] = [needed(r, raw, path, 'from'), needed(r, raw, path, 'to')];
    const ends = (bounds.gte ?? bounds.gt) !== undefined && (bounds.lte ?? bounds.lt) !== undefined;
    if (!ends) return blame(r, 'rule.missing', path, { name: 'gte / lt' });
    return from === undefined || to === undefined ? undefined : { ...bounds, from, to };
  }
  const points = needed(r, raw, path, 'points', 'score');
  return points === undefined ? undefined : { ...bounds, points };
};

const tiers = (r: Reading, raw: Raw, path: string): Rule | undefined => {
  const list = get(raw, 'bands', 'tiers');
  if (!Array.isArray(list) || list.length === 0 || list.length > 100)
    return blame(r, 'rule.missing', path, { name: 'bands' });
  const read = list.map((band, i) => readBand(r, band, `${path}.bands[${i}]`));
  const bands = read.filter((b) => b !== undefined);
  if (bands.length !== read.length) return undefined;
  // A band without bounds is what remains.
  const open = bands.find((b) => (b.gte ?? b.gt ?? b.lt ?? b.lte) === undefined);
  const otherwise = amountAt(r, raw, path, 'otherwise') ?? open?.points;
  return {
    type: 'tiers',
    unit: textOf(raw.unit, 40) ?? '%',
    bands: highToLow(bands.filter((b) => b !== open)),
    ...optional('otherwise', otherwise),
  };
};

/** {"kịp thời": 1, "không kịp thời": 0.5} is a list of options too. */
const listed = (options: unknown): unknown =>
  isRaw(options) ? Object.entries(options).map(([label, points]) => ({ label, points })) : options;

const options = (r: Reading, given: Raw, path: string): Rule | undefined => {
  const raw = { ...given, options: listed(get(given, 'options', 'choices', 'levels')) };
  if (!Array.isArray(raw.options) || raw.options.length === 0 || raw.options.length > 100)
    return blame(r, 'rule.missing', path, { name: 'options' });
  const read = raw.options.map((one: unknown, i) => {
    const at = `${path}.options[${i}]`;
    const label = isRaw(one) ? textOf(get(one, 'label', 'name', 'value', 'id'), 300) : undefined;
    if (!isRaw(one) || label === undefined) return blame(r, 'rule.missing', at, { name: 'label' });
    const points = needed(r, one, at, 'points', 'score');
    return points === undefined ? undefined : { label, points };
  });
  const known = read.filter((o) => o !== undefined);
  return known.length === read.length ? { type: 'options', options: known } : undefined;
};

const part = (r: Reading, raw: unknown, path: string, i: number, depth: number): RulePart | undefined => {
  const id = (isRaw(raw) ? textOf(raw.id, 80) : undefined) ?? String(i + 1);
  const label = (isRaw(raw) ? textOf(raw.label, 300) : undefined) ?? `Phần ${i + 1}`;
  if (isRaw(raw) && (has(raw, 'rule') || has(raw, 'type') || has(raw, 'ruleSpec'))) {
    const inner = get(raw, 'rule', 'ruleSpec') ?? raw;
    const max = get(raw, 'points', 'max', 'maxPoints');
    const spec = isRaw(inner) && max !== undefined && !has(inner, 'max') ? { ...inner, max } : inner;
    const rule = readRule(r, spec, `${path}.rule`, depth + 1);
    return rule && { id, label, rule };
  }
  const points = amountOf(r, isRaw(raw) ? get(raw, 'points', 'max') : raw, path, 'points');
  return points === undefined ? undefined : { id, label, rule: { type: 'boolean', yes: points, no: '0' } };
};

const parts = (
  r: Reading,
  raw: Raw,
  path: string,
  type: 'sum' | 'average' | 'min' | 'max',
  depth: number,
): Rule | undefined => {
  if (!Array.isArray(raw.parts) || raw.parts.length === 0 || raw.parts.length > 100)
    return blame(r, 'rule.missing', path, { name: 'parts' });
  const read = raw.parts.map((one, i) => part(r, one, `${path}.parts[${i}]`, i, depth));
  const known = read.filter((p) => p !== undefined);
  if (known.length !== read.length) return undefined;
  return { type, parts: known, ...optional('max', amountAt(r, raw, path, 'max')) };
};

/** Cases with a condition each; {"on": "3.1", "cases": [{"is": "đạt", …}]} names the other criterion once. */
const conditional = (r: Reading, raw: Raw, path: string, depth: number): Rule | undefined => {
  const list = get(raw, 'cases', 'branches', 'when');
  if (!Array.isArray(list) || list.length === 0 || list.length > 50)
    return blame(r, 'rule.missing', path, { name: 'cases' });
  const on = get(raw, 'on', 'of', 'dependsOn');
  const inner = (one: Raw, at: string): Rule | undefined => {
    const rule = get(one, 'rule', 'gives', 'then', 'ruleSpec');
    if (isRaw(rule)) return readRule(r, rule, `${at}.rule`, depth + 1);
    if (has(one, 'bands')) return readRule(r, { unit: raw.unit, ...one, type: 'tiers' }, at, depth + 1);
    if (has(one, 'options')) return readRule(r, { ...one, type: 'options' }, at, depth + 1);
    return readRule(r, { type: 'formula', expr: rule ?? one.points }, at, depth + 1);
  };
  const cases = list.map((one: unknown, i) => {
    const at = `${path}.cases[${i}]`;
    if (!isRaw(one)) return blame(r, 'rule.missing', at, { name: 'when' });
    const spec = has(one, 'when')
      ? one.when
      : has(one, 'if')
        ? one.if
        : on === undefined
          ? one
          : { on, ...one };
    const when = readCond(
      r,
      isRaw(spec) && on !== undefined && !has(spec, 'kind') ? { on, ...spec } : spec,
      `${at}.when`,
    );
    const gives = inner(one, at);
    return when && gives && { when, gives };
  });
  const known = cases.filter((c) => c !== undefined);
  const rest = get(raw, 'otherwise', 'else', 'default');
  const otherwise =
    rest === undefined
      ? undefined
      : inner(isRaw(rest) && !has(rest, 'type') ? rest : { rule: rest }, `${path}.otherwise`);
  if (known.length !== cases.length || (rest !== undefined && !otherwise)) return undefined;
  return { type: 'conditional', cases: known, ...(otherwise ? { otherwise } : {}) };
};

const latePenalty = (r: Reading, raw: Raw, path: string): Rule | undefined => {
  // Fixed points for stretches of days: the stop is one more stretch.
  if (has(raw, 'bands')) return tiers(r, { ...raw, unit: 'day' }, path);
  const perDay = positive(needed(r, raw, path, 'perDay', 'perUnit', 'per', 'penaltyPerDay', 'pointsPerDay'));
  const start = amountAt(r, raw, path, 'start') ?? '0';
  const max = positive(amountAt(r, raw, path, 'max', ...CAPS));
  const stop = get(raw, 'hardStop', 'stop');
  const afterDays = isRaw(stop)
    ? needed(r, stop, `${path}.hardStop`, 'afterDays', 'days', 'gt')
    : amountAt(r, raw, path, 'hardStopDays', 'hardStopAfterDays', 'stopAfterDays', 'maxDays', 'hardStop');
  const given = isRaw(stop)
    ? amountAt(r, stop, `${path}.hardStop`, 'points')
    : amountAt(r, raw, path, 'hardStopPoints');
  // After the stop everything is lost: the points of the line, or all that may be taken.
  const lost = given ?? (start !== '0' ? '0' : max === undefined ? undefined : `-${max}`);
  if (afterDays !== undefined && lost === undefined)
    return blame(r, 'rule.missing', path, { name: 'hardStop.points' });
  if (perDay === undefined) return undefined;
  return {
    type: 'late-penalty',
    perDay,
    start,
    ...optional('max', max),
    graceDays: amountAt(r, raw, path, 'graceDays', 'grace') ?? '0',
    ...(afterDays !== undefined && lost !== undefined ? { hardStop: { afterDays, points: lost } } : {}),
  };
};

const survey = (r: Reading, raw: Raw, path: string, depth: number): Rule | undefined => {
  const levels = Array.isArray(raw.levels)
    ? raw.levels.flatMap((one: unknown, i) => {
        const at = `${path}.levels[${i}]`;
        const label = isRaw(one) ? textOf(one.label, 80) : undefined;
        const percent = isRaw(one) ? needed(r, one, at, 'percent') : undefined;
        if (label === undefined) blame(r, 'rule.missing', at, { name: 'label' });
        return label === undefined || percent === undefined ? [] : [{ label, percent }];
      })
    : undefined;
  const inner = has(raw, 'rule')
    ? readRule(r, raw.rule, `${path}.rule`, depth + 1)
    : has(raw, 'bands')
      ? tiers(r, raw, path)
      : undefined;
  return {
    type: 'survey',
    ...optional('max', amountAt(r, raw, path, 'max')),
    ...(levels && levels.length > 0 ? { levels } : {}),
    ...(inner ? { rule: inner } : {}),
  };
};

const yearOnYear = (r: Reading, raw: Raw, path: string, depth: number): Rule | undefined => {
  const inner = has(raw, 'rule')
    ? readRule(r, raw.rule, `${path}.rule`, depth + 1)
    : has(raw, 'bands')
      ? tiers(r, raw, path)
      : readRule(r, { ...raw, type: 'linear' }, path, depth + 1);
  return (
    inner && {
      type: 'year-on-year',
      measure: raw.measure === 'difference' ? 'difference' : 'percent',
      direction: raw.direction === 'decrease' ? 'decrease' : 'increase',
      rule: inner,
    }
  );
};

const counted = (
  r: Reading,
  raw: Raw,
  path: string,
  type: 'penalty' | 'bonus' | 'count',
): Rule | undefined => {
  if (has(raw, 'bands')) return tiers(r, { unit: 'count', ...raw }, path);
  if (has(raw, 'options')) return options(r, raw, path);
  const per = positive(needed(r, raw, path, 'per', ...EACH, 'points'));
  const max = positive(amountAt(r, raw, path, 'max', ...CAPS));
  if (per === undefined) return undefined;
  if (type === 'count')
    return { type, per, ...optional('max', max), start: amountAt(r, raw, path, 'start') ?? '0' };
  return { type, per, ...optional('max', max) };
};

/** A rule of a file, in the shape of the reference files. */
export const readRule = (r: Reading, raw: unknown, path: string, depth = 0): Rule | undefined => {
  if (depth > 12 || !isRaw(raw)) return blame(r, 'rule.missing', path, { name: 'type' });
  const max = (): { max?: Amount } => optional('max', amountAt(r, raw, path, 'max'));
  const unit = textOf(raw.unit, 40) ?? '%';
  const type = RULE_TYPES.find((t) => t === raw.type);
  switch (type) {
    case 'boolean': {
      const yes = needed(r, raw, path, 'yes', 'max', 'points', 'maxPoints');
      return yes === undefined
        ? undefined
        : { type, yes, no: amountAt(r, raw, path, 'no', 'otherwise') ?? '0' };
    }
    case 'options':
      return options(r, raw, path);
    case 'tiers':
      return tiers(r, raw, path);
    case 'linear':
      return { type, ...max(), per: amountAt(r, raw, path, 'per') ?? '100', unit };
    case 'linear-cap': {
      const threshold = needed(r, raw, path, 'threshold');
      if (threshold === undefined) return undefined;
      if (compare(threshold, '0') <= 0)
        return blame(r, 'rule.number', `${path}.threshold`, { name: 'threshold', value: threshold });
      return {
        type,
        threshold,
        ...optional('zeroBelow', amountAt(r, raw, path, 'zeroBelow')),
        ...max(),
        unit,
      };
    }
    case 'count':
    case 'penalty':
    case 'bonus':
      return counted(r, raw, path, type);
    case 'ratio-with-penalty': {
      const penaltyPerUnit = positive(needed(r, raw, path, ...EACH, 'per'));
      const penaltyMax = positive(amountAt(r, raw, path, ...CAPS));
      if (penaltyPerUnit === undefined) return undefined;
      return {
        type,
        ...max(),
        penaltyPerUnit,
        ...optional('penaltyMax', penaltyMax),
        floor: amountAt(r, raw, path, 'floor') ?? '0',
      };
    }
    case 'deduct': {
      const perUnit = positive(needed(r, raw, path, ...EACH, 'per'));
      if (perUnit === undefined) return undefined;
      return {
        type,
        ...optional('start', amountAt(r, raw, path, 'start', 'max')),
        perUnit,
        floor: amountAt(r, raw, path, 'floor') ?? '0',
        ...optional('deductMax', positive(amountAt(r, raw, path, 'deductMax', ...CAPS))),
      };
    }
    case 'conditional':
      return conditional(r, raw, path, depth);
    case 'survey':
      return survey(r, raw, path, depth);
    case 'late-penalty':
      return latePenalty(r, raw, path);
    case 'year-on-year':
      return yearOnYear(r, raw, path, depth);
    case 'monitor-only':
    case 'given':
      return { type };
    case 'sum':
    case 'average':
    case 'min':
    case 'max':
      return parts(r, raw, path, type, depth);
    case 'formula': {
      const source = get(raw, 'expr', 'formula');
      const expr = readExpr(r, source, `${path}.expr`);
      const text =
        textOf(raw.text, 1_000) ?? (typeof source === 'string' ? textOf(source, 1_000) : undefined);
      return expr && { type, expr, ...(text === undefined ? {} : { text }) };
    }
    case undefined:
      return blame(r, 'rule.type', path, { value: said(raw.type), known: RULE_TYPES.join(', ') });
    default: {
      const never: never = type;
      return never;
    }
  }
};
