import { type Amount, compare, formatAmount, sum } from '../kernel/amount.ts';
import { plainLabel } from './answer.ts';
import type { CriteriaSet, Criterion } from './criteria.ts';
import { type Cond, everything } from './expression.ts';
import { highestOf } from './highest.ts';
import { type Line, prepare } from './prepare.ts';
import type { SetProblem } from './problems.ts';
import type { Rule } from './rule.ts';
import { bandProblems } from './validateBands.ts';

type Found = SetProblem[];
type At = { readonly path: string; readonly criterion: string };

const say = (
  found: Found,
  at: At,
  code: SetProblem['code'],
  details: Readonly<Record<string, string>> = {},
  severity: SetProblem['severity'] = 'error',
): void => {
  found.push({ code, severity, path: at.path, details: { criterion: at.criterion, ...details } });
};

/** Normal lines with a maximum make up the line above; bonus and penalty lines stand beside it. */
const partsTotal = (lines: readonly Line[]): Amount =>
  sum(lines.filter((l) => l.role === 'normal').map((l) => l.criterion.maxPoints ?? '0'));

/** All rules inside a rule, itself first, with where they are and whether they see a change that may be negative. */
const rulesIn = (
  rule: Rule,
  path: string,
  signed = false,
): { rule: Rule; path: string; signed: boolean }[] => {
  const self = { rule, path, signed };
  switch (rule.type) {
    case 'conditional':
      return [
        self,
        ...rule.cases.flatMap((c, i) => rulesIn(c.gives, `${path}.cases[${i}]`)),
        ...(rule.otherwise ? rulesIn(rule.otherwise, `${path}.otherwise`) : []),
      ];
    case 'survey':
      return rule.rule ? [self, ...rulesIn(rule.rule, `${path}.rule`)] : [self];
    case 'year-on-year':
      return [self, ...rulesIn(rule.rule, `${path}.rule`, true)];
    case 'sum':
    case 'average':
    case 'min':
    case 'max':
      return [self, ...rule.parts.flatMap((p, i) => rulesIn(p.rule, `${path}.parts[${i}]`))];
    default:
      return [self];
  }
};

const checkRule = (rule: Rule, max: Amount | null, at: At, found: Found): void => {
  for (const one of rulesIn(rule, at.path)) {
    const here = { ...at, path: one.path };
    if (one.rule.type === 'tiers') {
      const hasOtherwise = one.rule.otherwise !== undefined;
      for (const p of bandProblems(one.rule.bands, one.rule.unit, hasOtherwise, one.signed))
        say(
          found,
          { ...at, path: `${one.path}.bands[${p.index}]` },
          p.code,
          { range: p.range },
          p.code === 'bands.gap' ? 'error' : 'warning',
        );
    }
    if (one.rule.type === 'options') {
      const seen = new Set<string>();
      for (const o of one.rule.options) {
        if (seen.has(plainLabel(o.label))) say(found, here, 'rule.sameLabel', { value: o.label });
        seen.add(plainLabel(o.label));
      }
    }
  }
  if (max === null) return;
  const highest = highestOf(rule, max);
  if (highest === undefined) return;
  const details = { value: formatAmount(highest), max: formatAmount(max) };
  if (compare(highest, max) > 0) say(found, at, 'rule.overMaximum', details);
  else if (compare(highest, max) < 0) say(found, at, 'rule.underMaximum', details, 'warning');
};

const isPartialWithin = (c: Criterion): boolean => c.partial === true || c.children.some(isPartialWithin);

const checkSum = (line: Line, at: At, isPartial: boolean, found: Found): void => {
  const c = line.criterion;
  if (line.kind !== 'branch' || c.maxPoints === null || line.role !== 'normal') return;
  if (c.combine !== undefined && c.combine !== 'sum') return;
  const total = partsTotal(line.children);
  if (compare(total, c.maxPoints) !== 0)
    say(
      found,
      at,
      'line.sum',
      { sum: formatAmount(total), max: formatAmount(c.maxPoints) },
      isPartial ? 'warning' : 'error',
    );
};

