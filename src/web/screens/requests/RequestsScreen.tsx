import { Link } from 'wouter';
import type { CampaignSummary } from '../../../core/campaign/answers.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import { Page } from '../../frame/Page.tsx';
import { useSession } from '../../http/session.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Empty, View } from '../../kit/places.tsx';
import { LoadingRows, Table } from '../../kit/Table.tsx';
import { deadline } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { CampaignStateChip } from './campaign-state.tsx';
import './requests.css';

const Heads = () => (
  <thead>
    <tr>
      <th>{t('requests.list')}</th>
      <th>{t('requests.state')}</th>
      <th>{t('requests.numberAndDay')}</th>
      <th>{t('requests.window')}</th>
      <th>{t('requests.deadline')}</th>
      <th className="r">{t('requests.sent')}</th>
    </tr>
  </thead>
);

/** What the person has to do with it, when there is something. */
const duty = (campaign: CampaignSummary): string | undefined => {
  if (campaign.may.includes('sign')) return t('requests.toSign');
  if (campaign.may.includes('issue')) return t('requests.toIssue');
  if (campaign.may.includes('edit')) return t('requests.toEdit');
  return undefined;
};

const RequestRow = ({ campaign }: { campaign: CampaignSummary }) => {
  const todo = duty(campaign);
  return (
    <tr>
      <th scope="row">
        <Link className="name" href={`/yeu-cau/${campaign.id}`}>
          {campaign.title}
        </Link>
        {todo && <span className="sub t-warn">{todo}</span>}
      </th>
      <td>
        <CampaignStateChip state={campaign.state} />
      </td>
      <td data-l={t('requests.numberAndDay')}>
        {campaign.number ? (
          <>
            <span className="num">
              {campaign.number}/{campaign.symbol}
            </span>
            {campaign.documentDay && <span className="sub num">{shortDay(campaign.documentDay)}</span>}
          </>
        ) : (
          <span className="mut">{t('requests.notYet')}</span>
        )}
      </td>
      <td className="num" data-l={t('requests.window')}>
        {campaign.window ? (
          `${shortDay(campaign.window.from)} – ${shortDay(campaign.window.to)}`
        ) : (
          <span className="mut">{t('requests.notYet')}</span>
        )}
      </td>
      <td className="num" data-l={t('requests.deadline')}>
        {campaign.deadline === null ? (
          <span className="mut">{t('requests.notYet')}</span>
        ) : (
          deadline(campaign.deadline)
        )}
      </td>
      <td className="r" data-l={t('requests.sent')}>
        {campaign.obliged > 0 ? `${campaign.sent}/${campaign.obliged}` : <span className="mut">–</span>}
      </td>
    </tr>
  );
};

/** Every request of the office, and the way to a new one. */
const RequestsScreen = () => {
  const { me } = useSession();
  const all = useResource<CampaignSummary[]>('/api/campaigns');
  const drafts = me.posts.some((p) => p.role === 'receiver');
  return (
    <Page
      title={t('requests.title')}
      note={all.data && all.data.length > 0 && t('requests.listNote', { n: all.data.length })}
      actions={
        drafts && (
          <>
            <Btn icon="table-2" href="/mau-bao-cao">
              {t('requests.templates')}
            </Btn>
            <Btn kind="main" icon="file-up" href="/yeu-cau/moi">
              {t('requests.new')}
            </Btn>
          </>
        )
      }
    >
      <section className="sheet requests" aria-label={t('requests.title')}>
        <View
          of={all}
          loading={
            <Table caption={t('requests.title')} className="edge fold">
              <Heads />
              <LoadingRows columns={6} rows={3} />
            </Table>
          }
        >
          {(campaigns) =>
            campaigns.length === 0 ? (
              <Empty icon="scroll-text" title={t('requests.none')}>
                {t(drafts ? 'requests.noneText' : 'requests.noneReader')}
              </Empty>
            ) : (
              <Table caption={t('requests.title')} className="edge fold">
                <Heads />
                <tbody>
                  {campaigns.map((campaign) => (
                    <RequestRow key={campaign.id} campaign={campaign} />
                  ))}
                </tbody>
              </Table>
            )
          }
        </View>
      </section>
    </Page>
  );
};

export default RequestsScreen;
