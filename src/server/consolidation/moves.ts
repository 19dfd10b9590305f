import type { FrozenContent } from '../../core/consolidation/frozen.ts';
import { type Moved, type MovedUnit, movedTotals, unitsToCompare } from '../../core/consolidation/moved.ts';
import { canonicalJson } from '../../core/report/content.ts';
import type { ReadContext } from '../http/context.ts';
import { sha256 } from '../record/hash.ts';
import { contentNow, unitMoves } from './contentNow.ts';
import type { Opened } from './open.ts';

/** What came after a version: units, totals, sections; and the hash that a decision about it names (G5). */
export const movesSince = async (
  ctx: ReadContext,
  opened: Opened,
  frozen: FrozenContent,
): Promise<{ moved: Moved; hash: string; now: Awaited<ReturnType<typeof contentNow>> }> => {
  const now = await contentNow(ctx, opened, frozen.basis, frozen.number + 1);
  const units: MovedUnit[] = [];
  for (const { before, after } of unitsToCompare(frozen, now.content)) {
    const cells = await unitMoves(
      ctx,
      opened,
      after.unitId,
      { revision: before?.counted ? before.revision : null, changes: frozen.changes },
      { counted: after.counted, changes: now.content.changes },
    );
    const what = !before?.counted ? 'came' : after.counted ? 'changed' : 'left';
    if (what === 'changed' && cells.length === 0) continue;
    units.push({ unitId: after.unitId, name: after.name, what, cells });
  }
  const moved: Moved = {
    units,
    totals: movedTotals(frozen.forms, now.content.forms),
    sections: now.content.sections
      .filter((s) => s.version !== (frozen.sections.find((f) => f.id === s.id)?.version ?? 0))
      .map(({ id, number, title }) => ({ id, number, title })),
  };
  return { moved, hash: sha256(canonicalJson(moved)), now };
};
