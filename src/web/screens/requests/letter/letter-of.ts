import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import type { LetterReading } from '../../../../core/letter/reading.ts';

export type KeptLetter = { readonly fileName: string | null; readonly reading: LetterReading };

/** The letter that a draft was made from; undefined for one that was begun empty. */
export const letterOfCampaign = (campaign: CampaignAnswer): KeptLetter | undefined => {
  const kept = campaign.letter as KeptLetter | null;
  return kept?.reading ? kept : undefined;
};
