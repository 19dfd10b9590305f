import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/** What the server has compared before a sending is received together with others. */
export type Compared = {
  /** Remarks that the sending before was returned with; 0: nobody of the receiving office has read it yet. */
  readonly pins: number;
  readonly openPins: number;
  readonly gaps: number;
  readonly nearEmpty: boolean;
  /** Changes outside the places with remarks. */
  readonly elsewhere: number;
};

/**
 * Receives without opening, together with others: only what was read before, came back answered, is complete, and
 * changed nowhere but where remarks stood. Everything else is for a person to read.
 */
export const receiveUnread = (report: Report, compared: Compared, personId: string): Decision<Fact> => {
  const stop = guard(report, 'receive', personId);
  if (stop) return stop;
  if (compared.pins === 0) return refuse('report.neverRead');
  if (compared.openPins > 0) return refuse('report.remarksOpen', { count: compared.openPins });
  if (compared.gaps > 0) return refuse('report.hasGaps', { count: compared.gaps });
  if (compared.nearEmpty) return refuse('report.nearEmpty');
  if (compared.elsewhere > 0) return refuse('report.changedElsewhere', { count: compared.elsewhere });
  const { revision } = report;
  const received = reportFact(report, 'report.received', { revision });
  return report.begunAt === null
    ? accept(reportFact(report, 'report.receivingBegun', { revision }), received)
    : accept(received);
};
