import { account } from './vi/account.ts';
import { board } from './vi/board.ts';
import { home } from './vi/home.ts';
import { kit } from './vi/kit.ts';
import { receiptCheck } from './vi/receipt-check.ts';
import { review } from './vi/review.ts';
import { viFirst } from './vi-first.ts';

/** All words of the screens, one area per file. A new area is one line here and one in en.ts. */
export const vi = {
  ...viFirst,
  account,
  receiptCheck,
  kit,
  home,
  board,
  review,
} as const;
