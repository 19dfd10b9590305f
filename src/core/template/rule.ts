import type { UnitKind } from '../directory/unit.ts';
import { type Amount, compare, multiply, percent, ratio, subtract } from '../kernel/amount.ts';
import type { Cell } from './cell.ts';
import { addCells, type Computed, type Values, valueAt } from './compute.ts';
import type { UnitForm } from './outline.ts';
import type { Ref } from './template.ts';

/** What a side of a rule is made of; written by people in the language of readRule.ts. */
export type Expr =
  | { readonly kind: 'number'; readonly value: Amount }
  | { readonly kind: 'cell'; readonly ref: Ref }
  /** The same place in the report of the period before. */
  | { readonly kind: 'previous'; readonly ref: Ref }
  /** The same indicator, summed over the units of a kind that report in this campaign. */
  | { readonly kind: 'units'; readonly of: UnitKind; readonly ref: Ref }
  | { readonly kind: 'sum' | 'max' | 'min'; readonly of: readonly Expr[] }
  | { readonly kind: 'minus' | 'times' | 'over' | 'percent'; readonly left: Expr; readonly right: Expr };

export type Comparison = '=' | '<=' | '>=' | '<' | '>' | '!=';

export type Cond =
  | { readonly kind: 'compare'; readonly left: Expr; readonly op: Comparison; readonly right: Expr }
  | { readonly kind: 'filled'; readonly ref: Ref }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Cond[] };

export type Claim =
  | {
      readonly kind: 'compare';
      readonly left: Expr;
      readonly op: '=' | '<=' | '>=';
      readonly right: Expr;
    }
  | { readonly kind: 'between'; readonly of: Expr; readonly from: Expr; readonly to: Expr }
  | { readonly kind: 'filled'; readonly ref: Ref };

export type Rule = {
  readonly when?: Cond;
  readonly claim: Claim;
  /** Asked only when the windows of both periods stand so to each other. */
  readonly relation?: 'adjoins' | 'same-start';
};

/** The period before, as far as it is known where the rule is asked. */
export type Previous = {
  /**
   * How its window stands to this one: 'adjoins' when this one begins the day after, 'same-start' for cumulative
   * reports of one year, which share their first day (facts of figures: column 6).
   */
  readonly relation: 'adjoins' | 'same-start' | 'other';
  readonly cell: (formId: string, rowId: string, columnId: string) => Cell;
};

/** What lies outside the report at hand. A rule about something unknown is silent. */
export type Around = {
  readonly previous?: Previous | undefined;
  readonly units?:
    | ((of: UnitKind, formId: string, rowId: string, columnId: string) => Cell | Computed | undefined)
    | undefined;
};

export type At = {
  readonly form: UnitForm;
  readonly values: Values;
  readonly rowId: string;
  readonly around: Around;
};

const EMPTY: Computed = { kind: 'empty' };

const rowOf = (at: At, ref: Ref): string => (ref.row === '*' ? at.rowId : ref.row);

/** 'không phát sinh' is nothing, which is a number; a blank, a half sum and 'không tính được' are none. */
const numberOf = (value: Cell | Computed): Amount | undefined =>
  value.kind === 'amount' ? value.amount : value.kind === 'nil' ? '0' : undefined;

const reckon = (kind: 'minus' | 'times' | 'over' | 'percent', a: Amount, b: Amount): Computed => {
  const result =
    kind === 'minus'
      ? subtract(a, b)
      : kind === 'times'
        ? multiply(a, b)
        : kind === 'over'
          ? ratio(a, b)
          : percent(a, b);
  return result === undefined ? { kind: 'uncomputable' } : { kind: 'amount', amount: result };
};

