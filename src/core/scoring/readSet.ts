import { type Amount, compare } from '../kernel/amount.ts';
import { type Day, isDay } from '../kernel/instant.ts';
import {
  type Combine,
  type CriteriaSet,
  type Criterion,
  type Feed,
  type Level,
  type NilPolicy,
  type Role,
  USUAL_ROUNDING,
} from './criteria.ts';
import type { Cond } from './expression.ts';
import type { RoundingMode } from './fraction.ts';
import type { SetProblem } from './problems.ts';
import { readCond } from './readExpression.ts';
import {
  amountAt,
  blame,
  get,
  has,
  isRaw,
  type Raw,
  type Reading,
  said,
  textOf,
  textsOf,
} from './reading.ts';
import { readRule } from './readRule.ts';
import type { Rule } from './rule.ts';

const MAX_LINES = 3_000;
const MAX_DEPTH = 8;
const LEVELS: readonly Level[] = ['area', 'criterion', 'component'];
const COMBINES: readonly Combine[] = ['sum', 'capped-sum', 'min', 'max', 'average'];
const ROLES: readonly Role[] = ['normal', 'bonus', 'penalty'];

/** 'full', 'reduce-max', or the words of the reference files: 'no PAKN -> full points'. */
export const policyOf = (value: unknown): NilPolicy | undefined => {
  const text = typeof value === 'string' ? value.normalize('NFC').toLocaleLowerCase('vi') : '';
  if (/reduce-?max|giảm trừ|giảm điểm tối đa|loại khỏi/.test(text)) return 'reduce-max';
  if (/full|đủ điểm|điểm tối đa|tối đa/.test(text)) return 'full';
  return /^(zero|0|0 điểm|không điểm|bằng 0)$/.test(text.trim()) ? 'zero' : undefined;
};

type Count = { lines: number };

const policy = (r: Reading, raw: Raw, path: string, ...keys: readonly string[]): NilPolicy | undefined => {
  const value = get(raw, ...keys);
  if (value === undefined) return undefined;
  return policyOf(value) ?? blame(r, 'line.policy', `${path}.${keys[0]}`, { value: said(value) });
};

const choiceOf = <T extends string>(
  r: Reading,
  raw: Raw,
  path: string,
  key: string,
  known: readonly T[],
): T | undefined => {
  if (!has(raw, key)) return undefined;
  return (
    known.find((k) => k === raw[key]) ??
    blame(r, 'line.value', `${path}.${key}`, { name: key, value: said(raw[key]) })
  );
};

const childrenOf = (raw: Raw): readonly unknown[] => {
  for (const key of ['children', 'criteria', 'components']) if (Array.isArray(raw[key])) return raw[key];
  return [];
};

const pointsOf = (r: Reading, raw: Raw, path: string): Amount | null => {
  const value = get(raw, 'maxPoints', 'max', 'points');
  if (value === undefined) return null;
  const read: Reading = { problems: [], criterion: r.criterion };
  const amount = amountAt(read, { maxPoints: value }, path, 'maxPoints');
  return amount ?? blame(r, 'line.points', `${path}.maxPoints`, { value: said(value) }) ?? null;
};

const ruleOf = (r: Reading, raw: Raw, path: string): Rule | undefined => {
  if (isRaw(raw.ruleSpec)) return readRule(r, raw.ruleSpec, `${path}.ruleSpec`);
  return isRaw(raw.rule) ? readRule(r, raw.rule, `${path}.rule`) : undefined;
};

const textField = <K extends string>(key: K, value: unknown): { [P in K]?: string } => {
  const text = textOf(value);
  return (text === undefined ? {} : { [key]: text }) as { [P in K]?: string };
};

/** 'KSTT.06.08 + KSTT.06.09' or a list of codes, for each field of the answer. */
const feedField = (r: Reading, raw: Raw, path: string): { feed?: Feed } => {
  if (!has(raw, 'feed')) return {};
  const given = raw.feed;
  const feed: Record<string, readonly string[]> = {};
  for (const [field, codes] of isRaw(given) ? Object.entries(given) : []) {
    const list = typeof codes === 'string' ? codes.split('+') : textsOf(codes);
    const named = list.map((one) => one.trim()).filter((one) => one !== '');
    if (named.length === 0 || named.some((one) => !/^[\p{L}\d._-]{1,60}$/u.test(one)))
      blame(r, 'line.value', `${path}.feed`, { name: field, value: said(codes) });
    else Object.defineProperty(feed, field, { value: named, enumerable: true });
  }
  if (!isRaw(given)) blame(r, 'line.value', `${path}.feed`, { name: 'feed', value: said(given) });
  return Object.keys(feed).length > 0 ? { feed } : {};
};

