import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { type Day, isDay } from '../kernel/instant.ts';
import { guard, reportFact } from './guard.ts';
import type { Report } from './states.ts';

/** The sending that a number is for: what is signed and not sent yet will be the next. */
export const sendingOf = ({ state, revision }: Pick<Report, 'state' | 'revision'>): number =>
  state === 'signed' ? revision + 1 : revision;

/** Văn thư adds number and date as they were given on paper; the content stays locked. */
export const register = (
  report: Report,
  given: {
    readonly number: string;
    readonly symbol: string;
    readonly day: Day;
    readonly fromBook?: boolean;
  },
  personId: string,
  today: Day,
): Decision<Fact> => {
  const stop = guard(report, 'register', personId);
  if (stop) return stop;
  if (!/^\d{1,6}$/.test(given.number)) return refuse('report.numberMalformed', { number: given.number });
  if (!isDay(given.day)) return refuse('report.dayMalformed', { day: given.day });
  if (given.day > today) return refuse('report.dayInFuture', { day: given.day });
  return accept(reportFact(report, 'report.registered', { ...given }));
};
