import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';

export type StepProps = {
  campaign: CampaignAnswer;
  onAnswer: (answer: CampaignAnswer) => void;
  /** Somebody was quicker: what stands now is shown. */
  onStale: () => void;
};
