import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';
import { directoryFact } from './fact.ts';

/** A typing error of a century could never be taken back: the clock only moves forward. */
const FARTHEST_MS = 400 * 86_400_000;

/** The business clock of a demonstration moves forward only: what was in time must stay in time. */
export const moveClock = (mode: 'demo' | 'office', now: Instant, to: Instant): Decision<Fact> => {
  if (mode === 'office') return refuse('clock.officeIsReal');
  if (to < now) return refuse('clock.backwards', { nowMs: now, wantedMs: to });
  if (to - now > FARTHEST_MS) return refuse('clock.tooFar', { nowMs: now, wantedMs: to, days: 400 });
  return accept(directoryFact('clock.moved', { fromMs: now, toMs: to }));
};
