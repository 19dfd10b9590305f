import { USUAL_POLICY } from '../../src/core/campaign/policy.ts';
import type { Report } from '../../src/core/report/states.ts';

/** A report that Lan has begun, for tests of the rules; what a test is about is named by it. */
export const aReport = (changes: Partial<Report> = {}): Report => ({
  campaignId: 'c',
  unitId: 'u',
  state: 'drafting',
  revision: 0,
  preparers: ['lan'],
  begunAt: null,
  passedBy: null,
  passedAt: null,
  firstSubmittedAt: null,
  submittedAt: null,
  firstDueAt: null,
  lastDueAt: null,
  lastResendBy: null,
  resendBy: null,
  extendedUntil: null,
  toldVersion: 1,
  seenVersion: 0,
  releasedAt: null,
  policy: USUAL_POLICY,
  preparerMaySign: false,
  registrySubmits: false,
  registered: true,
  ...changes,
});
