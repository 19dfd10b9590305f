import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';
import { guard, reportFact } from './guard.ts';
import type { NewPin } from './pin.ts';
import type { Report } from './states.ts';

/** Returns the sending with at least one remark, a reason for each and a new date (E4). */
export const returnReport = (
  report: Report,
  pins: readonly NewPin[],
  resendBy: Instant | null,
  personId: string,
  now: Instant,
): Decision<Fact> => {
  const stop = guard(report, 'return', personId);
  if (stop) return stop;
  if (report.begunAt === null) return refuse('report.receivingNotBegun');
  const { lastCorrection } = report.policy;
  if (lastCorrection !== null && now >= lastCorrection)
    return refuse('report.lastCorrectionPassed', { at: lastCorrection });
  if (pins.length === 0) return refuse('report.pinMissing');
  const silent = pins.findIndex((pin) => pin.sentence.trim().length < 5);
  if (silent >= 0) return refuse('report.pinWithoutReason', { number: silent + 1 });
  if (resendBy === null) return refuse('report.resendDateMissing');
  if (resendBy <= now) return refuse('report.resendDatePast');
  if (lastCorrection !== null && resendBy > lastCorrection)
    return refuse('report.resendAfterLastCorrection', { at: lastCorrection });
  return accept(
    reportFact(report, 'report.returned', { revision: report.revision, pins: pins.length, resendBy }),
  );
};
