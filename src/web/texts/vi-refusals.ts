import type { Refusals } from './sentence.ts';
import { clock } from './vi/refusals-clock.ts';
import { consolidation } from './vi/refusals-consolidation.ts';
import { directory } from './vi/refusals-directory.ts';
import { documents } from './vi/refusals-documents.ts';
import { evidence } from './vi/refusals-evidence.ts';
import { excel } from './vi/refusals-excel.ts';
import { registry } from './vi/refusals-registry.ts';
import { report } from './vi/refusals-report.ts';
import { requests } from './vi/refusals-requests.ts';
import { scoring } from './vi/refusals-scoring.ts';
import { tasks } from './vi/refusals-tasks.ts';
import { templates } from './vi/refusals-templates.ts';
import { viFirstRefusals } from './vi-first.ts';

/** One sentence for each code that the core can refuse with: what, where, what to do. One file per room. */
export const viRefusals: Refusals = {
  ...viFirstRefusals,
  ...clock,
  ...consolidation,
  ...directory,
  ...documents,
  ...registry,
  ...evidence,
  ...excel,
  ...report,
  ...requests,
  ...scoring,
  ...tasks,
  ...templates,
};
