import { useParams } from 'wouter';
import type { CampaignAnswer } from '../../../core/campaign/answers.ts';
import { Page } from '../../frame/Page.tsx';
import { useResource } from '../../http/useResource.ts';
import { View } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';
import { DraftPage } from './draft/DraftPage.tsx';
import { ReadPage } from './steps/ReadPage.tsx';
import './requests.css';

/** One request: a draft in hand, or what it has become. */
const RequestScreen = () => {
  const { campaignId = '' } = useParams<{ campaignId: string }>();
  const campaign = useResource<CampaignAnswer>(`/api/campaigns/${campaignId}`);
  const { data } = campaign;
  if (data && campaign.state === 'ready') {
    const take = (answer: CampaignAnswer): void => void campaign.mutate(answer, { revalidate: false });
    return data.may.includes('edit') ? (
      <DraftPage key={data.id} campaign={data} onAnswer={take} />
    ) : (
      <ReadPage key={data.id} campaign={data} onAnswer={take} onStale={campaign.reload} />
    );
  }
  return (
    <Page title={t('requests.one')}>
      <section className="sheet">
        <View of={campaign}>{() => null}</View>
      </section>
    </Page>
  );
};

export default RequestScreen;
