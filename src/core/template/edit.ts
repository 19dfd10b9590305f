import type { UnitKind } from '../directory/unit.ts';
import type { Amount } from '../kernel/amount.ts';
import type { RuleFault } from './ruleTokens.ts';
import type { Aggregation, Column, Scope, Severity, Template } from './template.ts';

/** Who a section is for: everybody, or only units with a part in a field. */
export type ForWhom =
  | { readonly kind: 'all' }
  | { readonly kind: 'lead' | 'partner'; readonly area: string }
  | { readonly kind: 'any-lead' };

/** null takes a value away; what is left out stays. */
type Settable<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

export type SectionSet = Settable<{
  readonly number: string;
  readonly title: string;
  readonly guidance: string;
  readonly words: boolean;
  readonly optional: boolean;
  readonly scope: Scope;
  readonly area: string;
  readonly forWhom: ForWhom;
  readonly notApplicable: string;
  readonly evidence: readonly string[];
}>;

export type FormSet = Settable<{
  readonly title: string;
  readonly unit: string;
  readonly totalRow: boolean;
}>;

export type RowSet = Settable<{
  readonly title: string;
  readonly unit: string;
  readonly indicator: string;
  readonly aggregation: Aggregation;
  readonly stock: boolean;
  readonly estimate: boolean;
  readonly max: Amount;
  /** '[4] + [5]'; see readRule.ts. */
  readonly formula: string;
}>;

export type ColumnSet = Settable<{
  readonly title: string;
  readonly number: string;
  readonly group: string;
  readonly kind: Column['kind'];
  readonly choices: readonly string[];
  readonly indicator: string;
  readonly stock: boolean;
  readonly optional: boolean;
  readonly wide: boolean;
  readonly min: Amount;
  readonly max: Amount;
  readonly formula: string;
}>;

export type CheckSet = {
  readonly severity: Severity;
  readonly title: string | null;
  readonly text: string;
};

export type RowsFrom = 'fixed' | 'tasks' | 'low-marks' | 'led-criteria';
export type Shift = 'up' | 'down';

/** One thing that a person does to a draft; each leaves one fact. */
export type Edit =
  | { readonly do: 'template-rename'; readonly title: string }
  | {
      readonly do: 'outline-copy';
      readonly from: string;
      readonly title: string;
      readonly kinds: readonly UnitKind[];
    }
  | {
      readonly do: 'outline-change';
      readonly outline: string;
      readonly title: string;
      readonly kinds: readonly UnitKind[];
    }
  | { readonly do: 'outline-remove'; readonly outline: string }
  | {
      readonly do: 'section-add';
      readonly outline: string;
      readonly parent: string | null;
      readonly title: string;
    }
  | {
      readonly do: 'section-change';
      readonly outline: string;
      readonly section: string;
      readonly set: SectionSet;
    }
  | {
      readonly do: 'section-move';
      readonly outline: string;
      readonly section: string;
      readonly to: Shift | 'in' | 'out';
    }
  | { readonly do: 'section-remove'; readonly outline: string; readonly section: string }
  | {
      readonly do: 'form-add';
      readonly outline: string;
      readonly section: string;
      readonly title: string;
      readonly rows: RowsFrom;
    }
  | { readonly do: 'form-place'; readonly outline: string; readonly section: string; readonly form: string }
  | { readonly do: 'form-change'; readonly form: string; readonly set: FormSet }
  | { readonly do: 'form-remove'; readonly outline: string; readonly section: string; readonly form: string }
  | { readonly do: 'row-add'; readonly form: string; readonly set: RowSet & { readonly title: string } }
  | {
      readonly do: 'row-change';
      readonly form: string;
      readonly row: string;
      readonly set: RowSet;
      /** As a new indicator, which begins with this version; the old one keeps its meaning (C2). */
      readonly anew: boolean;
    }
  | { readonly do: 'row-move'; readonly form: string; readonly row: string; readonly to: Shift }
  | { readonly do: 'row-remove'; readonly form: string; readonly row: string }
  | {
      readonly do: 'column-add';
      readonly form: string;
      readonly set: ColumnSet & { readonly title: string; readonly kind: Column['kind'] };
    }
  | {
      readonly do: 'column-change';
      readonly form: string;
      readonly column: string;
      readonly set: ColumnSet;
      readonly anew: boolean;
    }
  | { readonly do: 'column-move'; readonly form: string; readonly column: string; readonly to: Shift }
  | { readonly do: 'column-remove'; readonly form: string; readonly column: string }
  | { readonly do: 'check-add'; readonly form: string; readonly set: CheckSet }
  | { readonly do: 'check-change'; readonly form: string; readonly check: string; readonly set: CheckSet }
  | { readonly do: 'check-remove'; readonly form: string; readonly check: string };

/** What an edit made of the template, and the name of the thing for the journal; or why it cannot be. */
export type Edited =
  | { readonly template: Template; readonly about: string }
  | { readonly refusal: { readonly code: string; readonly details?: Readonly<Record<string, unknown>> } };

export const gone = (what: string): Edited => ({
  refusal: { code: 'template.placeGone', details: { what } },
});

export const unread = (fault: RuleFault): Edited => ({
  refusal: { code: 'template.ruleUnread', details: { fault, letter: fault.at + 1 } },
});

/** The values with what was set laid over them; null and false take a value away, as templates are written. */
export const withSet = <T extends object>(thing: T, set: Readonly<Record<string, unknown>>): T => {
  const entries = Object.entries({ ...thing, ...set });
  return Object.fromEntries(
    entries.filter(([, v]) => v !== null && v !== undefined && v !== false && v !== ''),
  ) as T;
};

/** The list with the one at an index moved a place up or down; undefined when it stands at that end already. */
export const shifted = <T>(list: readonly T[], index: number, to: Shift): readonly T[] | undefined => {
  const target = to === 'up' ? index - 1 : index + 1;
  const [here, there] = [list[index], list[target]];
  if (here === undefined || there === undefined) return undefined;
  return list.map((each, i) => (i === index ? there : i === target ? here : each));
};
