import type { Selectable } from 'kysely';
import { type Policy, USUAL_POLICY } from '../../../core/campaign/policy.ts';
import type { Report, ReportState } from '../../../core/report/states.ts';
import type { Report as ReportTable } from '../../database/schema.ts';

type Row = Pick<
  Selectable<ReportTable>,
  | 'campaign_id'
  | 'unit_id'
  | 'state'
  | 'revision'
  | 'begun_at'
  | 'number'
  | 'prepared_by'
  | 'passed_at'
  | 'first_submitted_at'
  | 'submitted_at'
  | 'first_due_at'
  | 'last_due_at'
  | 'last_resend_by'
  | 'resend_by'
  | 'extended_until'
  | 'told_version'
  | 'seen_version'
  | 'released_at'
> & {
  readonly preparers: string[] | null;
  /** Of the campaign; null is the usual. */
  readonly policy: unknown;
  readonly preparer_may_sign: boolean;
  readonly registry_submits: boolean;
};

/** What the rules of a report need, from its row and the rules of its unit. */
export const reportOf = (row: Row): Report => ({
  campaignId: row.campaign_id,
  unitId: row.unit_id,
  state: row.state as ReportState,
  revision: row.revision,
  preparers: row.preparers ?? [],
  begunAt: row.begun_at,
  passedBy: row.prepared_by,
  passedAt: row.passed_at,
  firstSubmittedAt: row.first_submitted_at,
  submittedAt: row.submitted_at,
  firstDueAt: row.first_due_at,
  lastDueAt: row.last_due_at,
  lastResendBy: row.last_resend_by,
  resendBy: row.resend_by,
  extendedUntil: row.extended_until,
  toldVersion: row.told_version,
  seenVersion: row.seen_version,
  releasedAt: row.released_at,
  policy: (row.policy as Policy | null) ?? USUAL_POLICY,
  preparerMaySign: row.preparer_may_sign,
  registrySubmits: row.registry_submits,
  registered: row.number !== null,
});
