import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ReportAnswer } from '../../../../core/report/answers.ts';
import { blocking } from '../../../../core/report/gaps.ts';
import { api } from '../../../http/api.ts';
import { connection } from '../../../http/connection.ts';
import type { Failure } from '../../../http/failure.ts';
import { refreshSession } from '../../../http/session.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { Paper } from '../../../kit/Paper.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { flush } from '../../../outbox/outbox.ts';
import { refusalText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';
import type { Desk, Focus } from '../desk/desk.ts';
import { placeOfGap } from '../gap-text.ts';
import { given } from '../numbering.ts';
import { currentPins } from './Pins.tsx';

export const addressOfReport = (desk: Desk): string =>
  `/api/reports/${desk.owner.campaignId}/${desk.owner.unitId}`;

/** Lan soạn → Hùng ký → Phòng Nội vụ tiếp nhận, with who holds it now. */
const Steps = ({ report }: { report: ReportAnswer }) => {
  const here = {
    'not-opened': 0,
    drafting: 0,
    returned: 0,
    'awaiting-signature': 1,
    signed: 2,
    submitted: 3,
    received: 3,
  }[report.state];
  const writer = given(report.people.preparers[0]) ?? t('editor.somebody');
  const signer = given(report.people.signers[0]) ?? t('editor.leader');
  const steps = [
    { at: 0, text: t('editor.stepWrites', { name: writer }) },
    { at: 1, text: t('editor.stepSigns', { name: signer }) },
    ...(report.registrySubmits ? [{ at: 2, text: t('editor.stepRegistry') }] : []),
    { at: 3, text: t('editor.stepReceives', { name: report.campaign.receiverName }) },
  ];
  return (
    <ol className="steps" aria-label={t('editor.steps')}>
      {steps.map(({ at, text }) => (
        <li
          key={at}
          className={at === here ? 'here' : undefined}
          aria-current={at === here ? 'step' : undefined}
        >
          {at === here ? <b>{text}</b> : text}
        </li>
      ))}
    </ol>
  );
};

/** One act on the report: what waits on this machine goes first, and the answer becomes what is shown. */
const useReportAct = (desk: Desk) => {
  const act = useAction(async ({ verb, body }: { verb: string; body?: unknown }, key) => {
    const sent = verb !== 'pass-to-sign' || (await flush(desk.owner));
    if (!sent)
      return { ok: false, failure: { kind: 'offline', reason: 'network' } satisfies Failure } as const;
    return api.post<ReportAnswer>(`${addressOfReport(desk)}/${verb}`, body, { key });
  });
  const run = async (verb: string, body?: unknown): Promise<boolean> => {
    const answer = await act.run(body === undefined ? { verb } : { verb, body });
    if (answer.ok) {
      desk.take(answer.data);
      reloadAll('/api/');
      void refreshSession();
    }
    // What it is refused for may have come from elsewhere: the last commune sent, somebody else changed a figure.
    else reloadAll(addressOfReport(desk));
    return answer.ok;
  };
  return { run, busy: act.busy, failure: act.failure };
};

export const Foot = ({ desk, go }: { desk: Desk; go: (to: Focus) => void }) => {
  const report = desk.report.use();
  const gaps = desk.gaps.use();
  const { conflicts, refused } = desk.counts.use();
  const online = connection.use((c) => c.online);
  const [asking, setAsking] = useState(false);
  const [, navigate] = useLocation();
  const act = useReportAct(desk);
  const stopping = blocking(gaps);
  const openPins = report.state === 'returned' ? currentPins(report).filter((p) => p.answer === null) : [];
  const signer = given(report.people.signers[0]);
  const first = stopping[0];
  const pin = openPins[0];
  const reason = !online
    ? t('editor.offlineAct')
    : conflicts + refused > 0
      ? t('editor.mustSettle', { n: conflicts + refused })
      : report.closed
        ? t('editor.closed')
        : stopping.length > 0
          ? t('editor.mustFix', { n: stopping.length })
          : pin
            ? t('editor.mustAnswer', { n: openPins.length })
            : undefined;
  const lead = (): void => {
    if (first) go(placeOfGap(desk, first));
    else if (pin) document.getElementById(`pin-${pin.number}`)?.focus();
  };
  const conflict = report.mayNot.sign;
  return (
    <>
      <Steps report={report} />
      <div className="end">
        <FailureNote failure={act.failure} />
        {conflict && <span className="why2 s13">{refusalText(conflict)}</span>}
        {reason && report.may.includes('pass-to-sign') && <span className="why2 s13">{reason}</span>}
        <span className="phone-hide">
          <Paper of={`${addressOfReport(desk)}/document`} label={t('editor.seePrint')} />
        </span>
        {report.may.includes('withdraw') && <Btn onClick={() => setAsking(true)}>{t('editor.withdraw')}</Btn>}
        {report.may.includes('pass-to-sign') && (
          <Btn
            kind="main"
            icon="signature"
            className="main-act"
            reason={reason}
            onReason={lead}
            busy={act.busy}
            onClick={() => void act.run('pass-to-sign')}
          >
            {signer ? t('editor.passTo', { name: signer }) : t('editor.pass')}
          </Btn>
        )}
        {report.may.includes('sign') && (
          <Btn
            kind="main"
            icon="signature"
            className="main-act"
            onClick={() => navigate(`/ky/${desk.owner.campaignId}/${desk.owner.unitId}`)}
          >
            {t('editor.seeAndSign')}
          </Btn>
        )}
        {report.may.includes('submit') && (
          <Btn
            kind="main"
            icon="send"
            className="main-act"
            busy={act.busy}
            onClick={() => void act.run('submit')}
          >
            {t('editor.submitNow')}
          </Btn>
        )}
      </div>
      <Dialog
        open={asking}
        title={t('editor.withdrawTitle')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Btn
              kind="danger"
              busy={act.busy}
              onClick={() => void act.run('withdraw').then((done) => done && setAsking(false))}
            >
              {t('editor.withdraw')}
            </Btn>
            <Btn onClick={() => setAsking(false)}>{t('common.cancel')}</Btn>
          </>
        }
      >
        <p>{t('editor.withdrawText')}</p>
        <FailureNote failure={act.failure} />
      </Dialog>
    </>
  );
};
