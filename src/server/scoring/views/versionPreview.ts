import { changesOf, type SetChange } from '../../../core/scoring/changes.ts';
import type { ReadContext } from '../../http/context.ts';
import { forbidden, notFound } from '../../http/failures.ts';
import { findRound, isOffice } from './rounds.ts';
import { findSet } from './setOf.ts';
import { standingFrom } from './stages.ts';
import { wholeRound } from './subject.ts';

export type VersionPreview = {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly SetChange[];
  readonly units: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
    /** Criteria that have points now and would have none. */
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
  const units = (await wholeRound(ctx, roundId))
    .map((material) => {
      const { loaded } = material;
      const before = standingFrom(material);
      const after = standingFrom({ ...material, loaded: { ...loaded, set: then.set } });
      return {
        unitId: loaded.unit.id,
        name: loaded.unit.name,
        before: before.index.percent,
        after: after.index.percent,
        missing: after.missing.filter((m) => !before.missing.some((b) => b.code === m.code)).length,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  return { from: row.set_version, to, changes: changesOf(now.set, then.set), units };
};
