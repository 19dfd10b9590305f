import { type Decision, refuse } from '../kernel/decision.ts';
import { chainOfReport, type Fact } from '../kernel/fact.ts';
import { conflictOf } from './allow.ts';
import { nextOfReport, type Report, type ReportVerb } from './states.ts';

/** Refuses a verb that the state or the person's own part in the report does not allow. */
export const guard = (report: Report, verb: ReportVerb, personId: string): Decision<never> | undefined => {
  if (report.releasedAt !== null) return refuse('report.released', { at: report.releasedAt });
  if (!(nextOfReport[report.state] as readonly ReportVerb[]).includes(verb))
    return refuse('report.wrongState', { verb, state: report.state });
  const conflict = conflictOf(report, verb, personId);
  return conflict ? refuse(conflict) : undefined;
};

export const reportFact = (report: Report, type: string, data: Record<string, unknown> = {}): Fact => ({
  type,
  chain: chainOfReport(report.campaignId, report.unitId),
  campaignId: report.campaignId,
  unitId: report.unitId,
  data,
});
