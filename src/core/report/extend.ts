import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { type Day, type Instant, isDay } from '../kernel/instant.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/** A written decision that gives one unit more time: until when, by which document, why. */
export type Extension = {
  /** First late instant. */
  readonly until: Instant;
  readonly document: { readonly number: string; readonly day: Day };
  readonly reason: string;
};

/**
 * Extends the deadline of one unit (E8); the others stay late. A later decision may change an earlier one, and both
 * stay in the journal. A report that was sent before is on time or late for good.
 */
export const extend = (
  report: Report,
  given: Omit<Extension, 'until'> & { readonly until: Instant | null },
  personId: string,
  deadline: Instant,
  now: Instant,
  today: Day,
): Decision<Fact> => {
  const stop = guard(report, 'extend', personId);
  if (stop) return stop;
  if (report.firstSubmittedAt !== null) return refuse('report.extensionAfterSending');
  if (given.until === null) return refuse('report.extensionDateMissing');
  if (given.until <= now) return refuse('report.extensionPast');
  if (given.until <= deadline) return refuse('report.extensionNotLater', { deadline });
  if (!/\d/.test(given.document.number)) return refuse('report.extensionWithoutDocument');
  if (!isDay(given.document.day)) return refuse('report.dayMalformed', { day: given.document.day });
  if (given.document.day > today) return refuse('report.dayInFuture', { day: given.document.day });
  if (given.reason.trim().length < 5) return refuse('report.reasonMissing');
  return accept(
    reportFact(report, 'report.extended', {
      until: given.until,
      number: given.document.number.trim(),
      day: given.document.day,
      reason: given.reason.trim(),
      before: report.extendedUntil,
    }),
  );
};
