import { sql } from 'kysely';
import { stancesToward } from '../../../core/directory/stance.ts';
import { mayNotOnReport, mayOnReport } from '../../../core/report/allow.ts';
import type { BoardAnswer, BoardRow } from '../../../core/report/answers.ts';
import { censusOf } from '../../../core/report/census.ts';
import { isNearEmpty, type Progress } from '../../../core/report/gaps.ts';
import { latenessOf } from '../../../core/report/lateness.ts';
import type { ReportState } from '../../../core/report/states.ts';
import type { ReadContext } from '../../http/context.ts';
import { mustOversee } from './oversee.ts';
import { campaignHead, extensionOf } from './pieces.ts';
import { reportOf } from './reportOf.ts';

type Onlooker = Pick<ReadContext, 'person' | 'today' | 'now'>;
type Scope = {
  readonly campaignId: string;
  readonly unitIds?: readonly string[];
  /** And whatever waits for the receiving office. */
  readonly andSubmitted?: boolean;
};

const selectRows = (ctx: Pick<ReadContext, 'db' | 'today'>, scope: Scope) => {
  const today = sql<string>`${ctx.today}::date`;
  let rows = ctx.db
    .selectFrom('report as r')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .innerJoin('campaign as c', 'c.id', 'r.campaign_id')
    .leftJoin('person as b', 'b.id', 'r.begun_by')
    .where('r.campaign_id', '=', scope.campaignId)
    .selectAll('r')
    .select((eb) => [
      'u.name as unit_name',
      'u.kind as unit_kind',
      'u.preparer_may_sign',
      'u.registry_submits',
      'c.deadline as campaign_deadline',
      'c.policy',
      'c.receiver_unit_id',
      'c.authority_unit_id',
      'b.name as begun_by_name',
      eb
        .selectFrom('report_preparer as p')
        .whereRef('p.campaign_id', '=', 'r.campaign_id')
        .whereRef('p.unit_id', '=', 'r.unit_id')
        .select((e) => e.fn<string[]>('array_agg', ['p.person_id']).as('ids'))
        .as('preparers'),
      eb
        .selectFrom('pin')
        .whereRef('pin.campaign_id', '=', 'r.campaign_id')
        .whereRef('pin.unit_id', '=', 'r.unit_id')
        .whereRef('pin.revision', '=', 'r.revision')
        .select(sql<string>`count(*) filter (where answer is null) || '/' || count(*)`.as('n'))
        .as('pins'),
      eb
        .selectFrom('post')
        .innerJoin('person', 'person.id', 'post.person_id')
        .whereRef('post.unit_id', '=', 'r.unit_id')
        .where('person.active', '=', true)
        .where('post.valid_from', '<=', ctx.today)
        .where((e) => e.or([e('post.valid_to', 'is', null), e('post.valid_to', '>=', today)]))
        .where('post.role', 'in', ['preparer', 'signer', 'registry'])
        .select(sql<Record<string, string>>`jsonb_object_agg(post.role, person.name)`.as('m'))
        .as('holders'),
      eb
        .selectFrom('report_preparer as w')
        .innerJoin('person', 'person.id', 'w.person_id')
        .whereRef('w.campaign_id', '=', 'r.campaign_id')
        .whereRef('w.unit_id', '=', 'r.unit_id')
        .select(sql<string>`string_agg(person.name, ', ' order by person.name)`.as('names'))
        .as('writers'),
      eb
        .selectFrom('reminder')
        .whereRef('reminder.campaign_id', '=', 'r.campaign_id')
        .whereRef('reminder.unit_id', '=', 'r.unit_id')
        .select((e) => e.fn.max('reminder.at').as('at'))
        .as('reminded_at'),
    ]);
  const { unitIds, andSubmitted } = scope;
  if (unitIds)
    rows = rows.where((eb) =>
      eb.or([
        ...(unitIds.length > 0 ? [eb('r.unit_id', 'in', [...unitIds])] : []),
        ...(andSubmitted ? [eb('r.state', '=', 'submitted')] : []),
      ]),
    );
  return rows;
};

/** One row of the database as every onlooker has it; what one may do with it is added by `rowFor`. */
export type StoredRow = Awaited<ReturnType<ReturnType<typeof selectRows>['execute']>>[number];
type Row = StoredRow;

const holderOf = (row: Row): BoardRow['holder'] => {
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

const lastOf = (row: Row): BoardRow['last'] => {
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

const partsOf = (progress: Progress): BoardRow['parts'] => {
  const parts = new Map<string, { filled: number; asked: number; nil: boolean }>();
  for (const s of progress.sections) {
    const part = parts.get(s.part) ?? { filled: 0, asked: 0, nil: true };
    parts.set(s.part, {
      filled: part.filled + s.filled,
      asked: part.asked + s.asked,
      nil: part.nil && s.nil,
    });
  }
  return [...parts].map(([id, p]) => ({ id, share: p.asked ? p.filled / p.asked : 0, nil: p.nil }));
};

/** The row for one person: what it lets that person do. */
export const rowFor = (ctx: Onlooker, row: StoredRow): BoardRow => {
  const progress = row.progress as unknown as Progress;
  const report = reportOf(row);
  const place = {
    unitId: row.unit_id,
    receiverUnitId: row.receiver_unit_id,
    authorityUnitIds: [row.authority_unit_id],
  };
  const stances = stancesToward(ctx.person, place, ctx.today);
  const [open = 0, all = 0] = (row.pins ?? '0/0').split('/').map(Number);
  const share = progress.asked ? progress.filled / progress.asked : 0;
  return {
    unitId: row.unit_id,
    name: row.unit_name,
    kind: row.unit_kind,
    state: report.state,
    lateness: latenessOf(report, row.campaign_deadline ?? 0, ctx.now, share),
    revision: row.revision,
    filled: progress.filled,
    asked: progress.asked,
    parts: partsOf(progress),
    nearEmpty: report.state !== 'not-opened' && report.state !== 'drafting' && isNearEmpty(progress),
    registered: row.number !== null,
    holder: holderOf(row),
    last: lastOf(row),
    acknowledgedAt: row.acknowledged_at,
    remindedAt: row.reminded_at,
    firstSubmittedAt: row.first_submitted_at,
    submittedAt: row.submitted_at,
    resendBy: row.resend_by,
    extension: extensionOf(row),
    pins: { open, all },
    gaps: progress.sections.reduce((n, s) => n + s.gaps, 0),
    may: mayOnReport(report, stances, ctx.person.personId),
    mayNot: mayNotOnReport(report, stances, ctx.person.personId),
  };
};

/** Rows as they are stored, for several onlookers at once. */
export const storedRows = (ctx: Pick<ReadContext, 'db' | 'today'>, scope: Scope): Promise<StoredRow[]> =>
  selectRows(ctx, scope).execute();

/** Rows of a campaign without asking who may see them: for rooms that have asked. */
export const boardRows = async (ctx: ReadContext, scope: Scope): Promise<BoardRow[]> =>
  (await storedRows(ctx, scope)).map((row) => rowFor(ctx, row));

/** Units × states; the counts always add up to the units obliged (F3). */
export const board = async (ctx: ReadContext, campaignId: string): Promise<BoardAnswer> => {
  await mustOversee(ctx, campaignId);
  const rows = await boardRows(ctx, { campaignId });
  return {
    campaign: await campaignHead(ctx, campaignId),
    now: ctx.now,
    obliged: rows.length,
    counts: censusOf(rows),
    rows,
  };
};
