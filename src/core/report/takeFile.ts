import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/**
 * Figures come in by a file: typed by the unit itself, or brought in by the receiving office for a unit that sent its
 * form another way. The office copies; it does not prepare (E5): the unit still signs what stands in its report.
 */
export const takeFile = (
  report: Report,
  verb: 'edit' | 'bring-in',
  file: { readonly name: string; readonly hash: string },
  cells: number,
  personId: string,
): Decision<Fact> =>
  guard(report, verb, personId) ??
  (cells === 0
    ? refuse('excel.nothingToTake', { name: file.name })
    : accept(reportFact(report, 'report.fileTaken', { ...file, cells, forUnit: verb === 'bring-in' })));
