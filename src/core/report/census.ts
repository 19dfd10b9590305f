import type { BoardAnswer, BoardRow } from './answers.ts';
import { REPORT_STATES, type ReportState } from './states.ts';

/** Every row stands in exactly one state, so the states add up to the units obliged (F3); overdue is counted beside. */
export const censusOf = (rows: readonly BoardRow[]): BoardAnswer['counts'] => {
  const counts = Object.fromEntries([...REPORT_STATES, 'overdue'].map((s) => [s, 0])) as Record<
    ReportState | 'overdue',
    number
  >;
  for (const row of rows) {
    counts[row.state]++;
    if (row.lateness.kind === 'overdue' || row.lateness.kind === 'resend-overdue') counts.overdue++;
  }
  return counts;
};
