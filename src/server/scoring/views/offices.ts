import { type Office, officesOf } from '../../../core/directory/office.ts';
import type { UnitKind } from '../../../core/directory/unit.ts';
import type { ReadContext } from '../../http/context.ts';
import { forbidden } from '../../http/failures.ts';

/** The offices at which the person receives for an authority today. */
export const myOffices = async (ctx: ReadContext): Promise<readonly Office[]> => {
  const ids = [...new Set(ctx.person.posts.map((p) => p.unitId))];
  if (ids.length === 0) return [];
  const units = await ctx.db
    .selectFrom('unit')
    .where('id', 'in', ids)
    .select(['id', 'kind', 'parent_id as parentId'])
    .execute();
  return officesOf(
    ctx.person,
    units.map((u) => ({ ...u, kind: u.kind as UnitKind })),
    ctx.today,
  );
};

export const myOffice = async (ctx: ReadContext): Promise<Office> => {
  const [office] = await myOffices(ctx);
  if (!office) throw forbidden();
  return office;
};
