import { adjoin, type Window } from '../kernel/window.ts';
import { type Cell, EMPTY } from '../template/cell.ts';
import { ruleOfCheck } from '../template/check.ts';
import { addCells } from '../template/compute.ts';
import type { UnitForm } from '../template/outline.ts';
import { placesOfRule } from '../template/rule.ts';
import type { CellRow } from './content.ts';

/**
 * How the window of the period before stands to this one. Only two of them let a figure follow from an earlier one:
 * windows that adjoin, and cumulative reports of one year, which share their first day (facts of figures: column 6).
 */
export type Relation = 'adjoins' | 'same-start' | 'other';

export const relationOf = (before: Window, now: Window): Relation =>
  adjoin(before, now) ? 'adjoins' : before.from === now.from ? 'same-start' : 'other';

const RANK: Readonly<Record<Relation, number>> = { adjoins: 0, 'same-start': 1, other: 2 };

/** The period to stand beside this one: from which figures follow, else the last that ended before this one does. */
export const choosePrevious = <T extends { readonly window: Window }>(
  earlier: readonly T[],
  now: Window,
): T | undefined =>
  earlier
    .filter((e) => e.window.to < now.to)
    .sort(
      (a, b) =>
        RANK[relationOf(a.window, now)] - RANK[relationOf(b.window, now)] ||
        (a.window.to < b.window.to ? 1 : a.window.to > b.window.to ? -1 : 0),
    )[0];

/** What the same unit sent for the period before, with the window that its figures are of. */
export type PreviousReport = {
  readonly title: string;
  readonly period: { readonly kind: string; readonly index: number | null; readonly year: number } | null;
  readonly window: Window;
  readonly relation: Relation;
  readonly cells: readonly CellRow[];
  readonly words: readonly {
    readonly section: string;
    readonly kind: 'text' | 'nil';
    readonly plain: string;
    readonly doc: unknown;
  }[];
};

/** The period before, as gaps and checks read it. */
export type Previous = {
  readonly relation: Relation;
  readonly cell: (formId: string, rowId: string, columnId: string) => Cell;
  readonly words: (sectionId: string) => string | undefined;
};

export const readPrevious = (report: PreviousReport | null): Previous | undefined => {
  if (!report) return undefined;
  const cells = new Map(report.cells.map((c) => [`${c.form}\u0000${c.row}\u0000${c.column}`, c.cell]));
  const words = new Map(report.words.map((w) => [w.section, w.kind === 'text' ? w.plain : undefined]));
  return {
    relation: report.relation,
    cell: (form, row, column) => cells.get(`${form}\u0000${row}\u0000${column}`) ?? EMPTY,
    words: (section) => words.get(section),
  };
};

/** Whether a rule of these forms looks at the period before: only then a save has to know it. */
export const asksPrevious = (forms: readonly UnitForm[]): boolean =>
  forms.some((form) =>
    form.checks.some((check) => {
      const rule = 'rule' in check ? ruleOfCheck(form, check) : undefined;
      if (!rule || 'fault' in rule) return false;
      return rule.relation !== undefined || placesOfRule(rule).some((p) => p.kind === 'previous');
    }),
  );

/**
 * What units sent before they became one, added place by place: 10 and 11 become 21. A place that one of them left
 * out says nothing, and words of several units are nobody's.
 */
export const mergedPrevious = (reports: readonly PreviousReport[]): PreviousReport | undefined => {
  const [first] = reports;
  if (!first) return undefined;
  if (reports.length === 1) return first;
  const cells = first.cells.flatMap(({ form, row, column }) => {
    const parts = reports.map(
      (r) => r.cells.find((c) => c.form === form && c.row === row && c.column === column)?.cell ?? EMPTY,
    );
    const whole = parts.every((p) => p.kind === 'amount' || p.kind === 'nil') ? addCells(parts) : undefined;
    return whole?.kind === 'amount' || whole?.kind === 'nil' ? [{ form, row, column, cell: whole }] : [];
  });
  return { ...first, cells, words: [] };
};
