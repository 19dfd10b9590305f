import type { Instant } from '../kernel/instant.ts';
import type { Window } from '../kernel/window.ts';

export type CampaignState = 'draft' | 'awaiting-signature' | 'signed' | 'issued' | 'closed';

/** One order to report. What a rule needs of it; words and layout live in the request. */
export type Campaign = {
  readonly id: string;
  readonly state: CampaignState;
  readonly window: Window | null;
  /** First late instant. */
  readonly deadline: Instant | null;
  readonly receiverUnitId: string;
  readonly draftedBy: string;
};

export const CAMPAIGN_VERBS = [
  'edit',
  'pass-to-sign',
  'send-back',
  'sign',
  'issue',
  'amend',
  'draft-next',
  'give-tasks',
] as const;
export type CampaignVerb = (typeof CAMPAIGN_VERBS)[number];

/** A10: drafting → signature → văn thư (number, date) → issued. */
export const nextOfCampaign = {
  draft: ['edit', 'pass-to-sign', 'give-tasks'],
  'awaiting-signature': ['send-back', 'sign'],
  signed: ['issue'],
  // A5: the next period is drafted from a request that went out, never from one that may still change.
  issued: ['amend', 'draft-next', 'give-tasks'],
  closed: ['draft-next'],
} as const satisfies Record<CampaignState, readonly CampaignVerb[]>;
