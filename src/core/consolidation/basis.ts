import type { ReportState } from '../report/states.ts';

/** Which reports a total rests on. Chosen on purpose and said beside every figure; received ones when nobody chose. */
export const BASES = ['received', 'sent', 'drafts'] as const;
export type Basis = (typeof BASES)[number];

const STATES: Readonly<Record<Basis, readonly ReportState[]>> = {
  received: ['received'],
  sent: ['received', 'submitted'],
  drafts: ['received', 'submitted', 'returned', 'signed', 'awaiting-signature', 'drafting'],
};

export const statesOf = (basis: Basis): readonly ReportState[] => STATES[basis];

export const countsIn = (basis: Basis, state: string): boolean =>
  (STATES[basis] as readonly string[]).includes(state);
