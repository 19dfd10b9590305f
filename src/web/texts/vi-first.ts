import type { Refusals } from './sentence.ts';
import { common } from './vi/common.ts';
import { failure } from './vi/failure.ts';
import { frame } from './vi/frame.ts';
import { login } from './vi/login.ts';
import { access } from './vi/refusals-access.ts';
import { state } from './vi/state.ts';
import { time } from './vi/time.ts';

/** The words that the first page and the frame need; the words of the screens come beside the first screen. */
export const viFirst = { common, failure, frame, state, time, login } as const;
export const viFirstRefusals: Refusals = { ...access };
