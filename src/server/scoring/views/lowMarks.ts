import type { Amount } from '../../../core/kernel/amount.ts';
import type { Instant } from '../../../core/kernel/instant.ts';
import { byCode, isLow, type PublishedMark, SUGGESTED_SHARE } from '../../../core/scoring/lowMarks.ts';
import type { ReadContext } from '../../http/context.ts';

/** The share that the authority chose for a year's results, as it stood at a moment. */
export const shareOf = async (
  ctx: Pick<ReadContext, 'db'>,
  authorityUnitId: string,
  year: number,
  at: Instant | null,
): Promise<Amount> => {
  let query = ctx.db
    .selectFrom('low_mark_threshold')
    .where('authority_unit_id', '=', authorityUnitId)
    .where('year', '=', year)
    .orderBy('set_at', 'desc')
    .limit(1)
    .select('share');
  if (at !== null) query = query.where('set_at', '<=', new Date(at) as never);
  return (await query.executeTakeFirst())?.share ?? SUGGESTED_SHARE;
};

/** A unit's published marks of a year, as they were known at a moment. */
export const publishedMarks = async (
  ctx: Pick<ReadContext, 'db'>,
  unitId: string,
  year: number,
  at: Instant | null,
): Promise<readonly PublishedMark[]> => {
  let query = ctx.db
    .selectFrom('published_mark')
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .select(['criterion_id', 'criterion_name', 'points', 'max_points']);
  if (at !== null)
    query = query.where((eb) =>
      eb.or([eb('known_at', 'is', null), eb('known_at', '<=', new Date(at) as never)]),
    );
  const rows = await query.execute();
  return rows
    .map((r) => ({
      criterion: r.criterion_id,
      name: r.criterion_name,
      points: r.points,
      max: r.max_points,
    }))
    .sort((a, b) => byCode(a.criterion, b.criterion));
};

/** I9: low marks of a published decision, never of this year's forecast. */
export const lowMarksOf = async (
  ctx: Pick<ReadContext, 'db'>,
  where: {
    readonly unitId: string;
    readonly authorityUnitId: string;
    readonly year: number;
    readonly at: Instant | null;
  },
): Promise<readonly PublishedMark[]> => {
  const share = await shareOf(ctx, where.authorityUnitId, where.year, where.at);
  const marks = await publishedMarks(ctx, where.unitId, where.year, where.at);
  return marks.filter((mark) => isLow(mark, share));
};
