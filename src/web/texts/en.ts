import type { Translation } from './dictionary.ts';
import { account } from './en/account.ts';
import { admin } from './en/admin.ts';
import { amend } from './en/amend.ts';
import { board } from './en/board.ts';
import { common } from './en/common.ts';
import { consolidation } from './en/consolidation.ts';
import { difference } from './en/difference.ts';
import { draft } from './en/draft.ts';
import { editor } from './en/editor.ts';
import { evidence } from './en/evidence.ts';
import { excel } from './en/excel.ts';
import { exports } from './en/exports.ts';
import { failure } from './en/failure.ts';
import { frame } from './en/frame.ts';
import { frozen } from './en/frozen.ts';
import { home } from './en/home.ts';
import { journal } from './en/journal.ts';
import { kit } from './en/kit.ts';
import { login } from './en/login.ts';
import { policy } from './en/policy.ts';
import { receiptCheck } from './en/receipt-check.ts';
import { registry } from './en/registry.ts';
import { requests } from './en/requests.ts';
import { review } from './en/review.ts';
import { rules } from './en/rules.ts';
import { scoring } from './en/scoring.ts';
import { sign } from './en/sign.ts';
import { state } from './en/state.ts';
import { templates } from './en/templates.ts';
import { time } from './en/time.ts';
import { watch } from './en/watch.ts';

export const en: Translation = {
  common,
  failure,
  frame,
  state,
  time,
  login,
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
};