const checkLine = (
  line: Line,
  path: string,
  isPartialAbove: boolean,
  seen: Set<string>,
  found: Found,
): void => {
  const c = line.criterion;
  const at = { path, criterion: c.code };
  const isPartial = isPartialAbove || isPartialWithin(c);
  if (seen.has(c.code)) say(found, at, 'line.sameCode');
  seen.add(c.code);
  checkSum(line, at, isPartial, found);
  if (line.kind === 'none' && c.maxPoints !== null)
    say(found, at, isPartial ? 'line.partial' : 'line.noRule', {}, isPartial ? 'warning' : 'error');
  if (line.kind === 'monitor' && c.maxPoints === null && c.rule?.type !== 'monitor-only')
    say(found, at, 'line.noMaximum', {}, 'warning');
  if (c.rule && line.kind !== 'monitor')
    checkRule(c.rule, line.role === 'normal' ? c.maxPoints : null, { ...at, path: `${path}.rule` }, found);
  line.children.forEach((child, i) => {
    checkLine(child, `${path}.children[${i}]`, isPartialAbove || c.partial === true, seen, found);
  });
};

/** Codes that a line looks at: in its rule and in its condition. */
const lookedAt = (line: Line): { all: string[]; points: string[] } => {
  const c = line.criterion;
  const conds: Cond[] = c.zeroWhen ? [c.zeroWhen] : [];
  return codesIn(line.expr ? [line.expr] : [], conds);
};

const codesIn = (
  exprs: Parameters<typeof everything>[0],
  conds: readonly Cond[],
): { all: string[]; points: string[] } => {
  const inner = everything(exprs, conds);
  const points = inner.exprs.flatMap((e) => (e.kind === 'points' ? [e.of] : []));
  const other = inner.exprs.flatMap((e) =>
    (e.kind === 'field' || e.kind === 'maximum') && e.of !== undefined ? [e.of] : [],
  );
  const asked = inner.conds.flatMap((c) =>
    (c.kind === 'chosen' || c.kind === 'nil') && c.of !== undefined ? [c.of] : [],
  );
  return { all: [...points, ...other, ...asked], points };
};

/** A line waits for the points it looks at, and a branch for its parts. */
const circles = (byCode: ReadonlyMap<string, Line>): string[][] => {
  const state = new Map<string, 'open' | 'done'>();
  const out: string[][] = [];
  const visit = (code: string, trail: readonly string[]): void => {
    if (state.get(code) === 'done') return;
    if (state.get(code) === 'open') {
      out.push([...trail.slice(trail.indexOf(code)), code]);
      return;
    }
    state.set(code, 'open');
    const line = byCode.get(code);
    const next = line ? [...lookedAt(line).points, ...line.children.map((c) => c.criterion.code)] : [];
    for (const other of next) visit(other, [...trail, code]);
    state.set(code, 'done');
  };
  for (const code of byCode.keys()) visit(code, []);
  return out;
};

/** Whether a set can be scored with: points add up, bands close, references lead somewhere. */
export const validateSet = (set: CriteriaSet): readonly SetProblem[] => {
  const found: Found = [];
  const { areas, byCode } = prepare(set);
  const isPartial = set.areas.some(isPartialWithin);
  const total = partsTotal(areas);
  if (compare(total, set.totalPoints) !== 0)
    say(
      found,
      { path: 'areas', criterion: '' },
      'set.total',
      { sum: formatAmount(total), total: formatAmount(set.totalPoints) },
      isPartial ? 'warning' : 'error',
    );
  const seen = new Set<string>();
  areas.forEach((area, i) => {
    checkLine(area, `areas[${i}]`, false, seen, found);
  });
  const within = (line: Line, path: string): void => {
    for (const code of new Set(lookedAt(line).all))
      if (!byCode.has(code))
        say(found, { path, criterion: line.criterion.code }, 'reference.unknown', { value: code });
    line.children.forEach((child, i) => {
      within(child, `${path}.children[${i}]`);
    });
  };
  areas.forEach((area, i) => {
    within(area, `areas[${i}]`);
  });
  for (const code of new Set(codesIn([], set.zeroWhen ? [set.zeroWhen] : []).all))
    if (!byCode.has(code))
      say(found, { path: 'zeroWhen', criterion: set.title }, 'reference.unknown', { value: code });
  for (const circle of circles(byCode))
    say(found, { path: '', criterion: circle[0] ?? '' }, 'reference.circle', { value: circle.join(' → ') });
  return found;
};

export const hasErrors = (problems: readonly SetProblem[]): boolean =>
  problems.some((p) => p.severity === 'error');
