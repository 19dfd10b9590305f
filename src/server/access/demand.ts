import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { FactorDemandAnswer } from '../../core/access/answers.ts';
import { demandFactor } from '../../core/access/demandFactor.ts';
import { hasRole, ROLES, type Role } from '../../core/directory/roles.ts';
import type { Day } from '../../core/kernel/instant.ts';
import type { DB } from '../database/schema.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { findSecondFactor } from './secondFactor.ts';
import { setFactorRoles } from './store.ts';

type Db = Kysely<DB> | Transaction<DB>;

/** Who holds which role today; a stand-in holds the signer's. */
const heldToday = (today: Day): RawBuilder<unknown> => sql`
  select person_id, role from post where valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
  union select person_id, 'signer' from stand_in where from_day <= ${today} and to_day >= ${today}`;

/** Whether the office asks this person for a second factor today. */
export const factorDemanded = async (db: Db, personId: string, today: Day): Promise<boolean> => {
  const { rows } = await sql`
    select from (${heldToday(today)}) held join installation on held.role = any(installation.factor_roles)
    where held.person_id = ${personId} limit 1`.execute(db);
  return rows.length > 0;
};

/**
 * Sessions that were opened by a password alone end where the person must have a second factor and has none; at the
 * next sign-in it is set up. Called when the demand or a post changes, and now and then for posts that begin by date.
 */
export const endSessionsWithoutFactor = async (db: Db, today: Day): Promise<number> => {
  const { numAffectedRows } = await sql`
    update session set ended_at = now(), ended_why = 'ended'
    where ended_at is null and not with_factor
      and person_id in (select held.person_id from (${heldToday(today)}) held
        join installation on held.role = any(installation.factor_roles))
      and not exists (select from second_factor f
        where f.person_id = session.person_id and f.confirmed_at is not null)`.execute(db);
  return Number(numAffectedRows ?? 0);
};

const rolesDemanded = async (db: Db): Promise<readonly Role[]> => {
  const row = await (db as Kysely<DB>).selectFrom('installation').select('factor_roles').executeTakeFirst();
  return ROLES.filter((role) => row?.factor_roles.includes(role));
};

/** What is asked of whom, and how many of them have it already. */
export const factorDemand = async (ctx: ReadContext): Promise<FactorDemandAnswer> => {
  if (!hasRole(ctx.person, 'administrator', ctx.today)) throw forbidden();
  const { rows } = await sql<{ role: Role; people: number; set: number }>`
    select held.role, count(*)::int as people,
      (count(*) filter (where f.confirmed_at is not null))::int as set
    from (${heldToday(ctx.today)}) held
      join person on person.id = held.person_id and person.active
      left join second_factor f on f.person_id = held.person_id
    group by held.role`.execute(ctx.db);
  const demanded = await rolesDemanded(ctx.db);
  return {
    roles: ROLES.map((role) => {
      const found = rows.find((row) => row.role === role);
      return { role, demanded: demanded.includes(role), people: found?.people ?? 0, set: found?.set ?? 0 };
    }),
    may: ['demand'],
  };
};

export const demandSecondFactor = async (
  ctx: WriteContext,
  wanted: readonly Role[],
): Promise<FactorDemandAnswer> => {
  const own = await findSecondFactor(ctx.trx, ctx.person.personId);
  const now = { roles: await rolesDemanded(ctx.trx), ownFactor: (own?.confirmed_at ?? null) !== null };
  await record(ctx, demandFactor(ctx.person, now, wanted, ctx.today));
  await setFactorRoles(ctx.trx, wanted);
  await endSessionsWithoutFactor(ctx.trx, ctx.today);
  return factorDemand(ctx);
};
