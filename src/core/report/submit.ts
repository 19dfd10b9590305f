import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';
import { closedTo } from './closing.ts';
import { guard } from './guard.ts';
import { submittedFact } from './sign.ts';
import type { Report } from './states.ts';

/** Strict offices: văn thư sends what was signed. */
export const submit = (
  report: Report,
  contentHash: string,
  personId: string,
  deadline: Instant,
  now: Instant,
): Decision<Fact> => {
  const stop = guard(report, 'submit', personId);
  if (stop) return stop;
  if (!report.registered) return refuse('report.numberFirst');
  const closed = closedTo(report, deadline, now);
  return closed ? { ok: false, refusal: closed } : accept(submittedFact(report, contentHash, deadline, now));
};
