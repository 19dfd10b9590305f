import { type Actor, rolesAt } from '../directory/roles.ts';
import type { Day } from '../kernel/instant.ts';
import { type Campaign, type CampaignVerb, nextOfCampaign } from './campaign.ts';

export type CampaignPlace = {
  readonly receiverUnitId: string;
  /** The authority and the offices that act for it: its signer and registry sit there. */
  readonly authorityUnitIds: readonly string[];
};

/** Which verbs a post opens: the one table for server, screens and the generated matrix test. */
const WHO: Readonly<Record<CampaignVerb, 'receiver' | 'signer' | 'registry'>> = {
  edit: 'receiver',
  'pass-to-sign': 'receiver',
  'send-back': 'signer',
  sign: 'signer',
  issue: 'registry',
  amend: 'receiver',
  'draft-next': 'receiver',
  'give-tasks': 'receiver',
};

export const holdsCampaignPost = (
  actor: Actor,
  verb: CampaignVerb,
  place: CampaignPlace,
  day: Day,
): boolean =>
  WHO[verb] === 'receiver'
    ? rolesAt(actor, place.receiverUnitId, day).has('receiver')
    : place.authorityUnitIds.some((id) => rolesAt(actor, id, day).has(WHO[verb]));

export const mayOnCampaign = (
  actor: Actor,
  campaign: Pick<Campaign, 'state'>,
  place: CampaignPlace,
  day: Day,
): readonly CampaignVerb[] =>
  nextOfCampaign[campaign.state].filter((verb) => holdsCampaignPost(actor, verb, place, day));
