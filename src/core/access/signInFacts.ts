import { type Fact, SIGN_IN_CHAIN } from '../kernel/fact.ts';

/** How somebody proved who they are. */
export type Way = 'password' | 'code' | 'provider';

export const signedIn = (personId: string, way: Way): Fact => ({
  type: 'access.signedIn',
  chain: SIGN_IN_CHAIN,
  data: { personId, way },
});

/** What was wrong: name or password, the one-time code, or the own password asked for once more. */
export type Wrong = 'password' | 'code' | 'confirm' | 'provider';

/** The name as typed is not kept: people type passwords into it. Only somebody whom the directory knows is named. */
export const signInFailed = (personId: string | null, wrong: Wrong): Fact => ({
  type: 'access.signInFailed',
  chain: SIGN_IN_CHAIN,
  data: personId === null ? { wrong } : { personId, wrong },
});

export const signedOut = (personId: string, which: 'this' | 'other'): Fact => ({
  type: 'access.signedOut',
  chain: SIGN_IN_CHAIN,
  data: { personId, which },
});
