import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/** Whether the unit still has to confirm: the request as it was issued, and again each change that concerns it (A8). */
export const owesConfirmation = (report: Report): boolean =>
  report.seenVersion < report.toldVersion &&
  // Who has sent the report has seen what was issued.
  (report.toldVersion > 1 || report.state === 'not-opened' || report.state === 'drafting');

/** The unit confirms that it has seen the request, as it stands now (A7 A8). */
export const acknowledge = (report: Report, personId: string): Decision<Fact> =>
  guard(report, 'acknowledge', personId) ??
  (owesConfirmation(report)
    ? accept(reportFact(report, 'report.acknowledged', { version: report.toldVersion }))
    : refuse('report.nothingToConfirm'));
