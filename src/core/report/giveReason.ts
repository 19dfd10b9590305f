import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { type Gap, keyOfGap } from './gaps.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/**
 * Why a warning is right as it stands (C5); the receiver reads it. An empty reason takes it back; a hard error
 * cannot be explained away.
 */
export const giveReason = (
  report: Report,
  gaps: readonly Gap[],
  check: string,
  reason: string,
  personId: string,
): Decision<Fact> => {
  const stop = guard(report, 'edit', personId);
  if (stop) return stop;
  if (reason !== '') {
    const gap = gaps.find((g) => keyOfGap(g) === check);
    if (!gap) return refuse('report.nothingToExplain', { check });
    if (gap.severity !== 'reason') return refuse('report.mustBeCorrected', { check });
    if (reason.length < 5) return refuse('report.reasonMissing');
  }
  return accept(reportFact(report, 'report.reasonGiven', { check, reason }));
};
