import { accept, type Decision } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/** The scanned or digitally signed PDF becomes the legal original; its hash is tied to the report in the chain. */
export const attachStamped = (
  report: Report,
  file: { readonly hash: string; readonly name: string; readonly size: number },
  personId: string,
): Decision<Fact> =>
  guard(report, 'register', personId) ?? accept(reportFact(report, 'report.stampedAttached', { ...file }));
