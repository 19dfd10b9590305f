import { type SelectQueryBuilder, sql } from 'kysely';
import type { Contact } from '../../../core/report/answers.ts';
import type { ReadContext } from '../../http/context.ts';

export type Scope = {
  readonly campaignId: string;
  readonly unitIds?: readonly string[];
  /** And whatever waits for the receiving office. */
  readonly andSubmitted?: boolean;
};

/** Of the report what the board needs: the counts of each section stay where they are. */
export const BOARD_COLUMNS = [
  'r.campaign_id',
  'r.unit_id',
  'r.state',
  'r.revision',
  'r.summary',
  'r.number',
  'r.prepared_by',
  'r.changed_at',
  'r.acknowledged_at',
  'r.passed_at',
  'r.signed_at',
  'r.first_submitted_at',
  'r.submitted_at',
  'r.first_due_at',
  'r.last_due_at',
  'r.last_resend_by',
  'r.begun_at',
  'r.received_at',
  'r.returned_at',
  'r.resend_by',
  'r.extended_until',
  'r.group_due_at',
  'r.extension',
  'r.told_version',
  'r.seen_version',
  'r.released_at',
] as const;

type Of = Pick<ReadContext, 'db' | 'today'>;

/** What is gathered of many rows for each unit: one grouped reading each, not one for every unit. */
const gathered = ({ db, today }: Of, { campaignId, unitIds, andSubmitted }: Scope) => {
  const only = unitIds && !andSubmitted ? [...unitIds] : undefined;
  // biome-ignore lint/suspicious/noExplicitAny: the same condition on queries of different tables.
  const near = <Q extends SelectQueryBuilder<any, any, any>>(query: Q, column: string): Q =>
    (only ? query.where(sql.ref(column), 'in', only.length > 0 ? only : [null]) : query) as Q;
  const ofCampaign = sql<boolean>`campaign_id = ${campaignId}`;
  return {
    writers: near(
      db
        .selectFrom('report_preparer as p')
        .innerJoin('person', 'person.id', 'p.person_id')
        .where(ofCampaign)
        .groupBy('p.unit_id')
        .select([
          'p.unit_id',
          sql<string[]>`array_agg(p.person_id)`.as('ids'),
          sql<string>`string_agg(person.name, ', ' order by person.name)`.as('names'),
        ]),
      'p.unit_id',
    ),
    pins: near(
      db
        .selectFrom('pin')
        .where(ofCampaign)
        .groupBy(['pin.unit_id', 'pin.revision'])
        .select([
          'pin.unit_id',
          'pin.revision',
          sql<string>`count(*) filter (where answer is null) || '/' || count(*)`.as('n'),
        ]),
      'pin.unit_id',
    ),
    holders: near(
      db
        .selectFrom('post')
        .innerJoin('person', 'person.id', 'post.person_id')
        .where('person.active', '=', true)
        .where('post.valid_from', '<=', today)
        .where((e) => e.or([e('post.valid_to', 'is', null), e('post.valid_to', '>=', today)]))
        .where('post.role', 'in', ['preparer', 'signer', 'registry'])
        .groupBy('post.unit_id')
        .select([
          'post.unit_id',
          sql<Record<string, string>>`jsonb_object_agg(post.role, person.name)`.as('m'),
        ]),
      'post.unit_id',
    ),
    reminded: near(
      db
        .selectFrom('reminder')
        .where(ofCampaign)
        .groupBy('reminder.unit_id')
        .select((e) => ['reminder.unit_id', e.fn.max('reminder.at').as('at')]),
      'reminder.unit_id',
    ),
    contacts: near(
      db
        .selectFrom('contact')
        .innerJoin('person as spoke', 'spoke.id', 'contact.by')
        .where(ofCampaign)
        .distinctOn('contact.unit_id')
        .orderBy('contact.unit_id')
        .orderBy('contact.at', 'desc')
        .select([
          'contact.unit_id',
          sql<Contact>`jsonb_build_object('kind', contact.kind, 'by', spoke.name, 'spokeWith', contact.spoke_with,
            'note', contact.note, 'at', round(extract(epoch from contact.at) * 1000))`.as('noted'),
        ]),
      'contact.unit_id',
    ),
  };
};

const selectRows = (ctx: Of, scope: Scope) => {
  const { writers, pins, holders, reminded, contacts } = gathered(ctx, scope);
  let rows = ctx.db
    .selectFrom('report as r')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .innerJoin('campaign as c', 'c.id', 'r.campaign_id')
    .leftJoin('unit as above', 'above.id', 'u.parent_id')
    .leftJoin('person as b', 'b.id', 'r.begun_by')
    .leftJoin(writers.as('w'), 'w.unit_id', 'r.unit_id')
    .leftJoin(pins.as('p'), (j) =>
      j.onRef('p.unit_id', '=', 'r.unit_id').onRef('p.revision', '=', 'r.revision'),
    )
    .leftJoin(holders.as('h'), 'h.unit_id', 'r.unit_id')
    .leftJoin(reminded.as('m'), 'm.unit_id', 'r.unit_id')
    .leftJoin(contacts.as('k'), 'k.unit_id', 'r.unit_id')
    .where('r.campaign_id', '=', scope.campaignId)
    // Who was taken out of the request is obliged no more: the counts add up to those who are (F3).
    .where('r.released_at', 'is', null)
    .select(BOARD_COLUMNS)
    .select([
      'u.name as unit_name',
      'u.kind as unit_kind',
      'u.preparer_may_sign',
      'u.registry_submits',
      'c.deadline as campaign_deadline',
      'c.policy',
      'c.issued_at as campaign_issued_at',
      'above.id as parent_id',
      'above.name as parent_name',
      'c.receiver_unit_id',
      'c.authority_unit_id',
      'b.name as begun_by_name',
      'w.ids as preparers',
      'w.names as writers',
      'p.n as pins',
      'h.m as holders',
      'm.at as reminded_at',
      'k.noted as contact',
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

/** Rows as they are stored, for several onlookers at once. */
export const storedRows = (ctx: Of, scope: Scope): Promise<StoredRow[]> => selectRows(ctx, scope).execute();
