import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';
import { closedTo } from './closing.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/**
 * Taken back by the unit, until the receiver gives the command to begin (E3). Opening a page is not receiving. What
 * could not be sent again stays where it is: a unit would lose its report to a closing date.
 */
export const withdraw = (
  report: Report,
  personId: string,
  deadline: Instant,
  now: Instant,
): Decision<Fact> => {
  const stop = guard(report, 'withdraw', personId);
  if (stop) return stop;
  if (report.begunAt !== null) return refuse('report.receivingBegun', { at: report.begunAt });
  const after = { ...report, resendBy: report.lastResendBy, passedAt: null };
  const closed = closedTo(after, deadline, now);
  return closed
    ? refuse('report.withdrawTooLate', closed.details)
    : accept(reportFact(report, 'report.withdrawn', { revision: report.revision }));
};
