import { useEffect, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { formatAmount } from '../../../core/kernel/amount.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { ReportAnswer } from '../../../core/report/answers.ts';
import { Page } from '../../frame/Page.tsx';
import { api } from '../../http/api.ts';
import { refreshSession } from '../../http/session.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Field } from '../../kit/Field.tsx';
import { FailureNote, Loading, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { TimeLeft } from '../../kit/Time.tsx';
import { deadline, listText } from '../../texts/format.ts';
import { refusalText } from '../../texts/refusals.ts';
import { t } from '../../texts/text.ts';
import type { Desk } from '../editor/desk/desk.ts';
import { useDesk } from '../editor/desk/useDesk.ts';
import { RequestChanged } from '../editor/parts/RequestChanged.tsx';
import { ReceiptBox } from '../editor/ReceiptBox.tsx';
import { Again } from './Again.tsx';
import { Biggest, Copied } from './Biggest.tsx';
import { AllWords, Clear, Nils, Totals, Warnings } from './Parts.tsx';
import './sign.css';

type Given = { contentHash: string } | { reason: string };

const Digest = ({ desk }: { desk: Desk }) => {
  const report = desk.report.use();
  const progress = desk.progress.use();
  const { campaignId, unitId } = desk.owner;
  const address = `/api/reports/${campaignId}/${unitId}`;
  const [, navigate] = useLocation();
  // What is signed is what stood here when the page was opened, not what came in behind it.
  const [seen, setSeen] = useState(report.contentHash);
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const [blank, setBlank] = useState(false);
  const act = useAction(({ verb, body }: { verb: 'sign' | 'send-back'; body: Given }, key) =>
    api.post<ReportAnswer>(`${address}/${verb}`, body, { key }),
  );
  const run = async (verb: 'sign' | 'send-back', body: Given): Promise<void> => {
    const answer = await act.run({ verb, body });
    if (!answer.ok) return;
    desk.take(answer.data);
    reloadAll('/api/');
    void refreshSession();
    if (verb === 'send-back') navigate('/viec-can-lam');
    // Number and second stand at the top, the button that was pressed at the foot of a long page.
    else scrollTo({ top: 0 });
  };
  const seeAgain = async (): Promise<void> => {
    const fresh = await api.get<ReportAnswer>(address);
    if (!fresh.ok) return;
    desk.take(fresh.data);
    setSeen(fresh.data.contentHash);
    act.clear();
  };
  const may = report.may.includes('sign');
  const changed =
    report.contentHash !== seen ||
    (act.failure?.kind === 'refusal' && act.failure.code === 'report.changedSinceSeen');
  useEffect(() => {
    // Signing itself moves the content on by its revision: that is no change to look at again.
    if (!may) setSeen(report.contentHash);
  }, [may, report.contentHash]);
  const receipt = report.receipts[0];
  const sent = report.state === 'submitted' || report.state === 'received';
  const not = report.mayNot.sign;
  const share = { filled: progress.filled, asked: progress.asked };
  return (
    <Page
      title={t('sign.title', { unit: report.unit.name })}
      className="digest"
      note={report.campaign.title}
      foot={
        may ? (
          <div className="end">
            <Btn onClick={() => setReturning(true)}>{t('sign.sendBack')}</Btn>
            <Btn
              kind="main"
              icon="signature"
              className="main-act"
              busy={act.busy && !returning}
              reason={report.closed ? t('editor.closed') : changed ? t('sign.changed') : undefined}
              onClick={() => void run('sign', { contentHash: seen })}
            >
              {report.registrySubmits ? t('sign.signOnly') : t('sign.sign')}
            </Btn>
          </div>
        ) : undefined
      }
    >
      {sent && receipt && (
        <>
          <Banner tone="info" icon="circle-check" title={t('sign.done')} />
          <ReceiptBox receipt={receipt} address={address} />
        </>
      )}
      {report.state === 'signed' && <Banner tone="info" icon="circle-check" title={t('sign.doneRegistry')} />}
      {not && (
        <Banner tone="warn" icon="shield-off">
          {refusalText(not)}
        </Banner>
      )}
      {!may && !not && !sent && report.state !== 'signed' && (
        <Banner icon="info">{t('sign.notWaiting', { state: t(`state.${report.state}`) })}</Banner>
      )}
      <RequestChanged report={report} onAnswer={desk.take} />
      {report.closed && (
        <Banner tone="err" icon="lock-keyhole" title={t('editor.closed')}>
          {refusalText(report.closed.code, report.closed.details)}
        </Banner>
      )}
      {may && changed && (
        <Banner
          tone="warn"
          title={t('sign.changed')}
          actions={
            <Btn small onClick={() => void seeAgain()}>
              {t('sign.seeAgain')}
            </Btn>
          }
        />
      )}
      {!changed && <FailureNote failure={returning ? undefined : act.failure} />}
      <Sheet pad title={t('sign.lead')} lead={<StateChip state={report.state} />}>
        {!sent && (
          <p className="big">
            <TimeLeft deadline={report.due} />{' '}
            <span className="sec s13">{t('time.deadline', { deadline: deadline(report.due) })}</span>
          </p>
        )}
        <p className="sec s13">
          {t('sign.filled', {
            filled: formatAmount(String(share.filled)),
            asked: formatAmount(String(share.asked)),
          })}
          {report.people.preparers.length > 0 &&
            ` · ${t('sign.preparedBy', { names: listText(report.people.preparers) })}`}
          {report.people.signers[0] && ` · ${t('sign.signsAs', { name: report.people.signers[0] })}`}
        </p>
        {report.people.standIns.map((s) => (
          <p key={`${s.name} ${s.documentNumber}`} className="s13">
            <b>{t('sign.inPlace', { name: s.name, other: s.forName })}</b>{' '}
            {t('sign.inPlaceBy', {
              number: s.documentNumber,
              day: shortDay(s.documentDay),
              from: shortDay(s.fromDay),
              to: shortDay(s.toDay),
            })}
          </p>
        ))}
        <Clear desk={desk} />
        <p>
          <Btn small kind="quiet" icon="file-text" href={`/bao-cao/${campaignId}/${unitId}`}>
            {t('sign.whole')}
          </Btn>
          <Btn small kind="quiet" icon="printer" href={`${address}/document.pdf`} download>
            {t('editor.seePrint')}
          </Btn>
        </p>
      </Sheet>
      <Again desk={desk} />
      <Warnings desk={desk} />
      <Biggest desk={desk} />
      <Copied desk={desk} />
      <Totals desk={desk} />
      <Nils desk={desk} />
      <AllWords desk={desk} />
      <Dialog
        open={returning}
        title={t('sign.sendBackTitle')}
        onClose={() => setReturning(false)}
        actions={
          <>
            <Btn
              kind="danger"
              busy={act.busy}
              onClick={() => {
                setBlank(reason.trim() === '');
                if (reason.trim()) void run('send-back', { reason: reason.trim() });
              }}
            >
              {t('sign.sendBack')}
            </Btn>
            <Btn onClick={() => setReturning(false)}>{t('common.cancel')}</Btn>
          </>
        }
      >
        <Field label={t('sign.sendBackLabel')} error={blank ? t('sign.sendBackMissing') : undefined} required>
          {(control) => (
            <textarea
              {...control}
              className="inp"
              rows={4}
              maxLength={2000}
              onInput={(e) => setReason(e.currentTarget.value)}
            />
          )}
        </Field>
        <FailureNote failure={act.failure} />
      </Dialog>
    </Page>
  );
};

/** One page for who signs, on the telephone first: what is sent, what stands out, two ways on. */
const SignScreen = () => {
  const { campaignId = '', unitId = '' } = useParams();
  const { desk, resource } = useDesk(campaignId, unitId);
  // The copy on this machine is for writing: a signature rests on what the server has now.
  if (desk && resource.data && resource.state === 'ready')
    return <Digest key={`${campaignId}/${unitId}`} desk={desk} />;
  return (
    <Page title={t('sign.lead')} bare>
      <div className="sheet">
        <View of={resource}>{() => <Loading />}</View>
      </div>
    </Page>
  );
};
export default SignScreen;
