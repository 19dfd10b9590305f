import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { addDays, type Day } from '../kernel/instant.ts';
import { directoryFact } from './fact.ts';
import type { PostUnit, StoredPost } from './post.ts';

export type StandInDetails = {
  readonly personId: string;
  readonly forPersonId: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly documentNumber: string;
  readonly documentDay: Day;
};

export type StoredStandIn = StandInDetails & { readonly id: string; readonly unitId: string };

/** Somebody signs in another's place at a unit, for days that a document names; the other must sign there (B5). */
export const nameStandIn = (
  id: string,
  unit: PostUnit,
  person: { readonly name: string; readonly active: boolean },
  standIn: StandInDetails,
  postsOfOther: readonly StoredPost[],
  today: Day,
): Decision<Fact> => {
  if (standIn.personId === standIn.forPersonId) return refuse('directory.standInForSelf');
  if (!person.active) return refuse('directory.personInactive', { person: person.name });
  if (standIn.toDay < standIn.fromDay)
    return refuse('directory.endsBeforeItBegins', { from: standIn.fromDay, to: standIn.toDay });
  if (standIn.toDay < today) return refuse('directory.pastStays', { day: standIn.toDay });
  if (standIn.documentDay > standIn.toDay)
    return refuse('directory.documentTooLate', { day: standIn.documentDay, to: standIn.toDay });
  const signs = postsOfOther.some(
    (p) =>
      p.unitId === unit.id &&
      p.role === 'signer' &&
      p.validFrom <= standIn.fromDay &&
      (p.validTo === null || standIn.toDay <= p.validTo),
  );
  if (!signs)
    return refuse('directory.nobodyToStandInFor', {
      unit: unit.name,
      from: standIn.fromDay,
      to: standIn.toDay,
    });
  return accept(directoryFact('directory.standInNamed', { standInId: id, ...standIn }, unit.id));
};

/** Ends at once; a stand-in that has not begun never was. */
export const endStandIn = (standIn: StoredStandIn, today: Day): Decision<Fact> => {
  const yesterday = addDays(today, -1);
  if (standIn.toDay <= yesterday) return refuse('directory.pastStays', { day: standIn.toDay });
  return accept(
    directoryFact(
      'directory.standInEnded',
      {
        standInId: standIn.id,
        personId: standIn.personId,
        lastDay: standIn.fromDay <= yesterday ? yesterday : null,
      },
      standIn.unitId,
    ),
  );
};
