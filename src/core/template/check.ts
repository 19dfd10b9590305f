import { type Amount, compare, subtract } from '../kernel/amount.ts';
import { isComputed, type Values } from './compute.ts';
import type { UnitForm } from './outline.ts';
import { type PlaceForm, readRule, sumOfCells } from './readRule.ts';
import {
  type Around,
  type At,
  amountOf,
  type Claim,
  claimedPlaces,
  compares,
  type Expr,
  holds,
  isFilled,
  placesOfRule,
  type Rule,
} from './rule.ts';
import type { RuleFault } from './ruleTokens.ts';
import type { Check, Ref, Severity } from './template.ts';

/** A rule that does not hold, with the numbers that say by how much. */
export type Finding = {
  readonly key: string;
  readonly severity: Severity;
  readonly formId: string;
  readonly rowId: string;
  readonly columns: readonly string[];
  readonly code:
    | 'check.unequal'
    | 'check.over'
    | 'check.under'
    | 'check.required'
    | 'check.unreadable'
    | 'check.range';
  readonly left?: Amount;
  readonly right?: Amount;
  readonly difference?: Amount;
  readonly typed?: string;
  /** Both sides where they are plain sums of cells … */
  readonly leftRefs?: readonly Ref[];
  readonly rightRefs?: readonly Ref[];
  /** … and as they were written where they are more than that: the period before, a ratio, other units. */
  readonly leftExpr?: Expr;
  readonly rightExpr?: Expr;
  /** The office's own words for the rule. */
  readonly title?: string;
};

const sumOf = (refs: readonly Ref[]): Expr => ({
  kind: 'sum',
  of: refs.map((ref) => ({ kind: 'cell', ref })),
});

/** What a check says, read once more from its text where it has one; a published one has no fault. */
export const ruleOfCheck = (form: PlaceForm, check: Check): Rule | { readonly fault: RuleFault } => {
  const places = placesIn(form);
  const known = read.get(check);
  if (known?.places === places) return known.rule;
  const rule: ReadRule =
    'rule' in check
      ? readRule(form, check.rule)
      : { claim: { kind: 'compare', left: sumOf(check.left), op: check.op, right: sumOf(check.right) } };
  read.set(check, { places, rule });
  return rule;
};

type ReadRule = Rule | { readonly fault: RuleFault };
/** Each key and each save asks for all rules of a form: a rule is read once for the places that it may name. */
const read = new WeakMap<Check, { readonly places: string; readonly rule: ReadRule }>();
const placesIn = (form: PlaceForm): string =>
  `${'from' in form.rows ? '' : form.rows.map((r) => r.id).join()}|${form.columns.map((c) => c.id).join()}`;

/** The rows that a check is asked for: each typed row where it speaks of "the row at hand", else its own. */
export const rowsOfCheck = (form: UnitForm, check: Check): readonly string[] => {
  const rule = ruleOfCheck(form, check);
  if ('fault' in rule) return [];
  const places = placesOfRule(rule);
  if (places.some((p) => p.ref.row === '*'))
    return check.rows ?? form.rows.filter((r) => r.id !== 'total').map((r) => r.id);
  return [places[0]?.ref.row ?? ''];
};

const CODE = { '=': 'check.unequal', '<=': 'check.over', '>=': 'check.under' } as const;

type Broken = Pick<Finding, 'code' | 'left' | 'right' | 'difference'> & {
  readonly sides?: readonly [Expr, Expr];
};

const compared = (left: Expr, op: keyof typeof CODE, right: Expr, at: At): Broken | undefined => {
  const [a, b] = [amountOf(left, at), amountOf(right, at)];
  // A rule speaks only when all its cells are there: blanks are gaps, not contradictions.
  if (a === undefined || b === undefined || compares(a, op, b)) return undefined;
  return { code: CODE[op], left: a, right: b, difference: subtract(a, b), sides: [left, right] };
};

const brokenClaim = (claim: Claim, at: At): Broken | undefined => {
  switch (claim.kind) {
    case 'filled':
      return isFilled(claim.ref, at) ? undefined : { code: 'check.required' };
    case 'compare':
      return compared(claim.left, claim.op, claim.right, at);
    case 'between':
      return compared(claim.of, '>=', claim.from, at) ?? compared(claim.of, '<=', claim.to, at);
  }
};

const broken = (rule: Rule, at: At): Broken | undefined => {
  if (rule.relation && at.around.previous?.relation !== rule.relation) return undefined;
  if (rule.when && !holds(rule.when, at)) return undefined;
  return brokenClaim(rule.claim, at);
};

const sideOf = (side: 'left' | 'right', expr: Expr): Partial<Finding> => {
  const refs = sumOfCells(expr);
  if (side === 'left') return refs ? { leftRefs: refs } : { leftExpr: expr };
  return refs ? { rightRefs: refs } : { rightExpr: expr };
};

const findingOf = (
  form: UnitForm,
  check: Check,
  rule: Rule,
  rowId: string,
  { sides, ...said }: Broken,
): Finding => ({
  key: `${form.id}:${check.id}:${rowId}`,
  severity: check.severity,
  formId: form.id,
  rowId,
  columns: claimedPlaces(rule)
    .filter((p) => p.kind === 'cell' && (p.ref.row === '*' || p.ref.row === rowId))
    .map((p) => p.ref.column),
  ...said,
  ...(sides ? { ...sideOf('left', sides[0]), ...sideOf('right', sides[1]) } : {}),
  ...(check.title ? { title: check.title } : {}),
});

const findingsOfCells = (form: UnitForm, values: Values): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const row of form.rows)
    for (const column of form.columns) {
      if (column.kind !== 'figure' || isComputed(form, row.id, column.id)) continue;
      const cell = values(row.id, column.id);
      const at = { formId: form.id, rowId: row.id, columns: [column.id], severity: 'must' as const };
      const key = `${form.id}:cell:${row.id}:${column.id}`;
      if (cell.kind === 'unparsed')
        findings.push({ ...at, key, code: 'check.unreadable', typed: cell.typed });
      else if (cell.kind === 'amount') {
        const max = row.max ?? column.max;
        const min = column.min;
        if (
          (max !== undefined && compare(cell.amount, max) > 0) ||
          (min !== undefined && compare(cell.amount, min) < 0)
        )
          findings.push({ ...at, key, code: 'check.range', left: cell.amount, right: max ?? min });
      }
    }
  return findings;
};

/**
 * Every rule of the form that does not hold, and every typed cell that is no number or out of range. `around` is what
 * is known of the period before and of other units; rules about what is not known are silent.
 */
export const findingsOf = (form: UnitForm, values: Values, around: Around = {}): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const check of form.checks) {
    const rule = ruleOfCheck(form, check);
    if ('fault' in rule) continue;
    for (const rowId of rowsOfCheck(form, check)) {
      const said = broken(rule, { form, values, rowId, around });
      if (said) findings.push(findingOf(form, check, rule, rowId, said));
    }
  }
  return [...findings, ...findingsOfCells(form, values)];
};
