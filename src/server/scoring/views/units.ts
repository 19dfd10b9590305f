import { sql } from 'kysely';
import type { ReadContext } from '../../http/context.ts';

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
