import type { Instant } from '../kernel/instant.ts';
import type { Report } from './states.ts';

/** Derived, never stored: overdue, late, at risk. */
export type Lateness =
  | { readonly kind: 'on-time' }
  /** Sent, but after the deadline, by so many milliseconds. */
  | { readonly kind: 'late'; readonly by: number }
  /** Owed and past its deadline. */
  | { readonly kind: 'overdue'; readonly by: number }
  /** Returned and not sent again by the date given. */
  | { readonly kind: 'resend-overdue'; readonly by: number }
  | { readonly kind: 'at-risk'; readonly left: number }
  | { readonly kind: 'open'; readonly left: number };

type Times = Pick<Report, 'state' | 'firstSubmittedAt' | 'resendBy' | 'extendedUntil'>;

export const dueOf = (report: Pick<Report, 'extendedUntil'>, deadline: Instant): Instant =>
  report.extendedUntil !== null && report.extendedUntil > deadline ? report.extendedUntil : deadline;

const DAY = 86_400_000;

/**
 * A report first sent in time stays on time when it is returned for correction (facts of time, 8). The deadline is
 * the first late instant: at it, one is late by zero and no longer in time.
 */
export const latenessOf = (report: Times, deadline: Instant, now: Instant, filledShare = 1): Lateness => {
  const due = dueOf(report, deadline);
  if (report.state === 'returned' && report.resendBy !== null && now >= report.resendBy)
    return { kind: 'resend-overdue', by: now - report.resendBy };
  if (report.firstSubmittedAt !== null)
    return report.firstSubmittedAt >= due
      ? { kind: 'late', by: report.firstSubmittedAt - due }
      : { kind: 'on-time' };
  if (now >= due) return { kind: 'overdue', by: now - due };
  const left = due - now;
  // A guess for the board, not a right: less than two days left and less than four fifths filled.
  if (left < 2 * DAY && filledShare < 0.8) return { kind: 'at-risk', left };
  return { kind: 'open', left };
};
