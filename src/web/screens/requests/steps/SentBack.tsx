import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';

/** The signer's reason stands over the draft until it is passed on again. */
export const SentBack = ({ campaign }: { campaign: CampaignAnswer }) => {
  const last = campaign.path.at(-1);
  if (campaign.state !== 'draft' || last?.type !== 'campaign.sentBack') return null;
  return (
    <Banner
      tone="warn"
      icon="undo-2"
      title={t('requests.sentBackTitle', { by: last.by ?? '', at: moment(last.at) })}
    >
      {t('requests.quoted', { words: String(last.data.reason ?? '') })}
    </Banner>
  );
};
