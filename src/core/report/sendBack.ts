import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/** The signer refuses to sign and says why; the report goes back to drafting. */
export const sendBack = (report: Report, reason: string, personId: string): Decision<Fact> => {
  const stop = guard(report, 'send-back', personId);
  if (stop) return stop;
  const text = reason.trim();
  return text.length < 5
    ? refuse('report.reasonMissing')
    : accept(reportFact(report, 'report.sentBack', { reason: text }));
};
