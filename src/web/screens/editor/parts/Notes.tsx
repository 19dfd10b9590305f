import type { ReportAnswer } from '../../../../core/report/answers.ts';
import { api } from '../../../http/api.ts';
import { connection } from '../../../http/connection.ts';
import { useAction } from '../../../http/useAction.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { later } from '../../../kit/later.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { entriesOf, outboxStatus, retry } from '../../../outbox/outbox.ts';
import { listText } from '../../../texts/format.ts';
import { refusalText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';
import { given } from '../numbering.ts';
import { addressOfReport } from './Foot.tsx';

const RequestChanged = later(() => import('./RequestChanged.tsx').then((m) => m.RequestChanged));

const Acknowledge = ({ desk }: { desk: Desk }) => {
  const act = useAction((_: 'acknowledge', key) =>
    api.post<ReportAnswer>(`${addressOfReport(desk)}/acknowledge`, undefined, { key }),
  );
  return (
    <Banner
      tone="info"
      icon="inbox"
      actions={
        <Btn
          small
          busy={act.busy}
          onClick={() => void act.run('acknowledge').then((a) => a.ok && desk.take(a.data))}
        >
          {t('editor.acknowledge')}
        </Btn>
      }
    >
      {t('editor.acknowledgeText')}
      <FailureNote failure={act.failure} />
    </Banner>
  );
};

/** Why the page is as it is: sent back, locked, only to be read, or something typed that has not got through. */
export const Notes = ({ desk, stale }: { desk: Desk; stale: boolean }) => {
  const report = desk.report.use();
  const storage = outboxStatus.use((s) => s.storage);
  const online = connection.use((c) => c.online);
  desk.counts.use();
  const stuck = entriesOf(desk.owner).filter((e) => e.status.kind === 'refused' && !e.status.value);
  const first = stuck[0]?.status;
  const sent = report.state === 'submitted' || report.state === 'received';
  const may = (verb: ReportAnswer['may'][number]): boolean => report.may.includes(verb);
  const state =
    report.state === 'awaiting-signature'
      ? t('editor.waitsForSign', { name: given(report.people.signers[0]) ?? t('editor.leader') })
      : report.state === 'signed'
        ? t('editor.signedWaits')
        : report.state === 'submitted'
          ? t('editor.submitted')
          : report.state === 'received'
            ? t('editor.received')
            : !may('edit')
              ? report.people.preparers.length > 0
                ? t('editor.readOnly', { names: listText(report.people.preparers) })
                : t('editor.readOnlyAlone')
              : undefined;
  return (
    <div className="notes">
      {stale && !online && <Banner icon="history">{t('editor.fromDisk')}</Banner>}
      {storage !== 'disk' && may('edit') && (
        <Banner tone="warn">
          {t(storage === 'failed' ? 'editor.storageFailed' : 'editor.storageFleeting')}
        </Banner>
      )}
      {first?.kind === 'refused' && (
        <Banner
          tone="err"
          icon="cloud-off"
          title={t('editor.stuck', { n: stuck.length })}
          actions={
            <Btn small onClick={() => retry(desk.owner)}>
              {t('editor.tryAgain')}
            </Btn>
          }
        >
          {refusalText(first.code, first.details)}
        </Banner>
      )}
      {report.closed && (
        <Banner tone="err" icon="lock-keyhole" title={t('editor.closed')}>
          {refusalText(report.closed.code, report.closed.details)}
        </Banner>
      )}
      {report.state === 'drafting' && report.sentBackReason && (
        <Banner tone="warn" icon="undo-2" title={t('editor.sentBackTitle')}>
          {report.sentBackReason}
        </Banner>
      )}
      {(report.request.told > 1 || report.request.releasedAt !== null || report.resendBy !== null) && (
        <RequestChanged report={report} onAnswer={desk.take} />
      )}
      {may('acknowledge') && report.request.told < 2 && <Acknowledge desk={desk} />}
      {state && <Banner icon="lock-keyhole">{state}</Banner>}
      {report.revision > (sent ? 1 : 0) && (
        <p className="s13">
          <Btn
            small
            kind="quiet"
            icon="history"
            href={`/bao-cao/${report.campaign.id}/${report.unit.id}/thay-doi`}
          >
            {t('difference.see')}
          </Btn>
        </p>
      )}
    </div>
  );
};
