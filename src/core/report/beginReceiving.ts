import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

export const beginReceiving = (report: Report, personId: string): Decision<Fact> => {
  const stop = guard(report, 'begin-receiving', personId);
  if (stop) return stop;
  return report.begunAt !== null
    ? refuse('report.receivingBegun', { at: report.begunAt })
    : accept(reportFact(report, 'report.receivingBegun', { revision: report.revision }));
};
