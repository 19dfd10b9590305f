import { adjoin, type Window } from '../kernel/window.ts';
import { type Cell, EMPTY } from '../template/cell.ts';
import { ruleOfCheck } from '../template/check.ts';
import { addCells } from '../template/compute.ts';
import type { UnitForm } from '../template/outline.ts';
import type { PlaceForm } from '../template/readRule.ts';
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

type PeriodName = { readonly kind: string; readonly index: number | null; readonly year: number };

/**
 * What stands beside this period for reading: the same period of last year where it was sent, since a quarter says
 * nothing beside the year that ended before it; else the period before.
 */
export const chooseCompared = <T extends { readonly window: Window; readonly period: PeriodName | null }>(
  earlier: readonly T[],
  now: Window & { readonly period: PeriodName | null },
): T | undefined => {
  const { period } = now;
  const lastYear =
    period &&
    earlier.find(
      ({ period: p }) =>
        p && p.kind === period.kind && p.index === period.index && p.year === period.year - 1,
    );
  return lastYear || choosePrevious(earlier, now);
};

/** What the same unit sent for an earlier period, with the window that its figures are of. */
export type PreviousReport = {
  readonly title: string;
  readonly period: PeriodName | null;
  readonly window: Window;
  readonly relation: Relation;
  /** The period that figures follow from, where another one stands beside: what the rules look at, and no more. */
  readonly follows?: {
    readonly title: string;
    readonly period: PeriodName | null;
    readonly window: Window;
    readonly relation: Relation;
    readonly cells: readonly CellRow[];
  };
  readonly cells: readonly CellRow[];
  readonly words: readonly {
    readonly section: string;
    readonly kind: 'text' | 'nil';
    readonly plain: string;
    readonly doc: unknown;
  }[];
};

type CellOf = (formId: string, rowId: string, columnId: string) => Cell;

/** Earlier periods, as gaps, checks and screens read them. */
export type Previous = {
  /** Of the period that figures follow from. */
  readonly relation: Relation;
  readonly cell: CellOf;
  /** What stands beside the cell, and the words beside the words. */
  readonly beside: CellOf;
  readonly words: (sectionId: string) => string | undefined;
};

const cellsIn = (cells: readonly CellRow[]): CellOf => {
  const known = new Map(cells.map((c) => [`${c.form}\u0000${c.row}\u0000${c.column}`, c.cell]));
  return (form, row, column) => known.get(`${form}\u0000${row}\u0000${column}`) ?? EMPTY;
};

export const readPrevious = (report: PreviousReport | null): Previous | undefined => {
  if (!report) return undefined;
  const words = new Map(report.words.map((w) => [w.section, w.kind === 'text' ? w.plain : undefined]));
  const beside = cellsIn(report.cells);
  const { follows } = report;
  return {
    relation: (follows ?? report).relation,
    cell: follows ? cellsIn(follows.cells) : beside,
    beside,
    words: (section) => words.get(section),
  };
};

type AskingForm = PlaceForm & Pick<UnitForm, 'id' | 'checks'>;

/** Whether a rule of these forms looks at the period before: only then a save has to know it. */
export const asksPrevious = (forms: readonly UnitForm[]): boolean => forms.some(formAsksPrevious);

export const formAsksPrevious = (form: AskingForm): boolean =>
  form.checks.some((check) => {
    const rule = 'rule' in check ? ruleOfCheck(form, check) : undefined;
    if (!rule || 'fault' in rule) return false;
    return rule.relation !== undefined || placesOfRule(rule).some((p) => p.kind === 'previous');
  });

/**
 * What units sent before they became one, added place by place: 10 and 11 become 21. A place that one of them left
 * out says nothing, and words of several units are nobody's.
 */
export const mergedPrevious = (reports: readonly PreviousReport[]): PreviousReport | undefined => {
  const [first] = reports;
  if (!first) return undefined;
  if (reports.length === 1) return first;
  const { follows, ...one } = first;
  const before = reports.flatMap((r) => (r.follows?.cells ? [r.follows.cells] : []));
  return {
    ...one,
    cells: addedCells(reports.map((r) => r.cells)),
    ...(follows &&
      before.length === reports.length && { follows: { ...follows, cells: addedCells(before) } }),
    words: [],
  };
};

const addedCells = (all: readonly (readonly CellRow[])[]): CellRow[] =>
  (all[0] ?? []).flatMap(({ form, row, column }) => {
    const parts = all.map(
      (cells) => cells.find((c) => c.form === form && c.row === row && c.column === column)?.cell ?? EMPTY,
    );
    const whole = parts.every((p) => p.kind === 'amount' || p.kind === 'nil') ? addCells(parts) : undefined;
    return whole?.kind === 'amount' || whole?.kind === 'nil' ? [{ form, row, column, cell: whole }] : [];
  });
