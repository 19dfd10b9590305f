import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/** The unit says what it did about one remark. */
export const answerPin = (
  report: Report,
  number: number,
  answer: string,
  personId: string,
): Decision<Fact> => {
  const stop = guard(report, 'answer', personId);
  if (stop) return stop;
  const text = answer.trim();
  return text.length < 2
    ? refuse('report.answerMissing', { number })
    : accept(reportFact(report, 'report.pinAnswered', { number, answer: text }));
};
