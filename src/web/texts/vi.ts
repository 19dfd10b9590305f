import { account } from './vi/account.ts';
import { common } from './vi/common.ts';
import { failure } from './vi/failure.ts';
import { frame } from './vi/frame.ts';
import { kit } from './vi/kit.ts';
import { login } from './vi/login.ts';
import { receiptCheck } from './vi/receipt-check.ts';
import { state } from './vi/state.ts';
import { time } from './vi/time.ts';

/** All words of the screens, one area per file. A new area is one line here and one in en.ts. */
export const vi = { common, failure, frame, state, time, login, account, receiptCheck, kit } as const;
