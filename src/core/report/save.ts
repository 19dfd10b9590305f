import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { type Cell, isCell } from '../template/cell.ts';
import type { UnitSection } from '../template/outline.ts';
import { typedCells } from './gaps.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

export type CellChange = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly cell: Cell;
  readonly note?: string | null;
};
export type WordsChange = {
  readonly section: string;
  readonly kind: 'text' | 'nil';
  readonly plain: string;
};

/**
 * Whether a batch of changes belongs into this report: state, known places, well-formed values. Wrong figures are
 * saved as typed (they block sending, not saving); a place that is not in the outline is refused.
 */
export const save = (
  report: Report,
  sections: readonly UnitSection[],
  changes: { readonly cells: readonly CellChange[]; readonly words: readonly WordsChange[] },
  personId: string,
): Decision<Fact> => {
  const stop = guard(report, 'edit', personId);
  if (stop) return stop;
  const forms = sections.flatMap((s) => s.forms);
  for (const change of changes.cells) {
    const form = forms.find((f) => f.id === change.form);
    const at = form && typedCells(form).find((c) => c.rowId === change.row && c.columnId === change.column);
    const column = form?.columns.find((c) => c.id === change.column);
    const { form: formId, row, column: columnId } = change;
    if (!form || !at || !column) return refuse('report.unknownCell', { form: formId, row, column: columnId });
    const text = change.cell.kind === 'text';
    const figure = change.cell.kind === 'amount' || change.cell.kind === 'unparsed';
    const wrongKind = column.kind === 'figure' ? text : figure;
    const choice =
      change.cell.kind === 'text' && column.choices && !column.choices.includes(change.cell.text);
    if (!isCell(change.cell) || wrongKind || choice)
      return refuse('report.malformedCell', { form: formId, row, column: columnId });
  }
  for (const change of changes.words) {
    const section = sections.find((s) => s.id === change.section);
    if (!section?.words || section.applicability === 'not-applicable')
      return refuse('report.unknownSection', { section: change.section });
  }
  return accept(
    reportFact(report, 'report.saved', {
      cells: changes.cells,
      words: changes.words.map((w) => ({ section: w.section, kind: w.kind, plain: w.plain })),
    }),
  );
};
