import { accept, type Decision } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';
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
): Decision<Fact> =>
  guard(report, 'submit', personId) ?? accept(submittedFact(report, contentHash, deadline, now));
