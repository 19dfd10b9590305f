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

/**
 * What a time service says of this machine: 'yes' or 'no' of Linux, or the first figure of Windows, whose words are in
 * the language of the machine: 0 to 2 is a clock in step, 3 is one that nobody sets.
 */
export const timeServiceSays = (said: string): boolean | null => {
  const word = said.trim();
  if (word === 'yes' || word === 'no') return word === 'yes';
  const leap = /:\s*([0-3])\s*\(/.exec(word.split('\n')[0] ?? '')?.[1];
  return leap === undefined ? null : leap !== '3';
};
