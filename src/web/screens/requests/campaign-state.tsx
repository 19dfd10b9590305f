import type { CampaignState } from '../../../core/campaign/campaign.ts';
import { Icon } from '../../kit/Icon.tsx';
import type { IconName } from '../../kit/icons.ts';
import { t } from '../../texts/text.ts';

const LOOKS: Record<CampaignState, { icon: IconName; look: string }> = {
  draft: { icon: 'pencil-line', look: 'drafting' },
  'awaiting-signature': { icon: 'signature', look: 'awaiting-signature' },
  signed: { icon: 'file-check', look: 'signed' },
  issued: { icon: 'send', look: 'submitted' },
  closed: { icon: 'lock-keyhole', look: 'not-opened' },
};

const campaignStateWord = (state: CampaignState): string => {
  switch (state) {
    case 'draft':
      return t('requests.stateDraft');
    case 'awaiting-signature':
      return t('requests.stateAwaiting');
    case 'signed':
      return t('requests.stateSigned');
    case 'issued':
      return t('requests.stateIssued');
    case 'closed':
      return t('requests.stateClosed');
  }
};

/** Where a request stands: icon, word and colour of the report state that it resembles. */
export const CampaignStateChip = ({ state }: { state: CampaignState }) => (
  <span className={`st st-${LOOKS[state].look}`}>
    <Icon name={LOOKS[state].icon} />
    {campaignStateWord(state)}
  </span>
);
