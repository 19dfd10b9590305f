import type { ReportAnswer } from '../../../../core/report/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { deadline, moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { VersionWords } from '../../requests/amend/VersionWords.tsx';

/** What became of the request since the unit saw it: in words, with the confirmation that it was seen (A8). */
export const RequestChanged = ({
  report,
  onAnswer,
}: {
  report: ReportAnswer;
  onAnswer: (answer: ReportAnswer) => void;
}) => {
  const { request } = report;
  const act = useAction((_: 'acknowledge', key) =>
    api.post<ReportAnswer>(`/api/reports/${report.campaign.id}/${report.unit.id}/acknowledge`, undefined, {
      key,
    }),
  );
  const confirm = async (): Promise<void> => {
    const answer = await act.run('acknowledge');
    if (!answer.ok) return;
    onAnswer(answer.data);
    reloadAll('/api/work');
  };
  const sent = report.state === 'submitted' || report.state === 'received';
  const fresh = request.versions.filter((v) => v.number > request.seen && v.number <= request.told);
  const askedAgain =
    report.state === 'returned' && report.resendBy !== null
      ? request.versions.find((v) => v.resendBy === report.resendBy)
      : undefined;
  if (request.releasedAt !== null)
    return (
      <Banner tone="warn" icon="shield-off" title={t('amend.releasedTitle')}>
        {t('amend.releasedText', { moment: moment(request.releasedAt) })}
      </Banner>
    );
  if (request.told < 2 || fresh.length === 0)
    return askedAgain ? (
      <Banner tone="warn" icon="undo-2" title={t('amend.changedTitle')}>
        {t('amend.mustResend', { moment: deadline(report.resendBy ?? 0) })}
      </Banner>
    ) : null;
  return (
    <Sheet title={t('amend.changedTitle')} className="changed" pad>
      {fresh.map((version) => (
        <VersionWords key={version.number} version={version} />
      ))}
      {sent && <p>{t('amend.keptSent')}</p>}
      {askedAgain && <p>{t('amend.mustResend', { moment: deadline(report.resendBy ?? 0) })}</p>}
      <FailureNote failure={act.failure} />
      <p className="acts">
        {request.mustConfirm && report.may.includes('acknowledge') && (
          <Btn kind="main" busy={act.busy} onClick={() => void confirm()}>
            {t('amend.confirmSeen')}
          </Btn>
        )}
        <Btn kind="quiet" href={`/yeu-cau/${report.campaign.id}`}>
          {t('amend.seeChanges')}
        </Btn>
      </p>
    </Sheet>
  );
};
