import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';
import type { SignedInPlace } from './answers.ts';
import { closedTo } from './closing.ts';
import { blocking, type Gap } from './gaps.ts';
import { guard, reportFact } from './guard.ts';
import { dueOfSending } from './lateness.ts';
import type { Report } from './states.ts';

/** What sending records: the second, how late, and what was sent. Used by both paths. */
export const submittedFact = (report: Report, contentHash: string, deadline: Instant, now: Instant): Fact => {
  const due = dueOfSending(report, deadline);
  return reportFact(report, 'report.submitted', {
    revision: report.revision + 1,
    contentHash,
    lateBy: Math.max(0, now - due),
    late: now >= due,
  });
};

/**
 * Signs the report. What the signer saw is named by its hash: when the content changed since the page was opened,
 * nothing is signed. By default signing submits in the same act; in a strict office it waits for văn thư (A10).
 * A deadline that passed meanwhile does not stop it (E7), a closing date does; the time of sending says how late.
 */
export const sign = (
  report: Report,
  gaps: readonly Gap[],
  sealed: {
    readonly seen: string;
    readonly current: string;
    /** The document by which somebody signs in another's place; left out by who holds the post. */
    readonly inPlace?: SignedInPlace | null;
  },
  personId: string,
  deadline: Instant,
  now: Instant,
): Decision<Fact> => {
  const stop = guard(report, 'sign', personId);
  if (stop) return stop;
  const closed = closedTo(report, deadline, now);
  if (closed) return { ok: false, refusal: closed };
  const missing = blocking(gaps);
  if (missing.length > 0)
    return refuse('report.incomplete', { count: missing.length, gaps: missing.slice(0, 50) });
  if (sealed.seen !== sealed.current) return refuse('report.changedSinceSeen');
  const signed = reportFact(report, 'report.signed', {
    contentHash: sealed.current,
    ...(sealed.inPlace ? { inPlace: sealed.inPlace } : {}),
  });
  return report.registrySubmits
    ? accept(signed)
    : accept(signed, submittedFact(report, sealed.current, deadline, now));
};
