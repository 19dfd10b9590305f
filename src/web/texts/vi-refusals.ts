import type { Refusals } from './text.ts';
import { access } from './vi/refusals-access.ts';

/** One sentence for each code that the core can refuse with: what, where, what to do. One file per room. */
export const viRefusals: Refusals = { ...access };
