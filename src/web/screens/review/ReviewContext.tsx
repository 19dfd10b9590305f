import { Link } from 'wouter';
import type { ReportAnswer } from '../../../core/report/answers.ts';
import { useSession } from '../../http/session.ts';
import { Icon } from '../../kit/Icon.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { LatenessMark } from '../board/BoardRows.tsx';

export type Neighbours = {
  readonly at: number;
  readonly all: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
};

/** 'Lần 1 gửi 16:20:11 ngày 27/02/2024, trả lại …' */
const History = ({ report }: { report: ReportAnswer }) => {
  const returns = report.path.filter((s) => s.type === 'report.returned');
  const sent = [...report.receipts].sort((a, b) => a.revision - b.revision);
  return (
    <p className="sec s13 tl">
      {sent.map((r, at) => {
        const back = returns.find((s) => s.data.revision === r.revision);
        return (
          <span key={r.revision}>
            {at > 0 && '. '}
            {t('review.sent', { n: r.revision, at: moment(r.submittedAt, true) })}
            {back && `, ${t('review.returned', { at: moment(back.at) })}`}
          </span>
        );
      })}
    </p>
  );
};

/** Which report is in hand, and where it stands in the queue. */
export const ReviewContext = ({ report, queue }: { report: ReportAnswer; queue: Neighbours | undefined }) => {
  const { me } = useSession();
  return (
    <section className="ctx rv-ctx" aria-label={t('review.title', { unit: report.unit.name })}>
      <p className="ctx-t">
        <b>{report.unit.name}</b> <StateChip state={report.state} />{' '}
        <LatenessMark lateness={report.lateness} />
      </p>
      <History report={report} />
      <p className="q">
        {queue && (
          <>
            <span className="s13 sec">{t('review.queueAt', { at: queue.at, n: queue.all })}</span>
            {queue.previous && (
              <Link className="icon-btn" href={queue.previous} aria-label={t('review.previous')}>
                <Icon name="chevron-left" />
              </Link>
            )}
            {queue.next && (
              <Link className="icon-btn" href={queue.next} aria-label={t('review.next')}>
                <Icon name="chevron-right" />
              </Link>
            )}
          </>
        )}
        {me.nav.includes('board') && (
          <Link className="s13" href={`/theo-doi/${report.campaign.id}`}>
            {t('review.backToBoard')}
          </Link>
        )}
      </p>
    </section>
  );
};
