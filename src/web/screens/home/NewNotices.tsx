import { Link } from 'wouter';
import type { NoticeLine, NoticesAnswer } from '../../../core/notifications/answers.ts';
import { api } from '../../http/api.ts';
import { refreshSession, useSession } from '../../http/session.ts';
import { useAction } from '../../http/useAction.ts';
import { useResource } from '../../http/useResource.ts';
import { FailureNote } from '../../kit/places.tsx';
import { shortMoment } from '../../texts/short-moment.ts';
import { t } from '../../texts/text.ts';
import { reportPath } from './PrepareCard.tsx';

const words = (notice: NoticeLine): string => {
  const title = notice.campaignTitle ?? '';
  const unit = notice.unitName ?? '';
  switch (notice.type) {
    case 'report.obliged':
      return t('home.noticeObliged', { title });
    case 'report.passedToSign':
      return t('home.noticePassed', { unit });
    case 'report.sentBack':
      return t('home.noticeSentBack');
    case 'report.submitted':
      return t('home.noticeSubmitted', { unit });
    case 'report.received':
      return t('home.noticeReceived', { unit });
    case 'report.returned':
      return t('home.noticeReturned', { unit });
    case 'report.reminded':
      return notice.words ?? t('home.noticeOther', { title });
    case 'report.extended':
      return t('home.noticeExtended', { title });
    case 'report.requestChanged':
      return t('home.noticeRequestChanged', { title });
    case 'report.released':
      return t('home.noticeReleased', { title });
    case 'campaign.passedToSign':
      return t('home.noticeRequestPassed', { title });
    case 'campaign.signed':
      return t('home.noticeRequestSigned', { title });
    case 'consolidation.commented':
      return t('home.noticeCommented', { title });
    case 'consolidation.contributionAsked':
      return t('home.noticeContributionAsked', { title });
    case 'consolidation.contributionGiven':
      return t('home.noticeContributionGiven', { title });
    case 'access.passwordChanged':
      return t('home.noticePassword');
    case 'access.resetLinkMade':
      return t('home.noticeResetLink');
    case 'access.secondFactorSet':
      return t('home.noticeFactorSet');
    case 'access.secondFactorRemoved':
      return t('home.noticeFactorRemoved');
    case 'access.tokenMade':
      return t('home.noticeToken');
    case 'tasks.assigned':
      return t('home.noticeTasks');
    case 'tasks.reminded':
      return notice.words ?? t('home.noticeTaskDue');
    case 'remediation.reminded':
      return notice.words ?? t('home.noticeRemedyDue');
    case 'scoring.subjectObliged':
      return t('home.noticeScoring');
    case 'scoring.selfLocked':
      return t('home.noticeSelfLocked', { unit });
    case 'scoring.appraisalLocked':
      return t('home.noticeAppraised');
    case 'scoring.explanationLocked':
      return t('home.noticeExplained', { unit });
    default:
      return t('home.noticeOther', { title });
  }
};

const placeOf = (notice: NoticeLine): string | undefined => {
  if (notice.type.startsWith('access.')) return '/tai-khoan';
  if (notice.type.startsWith('tasks.')) return '/nhiem-vu';
  if (notice.type.startsWith('remediation.')) return '/chi-so/khac-phuc';
  if (notice.type.startsWith('scoring.')) return '/chi-so';
  if (!notice.campaignId) return undefined;
  if (notice.type.startsWith('campaign.')) return `/yeu-cau/${notice.campaignId}`;
  if (notice.type === 'consolidation.commented') return `/tong-hop/${notice.campaignId}/loi`;
  if (notice.type.startsWith('consolidation.')) return `/tong-hop/${notice.campaignId}/phoi-hop`;
  if (!notice.unitId) return undefined;
  if (notice.type === 'report.submitted') return `/xem-xet/${notice.campaignId}/${notice.unitId}`;
  if (notice.type === 'report.passedToSign') return `/ky/${notice.campaignId}/${notice.unitId}`;
  return reportPath(notice.campaignId, notice.unitId);
};

/** The last unread notices; nothing when there are none. */
export const NewNotices = () => {
  const { me } = useSession();
  const notices = useResource<NoticesAnswer>('/api/notices?limit=20', { every: 60_000, live: true });
  const read = useAction((input: { ids: readonly string[] }, key) =>
    api.post<NoticesAnswer>('/api/notices/read', input, { key }),
  );
  const fresh = (notices.data?.notices ?? []).filter((n) => n.readAt === null).slice(0, 5);
  if (fresh.length === 0) return null;
  const mark = async (): Promise<void> => {
    const answer = await read.run({ ids: fresh.map((n) => n.id) });
    if (!answer.ok) return;
    notices.reload();
    void refreshSession();
  };
  const fromAbove = me.home === 'clerk' || me.home === 'signer';
  return (
    <section className="sheet">
      <div className="pad">
        <h2>{t(fromAbove ? 'home.notices' : 'home.noticesOther')}</h2>
        <ul className="msgs">
          {fresh.map((notice) => {
            const href = placeOf(notice);
            return (
              <li key={notice.id}>
                <b>{notice.by ?? notice.campaignTitle}</b>{' '}
                <span className="mut s12">{shortMoment(notice.at)}</span>
                <p>{href ? <Link href={href}>{words(notice)}</Link> : words(notice)}</p>
              </li>
            );
          })}
        </ul>
        <FailureNote failure={read.failure} />
        <button
          type="button"
          className="lnk s13"
          aria-busy={read.busy || undefined}
          onClick={() => void mark()}
        >
          {t('home.noticesRead')}
        </button>
      </div>
    </section>
  );
};
