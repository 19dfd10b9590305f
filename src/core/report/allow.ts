import type { Stance } from '../directory/stance.ts';
import { owesConfirmation } from './confirmation.ts';
import { nextOfReport, type Report, type ReportVerb } from './states.ts';

/** Which stance opens which verb. One table for server, screens and the matrix test. */
export const WHO_MAY: Readonly<Record<ReportVerb, readonly Stance[]>> = {
  acknowledge: ['preparer', 'signer'],
  edit: ['preparer'],
  'pass-to-sign': ['preparer'],
  'send-back': ['signer'],
  sign: ['signer'],
  submit: ['registry'],
  withdraw: ['preparer', 'signer'],
  answer: ['preparer'],
  'begin-receiving': ['receiver'],
  receive: ['receiver'],
  return: ['receiver'],
  register: ['registry'],
  extend: ['receiver'],
  // Forms that a unit sent by other ways, copied in by the office; the unit still signs.
  'bring-in': ['receiver'],
};

/** Who may read a report at all; others are refused (and do not learn whether it exists). */
export const MAY_READ: readonly Stance[] = [
  'preparer',
  'signer',
  'registry',
  'unit-overseer',
  'receiver',
  'authority-overseer',
  'authority-signer',
];

/** Conflicts of one person with the own work, apart from the post held (E1, E5, and no time for the own report). */
export const conflictOf = (report: Report, verb: ReportVerb, personId: string): string | undefined => {
  const prepared = report.preparers.includes(personId);
  if (verb === 'sign' && prepared && !report.preparerMaySign) return 'report.preparerMayNotSign';
  if ((verb === 'begin-receiving' || verb === 'receive' || verb === 'return') && prepared)
    return 'report.preparerMayNotReceive';
  if (verb === 'extend' && prepared) return 'report.preparerMayNotExtend';
  return undefined;
};

/** What the person may do with the report now. */
export const mayOnReport = (
  report: Report,
  stances: ReadonlySet<Stance>,
  personId: string,
): readonly ReportVerb[] =>
  nextOfReport[report.state].filter(
    (verb) =>
      report.releasedAt === null &&
      WHO_MAY[verb].some((s) => stances.has(s)) &&
      conflictOf(report, verb, personId) === undefined &&
      (verb !== 'acknowledge' || owesConfirmation(report)) &&
      (verb !== 'withdraw' || report.begunAt === null) &&
      // Once sent, on time or late is decided; a later decision moves it no more.
      (verb !== 'extend' || report.firstSubmittedAt === null) &&
      (verb !== 'begin-receiving' || report.begunAt === null) &&
      ((verb !== 'receive' && verb !== 'return') || report.begunAt !== null),
  );

/** Verbs that the post would open but the person's own part in the report does not, with the code that says why. */
export const mayNotOnReport = (
  report: Report,
  stances: ReadonlySet<Stance>,
  personId: string,
): Partial<Record<ReportVerb, string>> => {
  const result: Partial<Record<ReportVerb, string>> = {};
  if (report.releasedAt !== null) return result;
  for (const verb of nextOfReport[report.state]) {
    const code = conflictOf(report, verb, personId);
    if (code && WHO_MAY[verb].some((s) => stances.has(s))) result[verb] = code;
  }
  return result;
};
