import type { CampaignState } from '../campaign/campaign.ts';
import { type Actor, rolesAt } from '../directory/roles.ts';
import type { Day } from '../kernel/instant.ts';

/**
 * How far a person sees the putting together of one campaign: the receiving office all of it, a lead department all
 * communes in the fields that it leads and only there (G3), somebody who oversees reads all and changes nothing.
 */
export type ConsolidationPlace = {
  readonly whole: 'change' | 'read' | null;
  /** Fields that the person's department leads. */
  readonly areas: readonly string[];
};

export type Lead = { readonly area: string; readonly unitId: string; readonly part: 'lead' | 'partner' };

export const placeOf = (
  actor: Actor,
  campaign: { readonly receiverUnitId: string; readonly authorityUnitId: string },
  leads: readonly Lead[],
  day: Day,
): ConsolidationPlace | undefined => {
  const receives = rolesAt(actor, campaign.receiverUnitId, day).has('receiver');
  const above = rolesAt(actor, campaign.authorityUnitId, day);
  const whole = receives ? 'change' : above.has('overseer') || above.has('signer') ? 'read' : null;
  const areas = leads
    .filter((l) => {
      const roles = rolesAt(actor, l.unitId, day);
      return l.part === 'lead' && (roles.has('preparer') || roles.has('signer'));
    })
    .map((l) => l.area);
  return whole === null && areas.length === 0 ? undefined : { whole, areas: [...new Set(areas)] };
};

export const seesArea = (place: ConsolidationPlace, area: string | null): boolean =>
  place.whole !== null || (area !== null && place.areas.includes(area));

export const changesArea = (place: ConsolidationPlace, area: string | null): boolean =>
  place.whole === 'change' || (area !== null && place.areas.includes(area));

export const CONSOLIDATION_VERBS = [
  'leave-out',
  'correct',
  'write',
  'freeze',
  'decide',
  'close',
  'hand-up',
] as const;
export type ConsolidationVerb = (typeof CONSOLIDATION_VERBS)[number];

/** What may be done: a lead within its fields, the whole only by the receiving office, nothing more once closed. */
export const mayOnConsolidation = (
  place: ConsolidationPlace,
  state: CampaignState,
): readonly ConsolidationVerb[] => {
  if (state !== 'issued' && state !== 'closed') return [];
  if (state === 'closed') return place.whole === 'change' ? ['decide', 'freeze', 'hand-up'] : [];
  if (place.whole === 'change') return CONSOLIDATION_VERBS;
  return place.areas.length > 0 ? ['leave-out', 'correct', 'write'] : [];
};
