import type { Instant } from './instant.ts';

/** Two clocks side by side: how far the other one is ahead, and whether that can still be called the same time. */
export type Apart = { readonly ms: number; readonly synchronised: boolean };

/** More than the length of the question explains, and more than a second that a receipt shows. */
const MOST = 1000;

/**
 * The other clock was read at some moment between `asked` and `answered` of our own: what lies within that length is
 * no difference that could be told.
 */
export const clocksApart = (other: Instant, asked: Instant, answered: Instant): Apart => {
  const ms = other < asked ? other - asked : other > answered ? other - answered : 0;
  return { ms: Math.round(ms), synchronised: Math.abs(ms) <= MOST };
};
