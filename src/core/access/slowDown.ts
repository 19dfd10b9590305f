/**
 * How long the next sign-in waits after failures. Names slow down early and stay bounded, so that nobody can lock a
 * colleague out for the day; an address allows more, because a whole office often shares one.
 */
export type SlowedBy = 'name' | 'address';

const FREE: Readonly<Record<SlowedBy, number>> = { name: 4, address: 30 };
const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 300;

/** Failures older than this are forgotten. */
export const FORGET_SECONDS = 3600;

export const waitAfter = (by: SlowedBy, failures: number): number => {
  const beyond = failures - FREE[by];
  if (beyond <= 0) return 0;
  // Doubling past 20 steps would leave the integers; the bound is reached long before.
  return Math.min(FIRST_SECONDS * 2 ** Math.min(beyond - 1, 20), LONGEST_SECONDS);
};
