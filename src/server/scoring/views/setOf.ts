import type { Instant } from '../../../core/kernel/instant.ts';
import type { CriteriaSet } from '../../../core/scoring/criteria.ts';
import type { ReadContext } from '../../http/context.ts';

type Stored = { readonly set: CriteriaSet; readonly version: number };

// A version never changes, and compiling its rules is what takes time.
const known = new Map<string, CriteriaSet>();
const LIMIT = 100;

const remembered = (body: unknown): CriteriaSet => {
  const text = JSON.stringify(body);
  const before = known.get(text);
  if (before) return before;
  if (known.size > LIMIT) known.clear();
  known.set(text, body as CriteriaSet);
  return body as CriteriaSet;
};

/** A stored version of a set: the current one, the one asked for, or the one that held at a moment. */
export const findSet = async (
  ctx: Pick<ReadContext, 'db'>,
  setId: string,
  which: { readonly version?: number; readonly at?: number | null } = {},
): Promise<Stored | undefined> => {
  let query = ctx.db
    .selectFrom('criteria_version')
    .innerJoin('criteria_set', 'criteria_set.id', 'criteria_version.set_id')
    .where('set_id', '=', setId)
    .orderBy('version', 'desc')
    .limit(1)
    .select(['body', 'version']);
  if (which.version !== undefined) query = query.where('version', '=', which.version);
  if (which.at !== undefined && which.at !== null)
    query = query.where((eb) =>
      eb.or([eb('made_at', '<=', new Date(which.at as number) as never), eb('version', '=', 1)]),
    );
  const row = await query.executeTakeFirst();
  return row && { set: remembered(row.body), version: row.version };
};

/**
 * The set by which an authority's own index is scored: the one of the year, or the last before it while this year's
 * is not decided yet; as it stood at a moment.
 */
export const setOfAuthority = async (
  ctx: Pick<ReadContext, 'db'>,
  authorityUnitId: string,
  year: number,
  at: Instant | null,
): Promise<Stored | undefined> => {
  const unit = await ctx.db
    .selectFrom('unit')
    .where('id', '=', authorityUnitId)
    .select('kind')
    .executeTakeFirst();
  if (!unit) return undefined;
  let query = ctx.db
    .selectFrom('criteria_set')
    .innerJoin('criteria_version', (join) =>
      join.onRef('criteria_version.set_id', '=', 'criteria_set.id').on('criteria_version.version', '=', 1),
    )
    .where('level', '=', unit.kind)
    .where('year', '<=', year)
    .orderBy('year', 'desc')
    .orderBy('made_at', 'desc')
    .limit(1)
    .select('criteria_set.id');
  // A set that came later than the report was frozen does not change its rows; those of the pack were there before.
  if (at !== null)
    query = query.where((eb) =>
      eb.or([eb('made_by', 'is', null), eb('made_at', '<=', new Date(at) as never)]),
    );
  const chosen = await query.executeTakeFirst();
  return chosen && findSet(ctx, chosen.id, { at });
};
