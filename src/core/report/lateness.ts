import type { Instant } from '../kernel/instant.ts';
import type { Report, ReportState } from './states.ts';

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

type Times = Pick<
  Report,
  | 'state'
  | 'firstSubmittedAt'
  | 'submittedAt'
  | 'firstDueAt'
  | 'lastDueAt'
  | 'lastResendBy'
  | 'resendBy'
  | 'extendedUntil'
  | 'policy'
>;

export const dueOf = (report: Pick<Report, 'extendedUntil'>, deadline: Instant): Instant =>
  report.extendedUntil !== null && report.extendedUntil > deadline ? report.extendedUntil : deadline;

/** The instant that a sending now would be judged by: the date of the return, unless the last sending counts. */
export const dueOfSending = (
  report: Pick<Report, 'extendedUntil' | 'resendBy' | 'policy'>,
  deadline: Instant,
): Instant =>
  report.resendBy !== null && report.policy.returned !== 'last' ? report.resendBy : dueOf(report, deadline);

const DAY = 86_400_000;

const OWED: readonly ReportState[] = ['not-opened', 'drafting', 'awaiting-signature', 'signed', 'returned'];

const against = (at: Instant, due: Instant): Lateness =>
  at >= due ? { kind: 'late', by: at - due } : { kind: 'on-time' };

/** What stands of the sendings so far, by what the request says a return does to "on time". */
const judged = (report: Times, first: Instant, due: Instant): Lateness => {
  const last = report.submittedAt ?? first;
  const ofFirst = against(first, report.firstDueAt ?? due);
  switch (report.policy.returned) {
    case 'first':
      return ofFirst;
    case 'last':
      return against(last, report.lastDueAt ?? due);
    case 'new-date':
      // A return heals nothing: who was late stays late, who was in time stays so by keeping the new date.
      return ofFirst.kind === 'late' || report.lastResendBy === null
        ? ofFirst
        : against(last, report.lastResendBy);
  }
};

/** The deadline is the first late instant: at it, one is late by zero and no longer in time. */
export const latenessOf = (report: Times, deadline: Instant, now: Instant, filledShare = 1): Lateness => {
  const due = dueOf(report, deadline);
  const owed = OWED.includes(report.state);
  if (owed && report.resendBy !== null && now >= report.resendBy)
    return { kind: 'resend-overdue', by: now - report.resendBy };
  const openAgain = owed && report.policy.returned === 'last';
  if (report.firstSubmittedAt !== null && !openAgain) return judged(report, report.firstSubmittedAt, due);
  if (now >= due) return { kind: 'overdue', by: now - due };
  const left = due - now;
  // A guess for the board, not a right: less than two days left and less than four fifths filled.
  if (left < 2 * DAY && filledShare < 0.8) return { kind: 'at-risk', left };
  return { kind: 'open', left };
};
