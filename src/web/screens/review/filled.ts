import type { CellAnswer, DifferenceAnswer, ReportAnswer } from '../../../core/report/answers.ts';
import { readUnits } from '../../../core/report/elsewhere.ts';
import type { Filled } from '../../../core/report/gaps.ts';
import { type Previous, readPrevious } from '../../../core/report/previous.ts';
import { type Cell, EMPTY } from '../../../core/template/cell.ts';
import type { Values } from '../../../core/template/compute.ts';

export type Place = { readonly form: string; readonly row: string; readonly column: string };

const cellKey = (at: Place): string => `${at.form}\u0000${at.row}\u0000${at.column}`;

type Held = Pick<ReportAnswer, 'cells' | 'words' | 'reasons' | 'evidence' | 'previous' | 'units'>;

/** A report as gaps and checks read it. */
export const filledOf = (report: Held): Filled => {
  const cells = new Map<string, Cell>(report.cells.map((c: CellAnswer) => [cellKey(c), c.cell]));
  const words = new Map(report.words.map((w) => [w.section, w]));
  const reasons = new Map(report.reasons.map((r) => [r.check, r.reason]));
  return {
    cell: (form, row, column) => cells.get(cellKey({ form, row, column })) ?? EMPTY,
    words: (section) => words.get(section),
    reason: (check) => reasons.get(check),
    previous: readPrevious(report.previous),
    around: readUnits(report.units),
    evidence: (section) => report.evidence.some((c) => c.place.split('/')[0] === section),
  };
};

/** The figures of one form that stand beside for comparison. */
export const lastValues =
  (previous: Previous, form: string): Values =>
  (row, column) =>
    previous.beside(form, row, column);

export const valuesOf =
  (filled: Filled, form: string): Values =>
  (row, column) =>
    filled.cell(form, row, column);

/** The same report as it stood at the sending before: what changed is put back. */
export const before = (filled: Filled, difference: DifferenceAnswer): Filled => {
  const old = new Map(difference.cells.map((c) => [cellKey(c), c.before]));
  return {
    ...filled,
    cell: (form, row, column) => old.get(cellKey({ form, row, column })) ?? filled.cell(form, row, column),
  };
};
