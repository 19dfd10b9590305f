import { Link } from 'wouter';
import type { WorkAnswer } from '../../../core/report/answers.ts';
import { Page } from '../../frame/Page.tsx';
import { useResource } from '../../http/useResource.ts';
import { Empty, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { Table } from '../../kit/Table.tsx';
import { deadline, moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { LatenessMark, percentOf } from '../board/BoardRows.tsx';

const Own = ({ own }: { own: WorkAnswer['own'] }) =>
  own.length === 0 ? (
    <Sheet>
      <Empty icon="circle-check" title={t('home.ownNone')}>
        {t('home.ownNoneText')}
      </Empty>
    </Sheet>
  ) : (
    <Sheet>
      <Table caption={t('frame.reports')} className="edge fold">
        <thead>
          <tr>
            <th>{t('home.ownReportHead')}</th>
            <th>{t('home.ownUnit')}</th>
            <th>{t('home.ownState')}</th>
            <th className="r">{t('home.ownFilled')}</th>
            <th>{t('home.ownDeadline')}</th>
            <th>{t('home.ownSent')}</th>
          </tr>
        </thead>
        <tbody>
          {own.map(({ campaign, row, unitName }) => {
            const due = row.resendBy ?? (campaign.deadline === null ? null : row.due);
            return (
              <tr key={`${campaign.id}/${row.unitId}`}>
                <th scope="row">
                  <Link className="name" href={`/bao-cao/${campaign.id}/${row.unitId}`}>
                    {campaign.title}
                  </Link>
                </th>
                <td data-l={t('home.ownUnit')}>{unitName}</td>
                <td data-l={t('home.ownState')}>
                  <StateChip state={row.state} /> <LatenessMark lateness={row.lateness} />
                </td>
                <td className="r num" data-l={t('home.ownFilled')}>
                  {percentOf(row)}
                </td>
                <td data-l={t('home.ownDeadline')}>{due === null ? '–' : deadline(due)}</td>
                <td data-l={t('home.ownSent')}>
                  {row.submittedAt === null ? t('home.ownNotSent') : moment(row.submittedAt, true)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Sheet>
  );

/** Every report of the own units, in any state: where one finds again what was sent long ago. */
const ReportsScreen = () => {
  const work = useResource<WorkAnswer>('/api/work?over=true', { live: true });
  return (
    <Page title={t('frame.reports')} note={t('home.ownNote')}>
      <View of={work}>{({ own }) => <Own own={own} />}</View>
    </Page>
  );
};
export default ReportsScreen;
