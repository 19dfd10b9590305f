import type { Amount } from '../kernel/amount.ts';

/**
 * What every rule is made of. Named rules (bands, linear, late …) are short ways of writing these, so a criterion of
 * any table is data: no rule needs code of its own.
 */
export type Expr =
  | { readonly kind: 'const'; readonly value: Amount }
  /** A number of the answer; `or` names other fields in which people give the same thing. */
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly or?: readonly string[];
      /** Of another criterion's answer. */
      readonly of?: string;
      readonly unit?: string;
      readonly label?: string;
    }
  /** The value that the enclosing bands look at. */
  | { readonly kind: 'x' }
  /** Points that another line achieved. */
  | { readonly kind: 'points'; readonly of: string }
  /** Maximum points of a line; of this one when `of` is absent. */
  | { readonly kind: 'maximum'; readonly of?: string }
  /** A number given for the whole round: the best province, the average of all units. */
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'plus' | 'times' | 'min' | 'max' | 'average'; readonly of: readonly Expr[] }
  | { readonly kind: 'minus' | 'over'; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'at-most' | 'at-least'; readonly of: Expr; readonly bound: Expr }
  | { readonly kind: 'round'; readonly of: Expr; readonly decimals: number }
  | { readonly kind: 'when'; readonly if: Cond; readonly gives: Expr; readonly else: Expr }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | {
      readonly kind: 'bands';
      readonly on: Expr;
      readonly unit: string;
      readonly label?: string;
      readonly bands: readonly Band[];
      readonly otherwise?: Expr;
    }
  /** A part of the answer that is an answer of its own. */
  | { readonly kind: 'part'; readonly id: string; readonly label: string; readonly gives: Expr };

export type Choice = { readonly id: string; readonly label: string; readonly gives: Expr };

/** Half-open as its bounds say; the first band that matches decides. */
export type Bounds = {
  readonly gte?: Amount;
  readonly gt?: Amount;
  readonly lt?: Amount;
  readonly lte?: Amount;
};
export type Band = Bounds & { readonly gives: Expr };

export type Comparison = '>=' | '>' | '<=' | '<' | '=' | '!=';

export type Cond =
  | { readonly kind: 'compare'; readonly left: Expr; readonly op: Comparison; readonly right: Expr }
  /** Which option, or 'yes' / 'no', was answered; of another line when `of` is given. */
  | { readonly kind: 'chosen'; readonly id: string; readonly of?: string }
  | { readonly kind: 'nil'; readonly of?: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Cond[] }
  | { readonly kind: 'not'; readonly of: Cond };

export const constant = (value: Amount): Expr => ({ kind: 'const', value });

/** The expressions and conditions directly inside one. */
const insideOf = (e: Expr): { readonly exprs: readonly Expr[]; readonly conds: readonly Cond[] } => {
  const only = (...exprs: readonly Expr[]) => ({ exprs, conds: [] });
  switch (e.kind) {
    case 'const':
    case 'field':
    case 'x':
    case 'points':
    case 'maximum':
    case 'context':
      return only();
    case 'plus':
    case 'times':
    case 'min':
    case 'max':
    case 'average':
      return only(...e.of);
    case 'minus':
    case 'over':
      return only(e.left, e.right);
    case 'at-most':
    case 'at-least':
      return only(e.of, e.bound);
    case 'round':
      return only(e.of);
    case 'when':
      return { exprs: [e.gives, e.else], conds: [e.if] };
    case 'choice':
      return only(...e.choices.map((c) => c.gives));
    case 'bands':
      return only(e.on, ...e.bands.map((b) => b.gives), ...(e.otherwise ? [e.otherwise] : []));
    case 'part':
      return only(e.gives);
    default: {
      const never: never = e;
      return never;
    }
  }
};

const insideCond = (c: Cond): { readonly exprs: readonly Expr[]; readonly conds: readonly Cond[] } => {
  switch (c.kind) {
    case 'compare':
      return { exprs: [c.left, c.right], conds: [] };
    case 'chosen':
    case 'nil':
      return { exprs: [], conds: [] };
    case 'all':
    case 'any':
      return { exprs: [], conds: c.of };
    case 'not':
      return { exprs: [], conds: [c.of] };
    default: {
      const never: never = c;
      return never;
    }
  }
};

/** Every expression and condition within, at any depth. */
export const everything = (
  exprs: readonly Expr[],
  conds: readonly Cond[] = [],
): { readonly exprs: readonly Expr[]; readonly conds: readonly Cond[] } => {
  const all = { exprs: [...exprs], conds: [...conds] };
  for (let i = 0, j = 0; i < all.exprs.length || j < all.conds.length; ) {
    const e = all.exprs[i];
    const c = all.conds[j];
    const next = e ? insideOf(e) : c ? insideCond(c) : { exprs: [], conds: [] };
    if (e) i++;
    else j++;
    all.exprs.push(...next.exprs);
    all.conds.push(...next.conds);
  }
  return all;
};
