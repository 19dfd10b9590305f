import { Link } from 'wouter';
import type { CampaignSummary } from '../../../core/campaign/answers.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { WorkAnswer } from '../../../core/report/answers.ts';
import { Page } from '../../frame/Page.tsx';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Empty, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Table } from '../../kit/Table.tsx';
import { t } from '../../texts/text.ts';
import { OwnReport } from './OwnReport.tsx';
import './registry.css';

/** Signed requests that wait for number and day. */
const ToIssue = ({ campaigns }: { campaigns: readonly CampaignSummary[] }) => (
  <Sheet title={t('registry.requests')} count={campaigns.length}>
    {campaigns.length === 0 ? (
      <Empty icon="circle-check" title={t('registry.noRequests')}>
        {t('registry.noRequestsText')}
      </Empty>
    ) : (
      <ul className="lines">
        {campaigns.map((campaign) => (
          <li key={campaign.id}>
            <div>
              <Link className="name" href={`/yeu-cau/${campaign.id}`}>
                {campaign.title}
              </Link>
              <p className="s13 sec">{t('registry.signedWaits')}</p>
            </div>
            <Btn kind="main" icon="stamp" href={`/yeu-cau/${campaign.id}`}>
              {t('registry.issue')}
            </Btn>
          </li>
        ))}
      </ul>
    )}
  </Sheet>
);

const Issued = ({ campaigns }: { campaigns: readonly CampaignSummary[] }) => (
  <Sheet title={t('registry.issued')} count={campaigns.length}>
    {campaigns.length === 0 ? (
      <Empty title={t('registry.noIssued')} />
    ) : (
      <Table caption={t('registry.issued')} className="edge fold">
        <thead>
          <tr>
            <th>{t('registry.number')}</th>
            <th>{t('registry.day')}</th>
            <th>{t('registry.subject')}</th>
            <th className="r">{t('registry.units')}</th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <tr key={campaign.id}>
              <th scope="row" className="num">
                {campaign.number}/{campaign.symbol}
              </th>
              <td className="num" data-l={t('registry.day')}>
                {campaign.documentDay && shortDay(campaign.documentDay)}
              </td>
              <td>
                <Link className="name" href={`/yeu-cau/${campaign.id}`}>
                  {campaign.title}
                </Link>
              </td>
              <td className="r" data-l={t('registry.units')}>
                {campaign.obliged}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
  </Sheet>
);

/** Văn thư's book: what waits for number, date and stamp, and what has them. */
const RegistryScreen = () => {
  const all = useResource<CampaignSummary[]>('/api/campaigns', { live: true });
  const work = useResource<WorkAnswer>('/api/work', { live: true });
  const own = (work.data?.own ?? []).filter((o) => ['signed', 'submitted', 'received'].includes(o.row.state));
  return (
    <Page
      title={t('registry.title')}
      note={t('registry.note')}
      actions={
        <Btn icon="scroll-text" href="/van-thu/so">
          {t('registry.openBook')}
        </Btn>
      }
    >
      <div className="registry">
        <View of={all}>
          {(campaigns) => {
            const waiting = campaigns.filter((c) => c.may.includes('issue'));
            const numbered = campaigns.filter((c) => c.number !== null);
            return (
              <>
                <ToIssue campaigns={waiting} />
                <View of={work}>
                  {() => (
                    <Sheet title={t('registry.reports')} count={own.length}>
                      {own.length === 0 ? (
                        <Empty title={t('registry.noReports')}>{t('registry.noReportsText')}</Empty>
                      ) : (
                        own.map((o) => (
                          <OwnReport
                            key={`${o.campaign.id}-${o.row.unitId}`}
                            campaign={o.campaign}
                            unitId={o.row.unitId}
                            unitName={o.unitName}
                            state={o.row.state}
                          />
                        ))
                      )}
                    </Sheet>
                  )}
                </View>
                <Issued campaigns={numbered} />
              </>
            );
          }}
        </View>
      </div>
    </Page>
  );
};

export default RegistryScreen;
