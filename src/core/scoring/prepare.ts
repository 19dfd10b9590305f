import { compare } from '../kernel/amount.ts';
import { compileRule } from './compile.ts';
import type { CriteriaSet, Criterion, Role } from './criteria.ts';
import type { Expr } from './expression.ts';
import { exact, type Fraction, ZERO } from './fraction.ts';
import { isMonitor, isSurvey } from './rule.ts';

/** One line of a set, ready to be scored many times. */
export type Line = {
  readonly criterion: Criterion;
  readonly children: readonly Line[];
  readonly role: Role;
  readonly kind: 'rule' | 'survey' | 'monitor' | 'branch' | 'none';
  readonly expr: Expr | undefined;
  readonly maximum: Fraction;
  /** The lead named here or above. */
  readonly leadUnit: string | undefined;
  readonly partners: readonly string[];
  readonly area: string;
  readonly parent: string | null;
};

export type Prepared = {
  readonly set: CriteriaSet;
  readonly areas: readonly Line[];
  /** All lines, each before what is below it. */
  readonly lines: readonly Line[];
  readonly byCode: ReadonlyMap<string, Line>;
};

/** A line whose rule can only take points away, and that has no points of its own. */
const onlyTakes = (c: Criterion): boolean => {
  const { rule } = c;
  if (!rule || rule.type === 'monitor-only') return false;
  if (c.maxPoints !== null) return compare(c.maxPoints, '0') <= 0;
  const points =
    rule.type === 'options'
      ? rule.options.map((o) => o.points)
      : rule.type === 'boolean'
        ? [rule.yes, rule.no]
        : rule.type === 'tiers'
          ? rule.bands.map((b) => b.points ?? '0')
          : [];
  return points.some((p) => compare(p, '0') < 0) && points.every((p) => compare(p, '0') <= 0);
};

const roleOf = (c: Criterion): Role => {
  const { rule } = c;
  if (rule?.type === 'penalty' || onlyTakes(c)) return 'penalty';
  if (rule?.type === 'late-penalty') return rule.start === '0' ? 'penalty' : 'normal';
  return rule?.type === 'bonus' ? 'bonus' : 'normal';
};

/** A branch of nothing but bonuses, or of nothing but penalties, is one itself. */
const commonRole = (children: readonly Line[]): Role => {
  const [first, ...rest] = children.map((c) => c.role);
  return first !== undefined && rest.every((r) => r === first) ? first : 'normal';
};

const kindOf = (c: Criterion, role: Role): Line['kind'] => {
  if (isMonitor(c.rule)) return 'monitor';
  // Without a maximum there is nothing to score: followed only.
  if (c.maxPoints === null && role === 'normal' && c.children.length === 0) return 'monitor';
  if (isSurvey(c.rule)) return 'survey';
  if (c.rule) return 'rule';
  return c.children.length > 0 ? 'branch' : 'none';
};

type Above = {
  readonly role?: Role;
  readonly leadUnit?: string;
  readonly partners: readonly string[];
  readonly area?: string;
  readonly parent?: string;
};

const prepareLine = (c: Criterion, above: Above, byCode: Map<string, Line>): Line => {
  const named = c.role ?? above.role;
  const leadUnit = c.leadUnit ?? above.leadUnit;
  const partners = c.partners.length > 0 || c.leadUnit !== undefined ? c.partners : above.partners;
  const area = above.area ?? c.code;
  const passed: Above = {
    ...(named === undefined || named === 'normal' ? {} : { role: named }),
    ...(leadUnit === undefined ? {} : { leadUnit }),
    partners,
    area,
    parent: c.code,
  };
  const max = (c.maxPoints ?? '0').replace('-', '');
  const children = c.children.map((child) => prepareLine(child, passed, byCode));
  const role = named ?? (c.rule || children.length === 0 ? roleOf(c) : commonRole(children));
  const kind = kindOf(c, role);
  const line: Line = {
    criterion: c,
    children,
    role,
    kind,
    expr: c.rule && kind !== 'monitor' ? compileRule(c.rule, { max }) : undefined,
    maximum: kind === 'monitor' ? ZERO : exact(max),
    leadUnit,
    partners,
    area,
    parent: above.parent ?? null,
  };
  byCode.set(c.code, line);
  return line;
};

const known = new WeakMap<CriteriaSet, Prepared>();

/** Compiles a set once: a province is rescored with one set and 3,321 units. */
export const prepare = (set: CriteriaSet): Prepared => {
  const before = known.get(set);
  if (before) return before;
  const byCode = new Map<string, Line>();
  const areas = set.areas.map((area) => prepareLine(area, { partners: [] }, byCode));
  const prepared = { set, areas, lines: linesOf(areas), byCode };
  known.set(set, prepared);
  return prepared;
};

export const linesOf = (lines: readonly Line[]): Line[] =>
  lines.flatMap((line) => [line, ...linesOf(line.children)]);