const levelAt = (depth: number): Level => LEVELS[Math.min(depth, 2)] ?? 'component';

const readLine = (
  r: Reading,
  value: unknown,
  path: string,
  depth: number,
  count: Count,
): Criterion | undefined => {
  if (++count.lines > MAX_LINES || depth > MAX_DEPTH) {
    if (count.lines === MAX_LINES + 1 || depth === MAX_DEPTH + 1)
      blame(r, 'set.tooLarge', path, { limit: String(MAX_LINES) });
    return undefined;
  }
  if (!isRaw(value)) return blame(r, 'line.noCode', path);
  const code = textOf(get(value, 'code', 'id'), 60);
  if (code === undefined) return blame(r, 'line.noCode', path);
  r.criterion = code;
  const name = textOf(value.name, 2_000);
  if (name === undefined) blame(r, 'line.noName', path);
  const spec = isRaw(value.ruleSpec) ? value.ruleSpec : {};
  const maxPoints = pointsOf(r, value, path);
  const rule = ruleOf(r, value, path);
  const whenNil = policy(
    r,
    has(value, 'whenNil') || has(value, 'notApplicable') ? value : spec,
    path,
    'whenNil',
    'notApplicable',
    'nil',
  );
  const whenNotApplicable = policy(r, value, path, 'whenNotApplicable');
  const combine = choiceOf(r, value, path, 'combine', COMBINES);
  const role = choiceOf(r, value, path, 'role', ROLES);
  const zeroWhen = has(value, 'zeroWhen') ? readCond(r, value.zeroWhen, `${path}.zeroWhen`) : undefined;
  const children = childrenOf(value).map((child, i) =>
    readLine(r, child, `${path}.children[${i}]`, depth + 1, count),
  );
  r.criterion = code;
  return {
    code,
    name: name ?? code,
    level: LEVELS.find((l) => l === value.level) ?? levelAt(depth),
    maxPoints,
    children: children.filter((c) => c !== undefined),
    ...(rule ? { rule } : {}),
    ...textField('ruleSource', get(value, 'ruleSource') ?? (isRaw(value.rule) ? undefined : value.rule)),
    ...(role ? { role } : {}),
    ...(combine ? { combine } : {}),
    ...(whenNil ? { whenNil } : {}),
    ...(whenNotApplicable ? { whenNotApplicable } : {}),
    ...(value.zeroDenominatorIsNil === true ? { zeroDenominatorIsNil: true } : {}),
    ...(zeroWhen ? { zeroWhen } : {}),
    ...textField('leadUnit', value.leadUnit),
    partners: textsOf(value.partners),
    evidence: textsOf(value.evidence),
    inputs: textsOf(value.inputs),
    ...feedField(r, value, path),
    ...textField('field', value.field),
    ...textField('numerator', value.numerator),
    ...textField('denominator', value.denominator),
    ...textField('addedBy', value.addedBy),
    ...(value.partial === true ? { partial: true } : {}),
    ...textField('note', value.note),
    ...textField('provenance', value.provenance),
  };
};

const dayOf = (r: Reading, value: unknown, path: string): Day | null => {
  const text = textOf(value, 40);
  if (text === undefined) return null;
  const spoken = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const day = spoken ? `${spoken[3]}-${spoken[2]?.padStart(2, '0')}-${spoken[1]?.padStart(2, '0')}` : text;
  return isDay(day) ? day : (blame(r, 'set.decision', path, { value: text }) ?? null);
};

const decisionOf = (r: Reading, raw: Raw): CriteriaSet['decision'] => {
  const given = raw.decision;
  if (!isRaw(given)) {
    const number = textOf(given, 80);
    return number === undefined ? null : { number, date: dayOf(r, raw.decisionDate, 'decisionDate') };
  }
  const number = textOf(given.number, 80);
  if (number === undefined) return null;
  return { number, date: dayOf(r, given.date, 'decision.date'), ...textField('issuer', given.issuer) };
};

const MODES: readonly RoundingMode[] = ['half-up', 'half-even', 'down'];
const decimalsOf = (r: Reading, raw: Raw, key: string, usual: number): number => {
  if (!has(raw, key)) return usual;
  const n = raw[key];
  if (typeof n === 'number' && Number.isInteger(n) && n >= 0 && n <= 10) return n;
  blame(r, 'set.setting', `rounding.${key}`, { name: key, value: said(n) });
  return usual;
};

