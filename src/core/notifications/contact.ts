import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { chainOfReport, type Fact } from '../kernel/fact.ts';

/** How an officer spoke with a unit, beside what the program said by itself. */
export const CONTACT_KINDS = ['phone', 'zalo', 'visit', 'letter', 'other'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export type ContactNote = {
  readonly kind: ContactKind;
  readonly spokeWith: string;
  readonly note: string;
};

/** "Đã gọi điện": with whom, or what was said. */
export const noteContact = (
  campaignId: string,
  unitId: string,
  { kind, spokeWith, note }: ContactNote,
): Decision<Fact> =>
  spokeWith === '' && note === ''
    ? refuse('contact.empty')
    : accept({
        type: 'report.contacted',
        chain: chainOfReport(campaignId, unitId),
        campaignId,
        unitId,
        data: { kind, spokeWith, note },
      });
