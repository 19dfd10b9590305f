import { sql } from 'kysely';
import type { Unit, UnitKind } from '../../core/directory/unit.ts';
import type { ReadContext } from '../http/context.ts';

/** Units below an authority that exist today, communes and departments, by the Vietnamese alphabet. */
export const unitsUnder = (ctx: ReadContext, authorityId: string) =>
  ctx.db
    .selectFrom('unit')
    .where('parent_id', '=', authorityId)
    .where('valid_from', '<=', ctx.today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', sql<string>`${ctx.today}::date`)]))
    .orderBy('kind')
    .orderBy(sql`name collate "vi-x-icu"`)
    .select(['id', 'name', 'kind'])
    .execute();

/** Every unit below an authority, those closed since and those opened later included: a rule says who exists when. */
export const authorityUnits = async (ctx: ReadContext, authorityId: string): Promise<Unit[]> =>
  (await ctx.db.selectFrom('unit').selectAll().where('parent_id', '=', authorityId).execute()).map((u) => ({
    id: u.id,
    parentId: u.parent_id,
    kind: u.kind as UnitKind,
    code: u.code,
    name: u.name,
    validFrom: u.valid_from,
    validTo: u.valid_to,
  }));
