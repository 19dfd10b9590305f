import { stancesToward } from '../../../core/directory/stance.ts';
import type { Calendar } from '../../../core/kernel/calendar.ts';
import { mayNotOnReport, mayOnReport } from '../../../core/report/allow.ts';
import type { BoardRow, Contact } from '../../../core/report/answers.ts';
import { owesConfirmation } from '../../../core/report/confirmation.ts';
import { createForecast } from '../../../core/report/forecast.ts';
import { isNearEmpty, type Summary } from '../../../core/report/gaps.ts';
import { dueOf, latenessOf } from '../../../core/report/lateness.ts';
import type { ReportState } from '../../../core/report/states.ts';
import type { ReadContext } from '../../http/context.ts';
import { extensionOf } from './pieces.ts';
import { reportOf } from './reportOf.ts';
import type { StoredRow } from './storedRows.ts';

const holderOf = (row: StoredRow): BoardRow['holder'] => {
  const holders = (row.holders ?? {}) as Record<string, string>;
  const at = (role: 'preparer' | 'signer' | 'registry') =>
    holders[role] ? { name: holders[role], role } : null;
  switch (row.state as ReportState) {
    case 'awaiting-signature':
      return at('signer');
    case 'signed':
      return at('registry');
    case 'submitted':
      return row.begun_by_name ? { name: row.begun_by_name, role: 'receiver' } : null;
    case 'received':
      return null;
    case 'not-opened':
    case 'drafting':
    case 'returned':
      // Whoever writes in it holds it; before that, whoever's post it is.
      return row.writers ? { name: row.writers, role: 'preparer' } : at('preparer');
  }
};

const lastOf = (row: StoredRow): BoardRow['last'] => {
  const editable = row.state === 'drafting' || row.state === 'returned';
  const moments: [string, number | null][] = [
    ['acknowledge', row.acknowledged_at],
    ['edit', editable ? row.changed_at : null],
    ['pass-to-sign', row.passed_at],
    ['submit', row.submitted_at],
    ['begin-receiving', row.begun_at],
    ['receive', row.received_at],
    ['return', row.returned_at],
  ];
  // Every verb also touches changed_at: a later verb at the same moment names it better than "edit".
  let last: BoardRow['last'] = null;
  for (const [verb, at] of moments) if (at !== null && (last === null || at >= last.at)) last = { verb, at };
  return last;
};

const partsOf = ({ parts }: Summary): BoardRow['parts'] =>
  parts.map(([id, filled, asked, nil]) => ({ id, share: asked ? filled / asked : 0, nil }));

/** Since when it lies where it lies; a draft, since the unit has known of it. */
const sinceOf = (row: StoredRow): number | null => {
  switch (row.state as ReportState) {
    case 'not-opened':
      return row.campaign_issued_at;
    case 'drafting':
      return row.acknowledged_at ?? row.campaign_issued_at;
    case 'awaiting-signature':
      return row.passed_at;
    case 'signed':
      return row.signed_at;
    case 'submitted':
      return row.begun_at ?? row.submitted_at;
    case 'returned':
      return row.returned_at;
    case 'received':
      return row.received_at;
  }
};

const contactOf = (row: StoredRow): Contact | null => {
  const blank = { by: null, spokeWith: '', note: '' };
  const all: Contact[] = [
    ...(row.acknowledged_at === null ? [] : [{ kind: 'seen' as const, at: row.acknowledged_at, ...blank }]),
    ...(row.reminded_at === null ? [] : [{ kind: 'reminder' as const, at: row.reminded_at, ...blank }]),
    ...(row.contact ? [row.contact] : []),
  ];
  return all.reduce<Contact | null>((last, one) => (last === null || one.at >= last.at ? one : last), null);
};

type Onlooker = Pick<ReadContext, 'person' | 'today' | 'now'>;

/** Makes the rows for one person: what each lets that person do, and whether it is expected to be late. */
export const createRows = (onlooker: Onlooker, calendar: Calendar) => {
  const forecasts = new Map<number, ReturnType<typeof createForecast>>();
  const forecastOf = (issuedAt: number): ReturnType<typeof createForecast> => {
    const found = forecasts.get(issuedAt) ?? createForecast(calendar, issuedAt, onlooker.now);
    forecasts.set(issuedAt, found);
    return found;
  };
  return (row: StoredRow): BoardRow => rowFor(onlooker, row, forecastOf(row.campaign_issued_at ?? 0));
};

const rowFor = (ctx: Onlooker, row: StoredRow, foretell: ReturnType<typeof createForecast>): BoardRow => {
  const progress = row.summary as unknown as Summary;
  const report = reportOf(row);
  const place = {
    unitId: row.unit_id,
    receiverUnitId: row.receiver_unit_id,
    authorityUnitIds: [row.authority_unit_id],
  };
  const stances = stancesToward(ctx.person, place, ctx.today);
  const [open = 0, all = 0] = (row.pins ?? '0/0').split('/').map(Number);
  const share = progress.asked ? progress.filled / progress.asked : 0;
  const last = lastOf(row);
  const deadline = row.group_due_at ?? row.campaign_deadline ?? 0;
  return {
    unitId: row.unit_id,
    name: row.unit_name,
    kind: row.unit_kind,
    state: report.state,
    lateness: latenessOf(report, deadline, ctx.now, share),
    due: dueOf(report, deadline),
    revision: row.revision,
    filled: progress.filled,
    asked: progress.asked,
    parts: partsOf(progress),
    nearEmpty: report.state !== 'not-opened' && report.state !== 'drafting' && isNearEmpty(progress),
    registered: row.number !== null,
    holder: holderOf(row),
    since: sinceOf(row),
    parent:
      row.parent_id !== null && row.parent_name !== null
        ? { id: row.parent_id, name: row.parent_name }
        : null,
    forecast: foretell({
      state: report.state,
      firstSubmittedAt: row.first_submitted_at,
      share,
      lastActivity: last?.at ?? null,
      passedAt: row.passed_at,
      due: dueOf(report, deadline),
    }),
    contact: contactOf(row),
    last,
    // A change of the request is confirmed anew (A8).
    acknowledgedAt: owesConfirmation(report) ? null : row.acknowledged_at,
    remindedAt: row.reminded_at,
    firstSubmittedAt: row.first_submitted_at,
    submittedAt: row.submitted_at,
    resendBy: row.resend_by,
    extension: extensionOf(row),
    pins: { open, all },
    gaps: progress.gaps,
    may: mayOnReport(report, stances, ctx.person.personId),
    mayNot: mayNotOnReport(report, stances, ctx.person.personId),
  };
};
