import { accept, type Decision } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { directoryFact } from './fact.ts';
import type { Surroundings, UnitDetails } from './unitDetails.ts';
import { unfit } from './unitRules.ts';

export const openUnit = (id: string, unit: UnitDetails, around: Surroundings): Decision<Fact> =>
  unfit(unit, around) ??
  accept(directoryFact('directory.unitOpened', { ...unit, parentId: around.parent?.id ?? null }, id));
