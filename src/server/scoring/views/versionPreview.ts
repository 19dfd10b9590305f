import { changesOf, type SetChange } from '../../../core/scoring/changes.ts';
import type { ReadContext } from '../../http/context.ts';
import { forbidden, notFound } from '../../http/failures.ts';
import { findRound, isOffice } from './rounds.ts';
import { findSet } from './setOf.ts';
import { stagesOf } from './stages.ts';
import { loadSubject, marksOf } from './subject.ts';

export type VersionPreview = {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly SetChange[];
  readonly units: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly missing: number;
  }[];
};

/** A revision in mid-year shown before it is followed: what differs, and what every unit would come to. */
export const versionPreview = async (
  ctx: ReadContext,
  roundId: string,
  to: number,
): Promise<VersionPreview> => {
  const row = await findRound(ctx, roundId);
  if (!isOffice(ctx, row)) throw forbidden();
  const [now, then] = [
    await findSet(ctx, row.set_id, { version: row.set_version }),
    await findSet(ctx, row.set_id, { version: to }),
  ];
  if (!now || !then) throw notFound('criteria-set');
  const subjects = await ctx.db
    .selectFrom('index_subject')
    .innerJoin('unit', 'unit.id', 'index_subject.unit_id')
    .where('round_id', '=', roundId)
    .orderBy('unit.name')
    .select(['unit_id', 'unit.name'])
    .execute();
  const units: VersionPreview['units'][number][] = [];
  for (const { unit_id: unitId, name } of subjects) {
    const loaded = await loadSubject(ctx, roundId, unitId);
    const marks = await marksOf(ctx, roundId, unitId);
    const before = (await stagesOf(ctx, loaded, marks)).standing;
    const after = (await stagesOf(ctx, { ...loaded, set: then.set }, marks)).standing;
    units.push({
      unitId,
      name,
      before: before.index.percent,
      after: after.index.percent,
      missing: after.missing.length,
    });
  }
  return { from: row.set_version, to, changes: changesOf(now.set, then.set), units };
};
