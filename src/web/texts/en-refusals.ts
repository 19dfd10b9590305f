import { access } from './en/refusals-access.ts';
import { clock } from './en/refusals-clock.ts';
import { consolidation } from './en/refusals-consolidation.ts';
import { directory } from './en/refusals-directory.ts';
import { documents } from './en/refusals-documents.ts';
import { evidence } from './en/refusals-evidence.ts';
import { excel } from './en/refusals-excel.ts';
import { registry } from './en/refusals-registry.ts';
import { report } from './en/refusals-report.ts';
import { requests } from './en/refusals-requests.ts';
import { scoring } from './en/refusals-scoring.ts';
import { tasks } from './en/refusals-tasks.ts';
import { templates } from './en/refusals-templates.ts';
import type { Refusals } from './sentence.ts';

export const enRefusals: Refusals = {
  ...access,
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
