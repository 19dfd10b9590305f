import type { Selectable } from 'kysely';
import type { Report, ReportState } from '../../../core/report/states.ts';
import type { Report as ReportTable } from '../../database/schema.ts';

type Row = Pick<
  Selectable<ReportTable>,
  | 'campaign_id'
  | 'unit_id'
  | 'state'
  | 'revision'
  | 'begun_at'
  | 'prepared_by'
  | 'first_submitted_at'
  | 'submitted_at'
  | 'resend_by'
  | 'extended_until'
> & {
  readonly preparers: string[] | null;
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
  firstSubmittedAt: row.first_submitted_at,
  submittedAt: row.submitted_at,
  resendBy: row.resend_by,
  extendedUntil: row.extended_until,
  preparerMaySign: row.preparer_may_sign,
  registrySubmits: row.registry_submits,
});
