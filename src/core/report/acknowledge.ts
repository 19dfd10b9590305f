import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { owesConfirmation } from './confirmation.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/** The unit confirms that it has seen the request, as it stands now (A7 A8). */
export const acknowledge = (report: Report, personId: string): Decision<Fact> =>
  guard(report, 'acknowledge', personId) ??
  (owesConfirmation(report)
    ? accept(reportFact(report, 'report.acknowledged', { version: report.toldVersion }))
    : refuse('report.nothingToConfirm'));
