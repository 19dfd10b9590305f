import { type RawBuilder, sql } from 'kysely';
import type { Fact } from '../../core/kernel/fact.ts';
import type { WriteContext } from '../http/context.ts';
import { reactTo } from '../record/record.ts';

type Role = 'preparer' | 'signer' | 'registry' | 'receiver';

/**
 * One notice each for the people who hold one of the roles at a unit today, stand-ins of signers included. Whoever
 * did it knows already. One statement, in the transaction of the fact.
 */
const tell = async (
  ctx: WriteContext,
  fact: Fact,
  unitId: RawBuilder<unknown>,
  roles: readonly Role[],
): Promise<void> => {
  const at = new Date(ctx.now);
  await sql`
    insert into notice (id, person_id, type, campaign_id, unit_id, data, at)
    select gen_random_uuid(), told.person_id, ${fact.type}, ${fact.campaignId ?? null}::uuid,
      ${fact.unitId ?? null}::uuid, ${JSON.stringify({ by: ctx.person.name })}::jsonb, ${at}
    from (
      select post.person_id from post
      where post.unit_id = ${unitId} and post.role = any(${[...roles]}::text[])
        and post.valid_from <= ${ctx.today} and (post.valid_to is null or post.valid_to >= ${ctx.today})
      union
      select stand_in.person_id from stand_in
      where stand_in.unit_id = ${unitId} and 'signer' = any(${[...roles]}::text[])
        and stand_in.from_day <= ${ctx.today} and stand_in.to_day >= ${ctx.today}
    ) told join person on person.id = told.person_id and person.active
    where told.person_id <> ${ctx.person.personId}`.execute(ctx.trx);
};

const ofFact = (fact: Fact) => sql`${fact.unitId ?? null}::uuid`;
const receiverOf = (fact: Fact) =>
  sql`(select receiver_unit_id from campaign where id = ${fact.campaignId ?? null}::uuid)`;
const authorityOf = (fact: Fact) =>
  sql`(select authority_unit_id from campaign where id = ${fact.campaignId ?? null}::uuid)`;

const partnerOf = (fact: Fact) => sql`${String(fact.data.unitId ?? '')}::uuid`;
const leadOf = (fact: Fact) =>
  sql`(select unit_id from campaign_lead where campaign_id = ${fact.campaignId ?? null}::uuid
    and area = ${String(fact.data.area ?? '')} and part = 'lead' limit 1)`;

const officeOf = (fact: Fact) => sql`${String(fact.data.officeUnitId ?? '')}::uuid`;

/** Which fact tells whom. */
const TELLS: readonly (readonly [string, (fact: Fact) => RawBuilder<unknown>, readonly Role[]])[] = [
  ['report.obliged', ofFact, ['preparer', 'signer']],
  ['report.passedToSign', ofFact, ['signer']],
  ['report.sentBack', ofFact, ['preparer']],
  ['report.submitted', receiverOf, ['receiver']],
  ['report.received', ofFact, ['preparer', 'signer']],
  ['report.returned', ofFact, ['preparer', 'signer']],
  ['report.extended', ofFact, ['preparer', 'signer']],
  ['consolidation.contributionAsked', partnerOf, ['preparer', 'signer']],
  ['consolidation.contributionGiven', leadOf, ['preparer']],
  ['report.requestChanged', ofFact, ['preparer', 'signer']],
  ['report.released', ofFact, ['preparer', 'signer']],
  ['tasks.assigned', ofFact, ['preparer', 'signer']],
  ['scoring.subjectObliged', ofFact, ['preparer', 'signer']],
  ['scoring.selfLocked', officeOf, ['receiver']],
  ['scoring.appraisalLocked', ofFact, ['preparer', 'signer']],
  ['scoring.explanationLocked', officeOf, ['receiver']],
  ['campaign.passedToSign', authorityOf, ['signer']],
  ['campaign.signed', authorityOf, ['registry']],
];

/** Who was named with @ in a comment: they and nobody else, once each. */
const tellNamed = async (ctx: WriteContext, fact: Fact): Promise<void> => {
  const named = (fact.data.mentioned as readonly string[] | undefined) ?? [];
  if (named.length === 0) return;
  await sql`
    insert into notice (id, person_id, type, campaign_id, data, at)
    select gen_random_uuid(), person.id, ${fact.type}, ${fact.campaignId ?? null}::uuid,
      ${JSON.stringify({ by: ctx.person.name })}::jsonb, ${new Date(ctx.now)}
    from person where person.id = any(${[...named]}::uuid[]) and person.active
      and person.id <> ${ctx.person.personId}`.execute(ctx.trx);
};

/** What opens an account has changed. Its owner hears of it, whoever did it: under a session it may be somebody else. */
const OF_AN_ACCOUNT = [
  'access.passwordChanged',
  'access.resetLinkMade',
  'access.secondFactorSet',
  'access.secondFactorRemoved',
  'access.tokenMade',
] as const;
const tellOwner = async (ctx: WriteContext, fact: Fact): Promise<void> => {
  await sql`
    insert into notice (id, person_id, type, data, at)
    values (gen_random_uuid(), ${String(fact.data.personId)}::uuid, ${fact.type},
      ${JSON.stringify({ by: ctx.person.name })}::jsonb, ${new Date(ctx.now)})`.execute(ctx.trx);
};

/** Called once, where the rooms are wired. */
export const registerNotificationReactions = (): void => {
  for (const [type, unitId, roles] of TELLS)
    reactTo(type, (ctx, fact) => tell(ctx, fact, unitId(fact), roles));
  reactTo('consolidation.commented', tellNamed);
  for (const type of OF_AN_ACCOUNT) reactTo(type, tellOwner);
};
