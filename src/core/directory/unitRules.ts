import { type Decision, refuse } from '../kernel/decision.ts';
import type { Day } from '../kernel/instant.ts';
import type { Surroundings, UnitDetails } from './unitDetails.ts';

type Validity = { readonly validFrom: Day; readonly validTo: Day | null };
const FOREVER: Day = '9999-12-31';
const last = (v: Validity): Day => v.validTo ?? FOREVER;
export const together = (a: Validity, b: Validity): boolean =>
  a.validFrom <= last(b) && b.validFrom <= last(a);
const within = (inner: Validity, outer: Validity): boolean =>
  outer.validFrom <= inner.validFrom && last(inner) <= last(outer);

/**
 * What must hold for a unit among the others. One code may be borne by two units in different years (06187 was thị
 * trấn Cao Lộc and is phường Kỳ Lừa since 2025), never by two at once.
 */
export const unfit = (unit: UnitDetails, around: Surroundings): Decision<never> | undefined => {
  if (unit.validTo !== null && unit.validTo < unit.validFrom)
    return refuse('directory.endsBeforeItBegins', { from: unit.validFrom, to: unit.validTo });
  const { parent } = around;
  if (parent && !within(unit, parent))
    return refuse('directory.outsideParent', {
      parent: parent.name,
      from: parent.validFrom,
      to: parent.validTo,
    });
  const child = around.children.find((c) => !within(c, unit));
  if (child)
    return refuse('directory.childOutlives', { child: child.name, from: child.validFrom, to: child.validTo });
  const other = unit.code === null ? undefined : around.sameCode.find((u) => together(u, unit));
  if (other)
    return refuse('directory.codeInUse', {
      code: unit.code,
      unit: other.name,
      from: other.validFrom,
      to: other.validTo,
    });
  return undefined;
};