const roundingOf = (r: Reading, value: unknown): CriteriaSet['rounding'] => {
  if (!isRaw(value)) return USUAL_ROUNDING;
  return {
    decimals: decimalsOf(r, value, 'decimals', USUAL_ROUNDING.decimals),
    mode: choiceOf(r, value, 'rounding', 'mode', MODES) ?? USUAL_ROUNDING.mode,
    at: choiceOf(r, value, 'rounding', 'at', ['line', 'total']) ?? USUAL_ROUNDING.at,
    percentDecimals: decimalsOf(r, value, 'percentDecimals', USUAL_ROUNDING.percentDecimals),
  };
};

const classesOf = (r: Reading, value: unknown): CriteriaSet['classes'] => {
  if (!Array.isArray(value)) return [];
  const read = value.slice(0, 50).flatMap((one: unknown, i) => {
    const name = isRaw(one) ? textOf(one.name, 80) : undefined;
    const from = isRaw(one) ? amountAt(r, one, `classes[${i}]`, 'from', 'gte') : undefined;
    return name === undefined || from === undefined ? [] : [{ name, from }];
  });
  return read.sort((a, b) => compare(b.from, a.from));
};

const outsideOf = (r: Reading, value: unknown): CriteriaSet['outside'] => {
  if (!isRaw(value)) return {};
  const out: Record<string, Amount> = {};
  for (const key of ['bonusMax', 'penaltyMax', 'indexMax']) {
    const amount = amountAt(r, value, 'outside', key)?.replace('-', '');
    if (amount !== undefined) out[key] = amount;
  }
  return out;
};

const wholeNumber = (value: unknown): number | null => {
  const n = typeof value === 'string' ? Number(value) : value;
  return typeof n === 'number' && Number.isInteger(n) && n >= 0 && n < 10_000 ? n : null;
};

const yearOf = (raw: Raw, id: string): number | null =>
  wholeNumber(raw.year) ?? wholeNumber(/(?:^|\D)(20\d\d)(?:\D|$)/.exec(id)?.[1]);

export type ReadSet = { readonly set: CriteriaSet | undefined; readonly problems: readonly SetProblem[] };

/** One set of criteria from foreign JSON. Never throws; everything that is wrong is said with its place. */
export const readSet = (value: unknown): ReadSet => {
  const r: Reading = { problems: [], criterion: '' };
  if (!isRaw(value)) {
    blame(r, 'set.notObject', '');
    return { set: undefined, problems: r.problems };
  }
  const tree = isRaw(value.tree) ? value.tree : value;
  if (!Array.isArray(tree.areas) || tree.areas.length === 0) {
    blame(r, Array.isArray(tree.areas) ? 'set.noAreas' : 'set.notObject', 'areas');
    return { set: undefined, problems: r.problems };
  }
  const count = { lines: 0 };
  const areas = tree.areas
    .slice(0, MAX_LINES)
    .map((area: unknown, i: number) => readLine(r, area, `areas[${i}]`, 0, count))
    .filter((area) => area !== undefined);
  r.criterion = '';
  const id = textOf(value.id, 120) ?? 'bo-tieu-chi';
  const zeroWhen: Cond | undefined = has(value, 'zeroWhen')
    ? readCond(r, value.zeroWhen, 'zeroWhen')
    : undefined;
  const set: CriteriaSet = {
    id,
    title: textOf(value.title, 1_000) ?? id,
    year: yearOf(value, id),
    subjectLevel: textOf(get(value, 'subjectLevel', 'level'), 120) ?? '',
    decision: decisionOf(r, value),
    version: wholeNumber(value.version) ?? 1,
    ...textField('status', value.status),
    totalPoints: amountAt(r, value, '', 'totalPoints') ?? '100',
    rounding: roundingOf(r, value.rounding),
    outside: outsideOf(r, value.outside),
    noSurvey: choiceOf(r, value, '', 'noSurvey', ['rescale', 'keep']) ?? 'rescale',
    classes: classesOf(r, value.classes),
    ...(zeroWhen ? { zeroWhen } : {}),
    areas,
    notes: textsOf(get(value, 'notes', 'generalNotes')),
  };
  return { set, problems: r.problems };
};

/** All sets of a file: {"sets": […]}, a list, or one set. */
export const readSets = (value: unknown): readonly ReadSet[] => {
  const list =
    isRaw(value) && Array.isArray(value.sets) ? value.sets : Array.isArray(value) ? value : [value];
  return list.slice(0, 200).map(readSet);
};
