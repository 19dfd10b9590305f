import { sql } from 'kysely';
import { rolesAt } from '../../../core/directory/roles.ts';
import { stancesToward } from '../../../core/directory/stance.ts';
import type { Contact, UnitHistory } from '../../../core/report/answers.ts';
import { dueOf, latenessOf } from '../../../core/report/lateness.ts';
import type { ReadContext } from '../../http/context.ts';
import { notFound } from '../../http/failures.ts';
import { mustOversee } from './oversee.ts';
import { reportOf } from './reportOf.ts';

const MOST_PERIODS = 24;
const MOST_CONTACTS = 100;

/** Reports of a unit in all campaigns that the caller oversees, newest first. */
const periodRows = (ctx: ReadContext, unitId: string) =>
  ctx.db
    .selectFrom('report as r')
    .innerJoin('campaign as c', 'c.id', 'r.campaign_id')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .where('r.unit_id', '=', unitId)
    .where('r.released_at', 'is', null)
    .orderBy('c.deadline', 'desc')
    .limit(MOST_PERIODS)
    .selectAll('r')
    .select((eb) => [
      'c.title',
      'c.deadline',
      'c.policy',
      'c.receiver_unit_id',
      'c.authority_unit_id',
      'u.name',
      'u.preparer_may_sign',
      'u.registry_submits',
      sql<string[]>`array[]::uuid[]`.as('preparers'),
      eb
        .selectFrom('pin')
        .whereRef('pin.campaign_id', '=', 'r.campaign_id')
        .whereRef('pin.unit_id', '=', 'r.unit_id')
        .select(sql<string>`count(distinct revision) || '/' || count(*)`.as('n'))
        .as('pins'),
    ])
    .execute();

/** Everything said about the report, whoever said it: reminders, the confirmation, and what officers wrote down. */
const contactsOf = async (ctx: ReadContext, campaignId: string, unitId: string): Promise<Contact[]> => {
  const { rows } = await sql<Contact>`
    select kind, at, by, spoke_with as "spokeWith", note from (
      select contact.kind, contact.at, person.name as by, contact.spoke_with, contact.note
      from contact join person on person.id = contact.by
      where contact.campaign_id = ${campaignId} and contact.unit_id = ${unitId}
      union all
      select 'reminder', reminder.at, max(by_person.name), string_agg(distinct told.name, ', '), ''
      from reminder join person told on told.id = reminder.person_id
      left join person by_person on by_person.id = reminder.by
      where reminder.campaign_id = ${campaignId} and reminder.unit_id = ${unitId}
      group by reminder.at, reminder.occasion
      union all
      select 'seen', report.acknowledged_at, null, person.name, ''
      from report join person on person.id = report.acknowledged_by
      where report.campaign_id = ${campaignId} and report.unit_id = ${unitId} and report.acknowledged_at is not null
    ) said order by at desc limit ${MOST_CONTACTS}`.execute(ctx.db);
  return rows;
};

/** One unit behind its row of the board: on time or late over the periods, returns, and who spoke with whom. */
export const unitHistory = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
): Promise<UnitHistory> => {
  await mustOversee(ctx, campaignId);
  const rows = await periodRows(ctx, unitId);
  const here = rows.find((row) => row.campaign_id === campaignId);
  if (!here) throw notFound('report');
  const overseen = rows.filter((row) => {
    const place = {
      unitId: '',
      receiverUnitId: row.receiver_unit_id,
      authorityUnitIds: [row.authority_unit_id],
    };
    const stances = stancesToward(ctx.person, place, ctx.today);
    return (['receiver', 'authority-overseer', 'authority-signer'] as const).some((s) => stances.has(s));
  });
  return {
    unit: { id: unitId, name: here.name },
    now: ctx.now,
    periods: overseen.map((row) => {
      const report = reportOf(row);
      const deadline = row.group_due_at ?? row.deadline;
      const [returns = 0, remarks = 0] = (row.pins ?? '0/0').split('/').map(Number);
      return {
        campaignId: row.campaign_id,
        title: row.title,
        due: deadline === null ? null : dueOf(report, deadline),
        state: report.state,
        lateness: latenessOf(report, deadline ?? 0, ctx.now),
        firstSubmittedAt: row.first_submitted_at,
        returns,
        remarks,
        revisions: row.revision,
      };
    }),
    contacts: await contactsOf(ctx, campaignId, unitId),
    may: rolesAt(ctx.person, here.receiver_unit_id, ctx.today).has('receiver') ? ['note'] : [],
  };
};