const worthOf = (expr: Expr, at: At): Cell | Computed => {
  switch (expr.kind) {
    case 'number':
      return { kind: 'amount', amount: expr.value };
    case 'cell':
      return valueAt(at.form, at.values, rowOf(at, expr.ref), expr.ref.column);
    case 'previous': {
      const { previous } = at.around;
      if (!previous) return EMPTY;
      const before: Values = (row, column) => previous.cell(at.form.id, row, column);
      return valueAt(at.form, before, rowOf(at, expr.ref), expr.ref.column);
    }
    case 'units':
      return at.around.units?.(expr.of, at.form.id, rowOf(at, expr.ref), expr.ref.column) ?? EMPTY;
    case 'sum':
      return addCells(expr.of.map((e) => worthOf(e, at)));
    case 'max':
    case 'min': {
      const numbers = expr.of.map((e) => numberOf(worthOf(e, at)));
      if (numbers.some((n) => n === undefined)) return EMPTY;
      const wanted = expr.kind === 'max' ? 1 : -1;
      const best = (numbers as Amount[]).reduce((a, b) => (compare(b, a) === wanted ? b : a));
      return { kind: 'amount', amount: best };
    }
    case 'minus':
    case 'times':
    case 'over':
    case 'percent': {
      const left = numberOf(worthOf(expr.left, at));
      const right = numberOf(worthOf(expr.right, at));
      return left === undefined || right === undefined ? EMPTY : reckon(expr.kind, left, right);
    }
  }
};

/** The number of a side, or undefined while something it rests on is blank, unreadable or unknown. */
export const amountOf = (expr: Expr, at: At): Amount | undefined => numberOf(worthOf(expr, at));

export const isFilled = (ref: Ref, at: At): boolean =>
  valueAt(at.form, at.values, rowOf(at, ref), ref.column).kind !== 'empty';

export const compares = (left: Amount, op: Comparison, right: Amount): boolean => {
  const order = compare(left, right);
  switch (op) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
  }
};

/** A condition about something unknown does not hold: its rule is not asked. */
export const holds = (cond: Cond, at: At): boolean => {
  switch (cond.kind) {
    case 'filled':
      return isFilled(cond.ref, at);
    case 'all':
      return cond.of.every((c) => holds(c, at));
    case 'any':
      return cond.of.some((c) => holds(c, at));
    case 'compare': {
      const left = amountOf(cond.left, at);
      const right = amountOf(cond.right, at);
      return left !== undefined && right !== undefined && compares(left, cond.op, right);
    }
  }
};

const partsOf = (expr: Expr): readonly Expr[] => {
  switch (expr.kind) {
    case 'sum':
    case 'max':
    case 'min':
      return expr.of;
    case 'minus':
    case 'times':
    case 'over':
    case 'percent':
      return [expr.left, expr.right];
    case 'number':
    case 'cell':
    case 'previous':
    case 'units':
      return [];
  }
};

/** Every place that an expression reads, in its own order. */
export const placesOf = (expr: Expr): readonly Extract<Expr, { readonly ref: Ref }>[] =>
  'ref' in expr ? [expr] : partsOf(expr).flatMap(placesOf);

const exprsOfCond = (cond: Cond): readonly Expr[] => {
  switch (cond.kind) {
    case 'filled':
      return [{ kind: 'cell', ref: cond.ref }];
    case 'compare':
      return [cond.left, cond.right];
    case 'all':
    case 'any':
      return cond.of.flatMap(exprsOfCond);
  }
};

const exprsOfClaim = (claim: Claim): readonly Expr[] => {
  switch (claim.kind) {
    case 'filled':
      return [{ kind: 'cell', ref: claim.ref }];
    case 'compare':
      return [claim.left, claim.right];
    case 'between':
      return [claim.of, claim.from, claim.to];
  }
};

/** The places that a rule claims something about, without those of its condition. */
export const claimedPlaces = (rule: Rule) => exprsOfClaim(rule.claim).flatMap(placesOf);

export const placesOfRule = (rule: Rule) => [
  ...(rule.when ? exprsOfCond(rule.when).flatMap(placesOf) : []),
  ...claimedPlaces(rule),
];
