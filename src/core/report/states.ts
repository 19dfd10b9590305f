import type { Policy } from '../campaign/policy.ts';
import type { Instant } from '../kernel/instant.ts';

export const REPORT_STATES = [
  'not-opened',
  'drafting',
  'awaiting-signature',
  'signed',
  'submitted',
  'received',
  'returned',
] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_VERBS = [
  'acknowledge',
  'edit',
  'pass-to-sign',
  'send-back',
  'sign',
  'submit',
  'withdraw',
  'answer',
  'begin-receiving',
  'receive',
  'return',
  'register',
  'extend',
  'bring-in',
] as const;
export type ReportVerb = (typeof REPORT_VERBS)[number];

/** What may follow what; the server refuses with it, screens grey their buttons with it, the matrix test prints it. */
export const nextOfReport = {
  'not-opened': ['acknowledge', 'edit', 'extend', 'bring-in'],
  drafting: ['acknowledge', 'edit', 'pass-to-sign', 'extend', 'bring-in'],
  'awaiting-signature': ['acknowledge', 'send-back', 'sign', 'extend'],
  // A strict office gives number and day first, then sends (A10).
  signed: ['acknowledge', 'register', 'submit', 'extend'],
  submitted: ['acknowledge', 'withdraw', 'begin-receiving', 'receive', 'return', 'register'],
  received: ['acknowledge', 'register'],
  returned: ['acknowledge', 'edit', 'answer', 'pass-to-sign', 'bring-in'],
} as const satisfies Record<ReportState, readonly ReportVerb[]>;

/** What the rules of one report need to know of it. */
export type Report = {
  readonly campaignId: string;
  readonly unitId: string;
  readonly state: ReportState;
  readonly revision: number;
  /** Everybody who wrote in it. */
  readonly preparers: readonly string[];
  readonly begunAt: Instant | null;
  readonly passedBy: string | null;
  readonly passedAt: Instant | null;
  readonly firstSubmittedAt: Instant | null;
  readonly submittedAt: Instant | null;
  /** Deadline in force for the unit at the first and at the last sending: a later change makes nobody late. */
  readonly firstDueAt: Instant | null;
  readonly lastDueAt: Instant | null;
  /** Date that the last sending had to keep because it followed a return. */
  readonly lastResendBy: Instant | null;
  readonly resendBy: Instant | null;
  readonly extendedUntil: Instant | null;
  /** Newest version of the request that concerns the unit, and the one that it has confirmed having seen (A7 A8). */
  readonly toldVersion: number;
  readonly seenVersion: number;
  /** No longer obliged, by a change of the request. */
  readonly releasedAt: Instant | null;
  /** What the request says of time beyond its deadline. */
  readonly policy: Policy;
  /** The unit's own rules (E1, A10). */
  readonly preparerMaySign: boolean;
  readonly registrySubmits: boolean;
  /** Văn thư has given number and day to what was signed. */
  readonly registered: boolean;
};
