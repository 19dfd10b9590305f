import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/** Taken back by the unit, until the receiver gives the command to begin (E3). Opening a page is not receiving. */
export const withdraw = (report: Report, personId: string): Decision<Fact> => {
  const stop = guard(report, 'withdraw', personId);
  if (stop) return stop;
  return report.begunAt !== null
    ? refuse('report.receivingBegun', { at: report.begunAt })
    : accept(reportFact(report, 'report.withdrawn', { revision: report.revision }));
};
