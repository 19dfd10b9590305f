import { sql } from 'kysely';
import type { Contact } from '../../../core/report/answers.ts';
import type { ReadContext } from '../../http/context.ts';

export type Scope = {
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
    .leftJoin('unit as above', 'above.id', 'u.parent_id')
    .leftJoin('person as b', 'b.id', 'r.begun_by')
    .where('r.campaign_id', '=', scope.campaignId)
    // Who was taken out of the request is obliged no more: the counts add up to those who are (F3).
    .where('r.released_at', 'is', null)
    .selectAll('r')
    .select((eb) => [
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
      eb
        .selectFrom('contact')
        .innerJoin('person as spoke', 'spoke.id', 'contact.by')
        .whereRef('contact.campaign_id', '=', 'r.campaign_id')
        .whereRef('contact.unit_id', '=', 'r.unit_id')
        .orderBy('contact.at', 'desc')
        .limit(1)
        .select(
          sql<Contact>`jsonb_build_object('kind', contact.kind, 'by', spoke.name, 'spokeWith', contact.spoke_with,
            'note', contact.note, 'at', round(extract(epoch from contact.at) * 1000))`.as('noted'),
        )
        .as('contact'),
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
export const storedRows = (ctx: Pick<ReadContext, 'db' | 'today'>, scope: Scope): Promise<StoredRow[]> =>
  selectRows(ctx, scope).execute();
