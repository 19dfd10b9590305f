import type { CriteriaSet } from '../../core/scoring/criteria.ts';
import type { WriteContext } from '../http/context.ts';

/** Two imports of one set follow each other, so that neither takes the other's version. */
export const lockSet = async (ctx: WriteContext, setId: string): Promise<void> => {
  await ctx.trx
    .selectFrom('criteria_set')
    .where('id', '=', setId)
    .select('id')
    .forUpdate()
    .executeTakeFirst();
};

export const saveSetVersion = async (
  ctx: WriteContext,
  authorityUnitId: string,
  set: CriteriaSet,
  version: number,
  reason: string,
): Promise<void> => {
  const head = { year: set.year ?? 0, level: set.subjectLevel, title: set.title, current_version: version };
  await ctx.trx
    .insertInto('criteria_set')
    .values({ id: set.id, authority_unit_id: authorityUnitId, ...head })
    .onConflict((c) => c.column('id').doUpdateSet(head))
    .execute();
  await ctx.trx
    .insertInto('criteria_version')
    .values({
      set_id: set.id,
      version,
      body: JSON.stringify({ ...set, version }),
      decision_number: set.decision?.number ?? null,
      decision_day: set.decision?.date ?? null,
      reason,
      made_by: ctx.person.personId,
      made_at: new Date(ctx.now),
    })
    .execute();
};
