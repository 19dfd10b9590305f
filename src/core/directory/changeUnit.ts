import { accept, type Decision } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { directoryFact } from './fact.ts';
import { changed, stale } from './stale.ts';
import type { StoredUnit, Surroundings, UnitDetails } from './unitDetails.ts';
import { unfit } from './unitRules.ts';

/** Name, letterhead and the rest; a unit never moves under another one, it ends and a successor begins. */
export const changeUnit = (
  current: StoredUnit,
  wanted: Partial<UnitDetails>,
  readVersion: number,
  around: Surroundings,
): Decision<Fact> => {
  const old = stale<UnitDetails>(current, wanted, readVersion);
  if (old) return old;
  const change = changed<UnitDetails>(current, wanted);
  if (Object.keys(change).length === 0) return accept();
  return (
    unfit({ ...current, ...change }, around) ??
    accept(
      directoryFact('directory.unitChanged', { before: before(current, change), after: change }, current.id),
    )
  );
};

const before = (current: StoredUnit, change: Partial<UnitDetails>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(change).map((key) => [key, current[key as keyof UnitDetails]]));
