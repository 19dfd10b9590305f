import { type Kysely, sql, type Transaction } from 'kysely';
import type { Instant } from '../../core/kernel/instant.ts';
import { type MailChoice, USUAL_CHOICE } from '../../core/notifications/choice.ts';
import { type Holder, isOwed, type Owed } from '../../core/notifications/remind.ts';
import type { ReminderRule } from '../../core/notifications/rules.ts';
import type { Progress } from '../../core/report/gaps.ts';
import { dueOf } from '../../core/report/lateness.ts';
import { REPORT_STATES } from '../../core/report/states.ts';
import type { Section, Template } from '../../core/template/template.ts';
import type { DB } from '../database/schema.ts';

type Reader = Kysely<DB> | Transaction<DB>;

export type RemindedCampaign = {
  readonly id: string;
  readonly title: string;
  readonly letter: string | null;
  readonly officeName: string;
  readonly receiverUnitId: string;
  readonly deadline: Instant;
  readonly issuedAt: Instant;
  /** 'II.1' of each section, whichever outline it stands in. */
  readonly numbers: ReadonlyMap<string, string>;
};

const numbersOf = (template: Template): ReadonlyMap<string, string> => {
  const numbers = new Map<string, string>();
  const walk = (section: Section, above: string): void => {
    const number = above ? `${above}.${section.number}` : section.number;
    numbers.set(section.id, number);
    for (const child of section.children ?? []) walk(child, number);
  };
  for (const outline of template.outlines) for (const section of outline.sections) walk(section, '');
  return numbers;
};

/** The issued campaign, as its reminders speak of it; undefined for any other. */
export const findRemindedCampaign = async (
  db: Reader,
  campaignId: string,
): Promise<RemindedCampaign | undefined> => {
  const row = await db
    .selectFrom('campaign')
    .innerJoin('unit', 'unit.id', 'campaign.receiver_unit_id')
    .innerJoin('template', (j) =>
      j
        .onRef('template.id', '=', 'campaign.template_id')
        .onRef('template.version', '=', 'campaign.template_version'),
    )
    .where('campaign.id', '=', campaignId)
    .where('state', '=', 'issued')
    .select([
      'campaign.title',
      'number',
      'campaign.symbol',
      'receiver_unit_id',
      'deadline',
      'issued_at',
      'unit.name as office',
      'template.body',
    ])
    .executeTakeFirst();
  if (!row || row.deadline === null) return undefined;
  return {
    id: campaignId,
    title: row.title,
    letter: row.number && row.symbol ? `Công văn số ${row.number}/${row.symbol}` : null,
    officeName: row.office,
    receiverUnitId: row.receiver_unit_id,
    deadline: row.deadline,
    issuedAt: row.issued_at ?? 0,
    numbers: numbersOf(row.body as unknown as Template),
  };
};

export type OwnRules = { readonly rules: readonly ReminderRule[]; readonly version: number };

/** The campaign's own rules, where it has any. */
export const rulesOf = async (db: Reader, campaignId: string): Promise<OwnRules | undefined> => {
  const row = await db
    .selectFrom('reminder_rules')
    .where('campaign_id', '=', campaignId)
    .select(['rules', 'version'])
    .executeTakeFirst();
  return row && { rules: row.rules as unknown as readonly ReminderRule[], version: row.version };
};

export type OwingUnit = { readonly unitId: string; readonly due: Instant; readonly givenAt: Instant };

/** Units that owe, each with its own deadline and since when it is that; a few bytes a unit. */
export const owingUnits = async (
  db: Reader,
  campaign: { readonly id: string; readonly deadline: Instant; readonly issuedAt: Instant },
): Promise<readonly OwingUnit[]> =>
  (
    await db
      .selectFrom('report')
      .where('campaign_id', '=', campaign.id)
      .where('state', 'in', REPORT_STATES.filter(isOwed))
      .where('released_at', 'is', null)
      .select(['unit_id', 'state', 'resend_by', 'returned_at', 'extended_until', 'group_due_at'])
      .execute()
  ).map((row) => ({
    unitId: row.unit_id,
    due: row.resend_by ?? dueOf({ extendedUntil: row.extended_until }, row.group_due_at ?? campaign.deadline),
    givenAt: row.returned_at ?? campaign.issuedAt,
  }));

export type OwedUnit = {
  readonly unit: { readonly id: string; readonly name: string; readonly kind: string };
  readonly owed: Owed;
};

/**
 * What one unit owes now, under a lock that a sending waits for and that waits for a sending: nobody is reminded of
 * what was sent a moment before. Undefined when it owes nothing.
 */
export const lockOwed = (
  trx: Transaction<DB>,
  campaign: RemindedCampaign,
  unitId: string,
): Promise<OwedUnit | undefined> => readOwed(trx, campaign, unitId, true);

/** The same to look at: a preview, a letter that asks once more before it goes. */
export const readOwed = async (
  db: Reader,
  campaign: RemindedCampaign,
  unitId: string,
  lock = false,
): Promise<OwedUnit | undefined> => {
  let query = db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .where('campaign_id', '=', campaign.id)
    .where('unit_id', '=', unitId)
    .where('released_at', 'is', null)
    .select([
      'state',
      'resend_by',
      'extended_until',
      'group_due_at',
      'progress',
      'revision',
      'unit.name',
      'unit.kind',
    ]);
  if (lock) query = query.forShare(['report']);
  const row = await query.executeTakeFirst();
  if (!row || !isOwed(row.state)) return undefined;
  const { open } = await db
    .selectFrom('pin')
    .where('campaign_id', '=', campaign.id)
    .where('unit_id', '=', unitId)
    .where('revision', '=', row.revision)
    .where('answer', 'is', null)
    .select((eb) => eb.fn.countAll<string>().as('open'))
    .executeTakeFirstOrThrow();
  const progress = row.progress as unknown as Progress;
  return {
    unit: { id: unitId, name: row.name, kind: row.kind },
    owed: {
      state: row.state,
      due:
        row.resend_by ?? dueOf({ extendedUntil: row.extended_until }, row.group_due_at ?? campaign.deadline),
      filled: progress.filled,
      parts: progress.sections.map((s) => ({ number: campaign.numbers.get(s.id) ?? s.id, gaps: s.gaps })),
      openPins: Number(open),
    },
  };
};

export type Reminded = Holder & {
  readonly name: string;
  readonly email: string | null;
  readonly choice: MailChoice;
};

/** Who holds a post at the unit today; a stand-in is a signer without a title of the own. */
export const holdersOf = async (db: Reader, unitId: string, today: string): Promise<Reminded[]> => {
  const { rows } = await sql<Reminded>`
    select person.id as "personId", person.name, held.role, held.title, person.email,
      coalesce(mail_choice.choice, ${USUAL_CHOICE}) as choice
    from (
      select person_id, role, title from post
      where unit_id = ${unitId} and role in ('preparer', 'signer', 'registry')
        and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
      union all
      select person_id, 'signer', '' from stand_in
      where unit_id = ${unitId} and from_day <= ${today} and to_day >= ${today}
    ) held join person on person.id = held.person_id and person.active
    left join mail_choice on mail_choice.person_id = person.id
    order by person.name`.execute(db);
  return rows;
};
