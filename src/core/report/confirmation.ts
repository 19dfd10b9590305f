import type { Report } from './states.ts';

/** Whether the unit still has to confirm: the request as it was issued, and again each change that concerns it (A8). */
export const owesConfirmation = (report: Report): boolean =>
  report.seenVersion < report.toldVersion &&
  // Who has sent the report has seen what was issued.
  (report.toldVersion > 1 || report.state === 'not-opened' || report.state === 'drafting');
