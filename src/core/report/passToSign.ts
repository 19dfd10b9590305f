import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';
import { closedTo } from './closing.ts';
import { blocking, type Gap } from './gaps.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/** Passes the filled report to the signer. A hard error or an unexplained warning stops it (C5), as do open pins. */
export const passToSign = (
  report: Report,
  gaps: readonly Gap[],
  openPins: number,
  personId: string,
  deadline: Instant,
  now: Instant,
): Decision<Fact> => {
  const stop = guard(report, 'pass-to-sign', personId);
  if (stop) return stop;
  // Nobody signs in vain: what cannot be sent is not passed on.
  const closed = closedTo({ ...report, passedAt: null }, deadline, now);
  if (closed) return { ok: false, refusal: closed };
  const missing = blocking(gaps);
  if (missing.length > 0)
    return refuse('report.incomplete', { count: missing.length, gaps: missing.slice(0, 50) });
  if (openPins > 0) return refuse('report.pinsOpen', { count: openPins });
  return accept(reportFact(report, 'report.passedToSign'));
};
