import { account } from './vi/account.ts';
import { admin } from './vi/admin.ts';
import { amend } from './vi/amend.ts';
import { board } from './vi/board.ts';
import { consolidation } from './vi/consolidation.ts';
import { difference } from './vi/difference.ts';
import { draft } from './vi/draft.ts';
import { editor } from './vi/editor.ts';
import { evidence } from './vi/evidence.ts';
import { excel } from './vi/excel.ts';
import { exports } from './vi/exports.ts';
import { frozen } from './vi/frozen.ts';
import { home } from './vi/home.ts';
import { journal } from './vi/journal.ts';
import { kit } from './vi/kit.ts';
import { policy } from './vi/policy.ts';
import { receiptCheck } from './vi/receipt-check.ts';
import { registry } from './vi/registry.ts';
import { requests } from './vi/requests.ts';
import { review } from './vi/review.ts';
import { rules } from './vi/rules.ts';
import { scoring } from './vi/scoring.ts';
import { sign } from './vi/sign.ts';
import { templates } from './vi/templates.ts';
import { watch } from './vi/watch.ts';
import { viFirst } from './vi-first.ts';

/** All words of the screens, one area per file. A new area is one line here and one in en.ts. */
export const vi = {
  ...viFirst,
  account,
  receiptCheck,
  kit,
  home,
  amend,
  board,
  review,
  difference,
  editor,
  evidence,
  excel,
  sign,
  requests,
  policy,
  registry,
  consolidation,
  draft,
  exports,
  frozen,
  admin,
  journal,
  rules,
  templates,
  scoring,
  watch,
} as const;
