import { useState } from 'react';
import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import { recipientsOf } from '../../../../core/campaign/request.ts';
import { api } from '../../../http/api.ts';
import type { Answer } from '../../../http/failure.ts';
import { refreshSession } from '../../../http/session.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { Field } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { deadline } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import type { StepProps } from './step-props.ts';

/** For the signer: read above, then sign or give back with a reason. */
export const SignBar = ({ campaign, onAnswer, onStale }: StepProps) => {
  const [asking, setAsking] = useState<'sign' | 'send-back' | undefined>(undefined);
  const [reason, setReason] = useState('');
  const url = `/api/campaigns/${campaign.id}`;
  const { version } = campaign;
  const sign = useAction((body: { version: number }, key) =>
    api.post<CampaignAnswer>(`${url}/sign`, body, { key }),
  );
  const sendBack = useAction((body: { version: number; reason: string }, key) =>
    api.post<CampaignAnswer>(`${url}/send-back`, body, { key }),
  );
  const finish = (answer: Answer<CampaignAnswer>): void => {
    if (!answer.ok) {
      if (answer.failure.kind === 'refusal' && answer.failure.code === 'campaign.stale') onStale();
      return;
    }
    setAsking(undefined);
    onAnswer(answer.data);
    reloadAll('/api/campaigns');
    void refreshSession();
  };
  const close = (): void => setAsking(undefined);
  const n = recipientsOf(campaign.request).length;
  return (
    <>
      <p className="fl">
        <b>{t('requests.unitCount', { n })}</b> {t('requests.willReceive')}{' '}
        {campaign.deadline !== null && (
          <span className="sec">{t('requests.lastMomentIs', { moment: deadline(campaign.deadline) })}</span>
        )}
      </p>
      <div className="end">
        {campaign.may.includes('send-back') && (
          <Btn icon="undo-2" onClick={() => setAsking('send-back')}>
            {t('requests.sendBack')}
          </Btn>
        )}
        {campaign.may.includes('sign') && (
          <Btn kind="main" icon="signature" onClick={() => setAsking('sign')}>
            {t('requests.sign')}
          </Btn>
        )}
      </div>
      <Dialog
        open={asking === 'sign'}
        title={t('requests.signTitle')}
        onClose={close}
        actions={
          <>
            <Btn
              kind="main"
              icon="signature"
              busy={sign.busy}
              onClick={() => void sign.run({ version }).then(finish)}
            >
              {t('requests.sign')}
            </Btn>
            <Btn onClick={close}>{t('requests.leave')}</Btn>
          </>
        }
      >
        <p>{t('requests.signText', { title: campaign.title, n })}</p>
        <p className="sec">{t('requests.signNext')}</p>
        <FailureNote failure={sign.failure} />
      </Dialog>
      <Dialog
        open={asking === 'send-back'}
        title={t('requests.sendBackTitle')}
        onClose={close}
        actions={
          <>
            <Btn
              kind="main"
              icon="undo-2"
              busy={sendBack.busy}
              reason={reason.trim().length < 5 ? t('requests.reasonAsk') : undefined}
              onClick={() => void sendBack.run({ version, reason }).then(finish)}
            >
              {t('requests.sendBack')}
            </Btn>
            <Btn onClick={close}>{t('requests.leave')}</Btn>
          </>
        }
      >
        <Field label={t('requests.reason')} hint={t('requests.reasonHint')} required>
          {(control) => (
            <textarea
              {...control}
              data-first
              className="inp"
              rows={4}
              maxLength={2000}
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <FailureNote failure={sendBack.failure} />
      </Dialog>
    </>
  );
};
