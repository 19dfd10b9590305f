import type { Refusal } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import { dueOf } from './lateness.ts';
import type { Report } from './states.ts';

type Times = Pick<Report, 'policy' | 'resendBy' | 'extendedUntil' | 'passedAt'>;

/**
 * Why the request takes no sending any more, or nothing. A unit that was given more time by a written decision has it
 * whole. What waited for its signature at the deadline may still be signed, however strict the request (E7).
 */
export const closedTo = (report: Times, deadline: Instant, now: Instant): Refusal | undefined => {
  const { lateSending, lastSending, lastCorrection } = report.policy;
  if (report.resendBy !== null)
    return lastCorrection !== null && now >= lastCorrection
      ? { code: 'report.lastCorrectionPassed', details: { at: lastCorrection } }
      : undefined;
  const due = dueOf(report, deadline);
  const waited = report.passedAt !== null && report.passedAt < due;
  if (lateSending === 'never' && now >= due && !waited)
    return { code: 'report.deadlineClosed', details: { at: due } };
  const last = lateSending === 'until-last' && lastSending !== null ? dueOf(report, lastSending) : null;
  return last !== null && now >= last
    ? { code: 'report.lastSendingPassed', details: { at: last } }
    : undefined;
};
