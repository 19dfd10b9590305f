import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/** Accepts the sending; from now on its figures are in the totals. Nobody receives what they prepared (E5). */
export const receive = (report: Report, personId: string): Decision<Fact> => {
  const stop = guard(report, 'receive', personId);
  if (stop) return stop;
  return report.begunAt === null
    ? refuse('report.receivingNotBegun')
    : accept(reportFact(report, 'report.received', { revision: report.revision }));
};
