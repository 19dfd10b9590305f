import { accept, type Decision } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/** The unit confirms that it has seen the request. */
export const acknowledge = (report: Report, personId: string): Decision<Fact> =>
  guard(report, 'acknowledge', personId) ?? accept(reportFact(report, 'report.acknowledged'));
