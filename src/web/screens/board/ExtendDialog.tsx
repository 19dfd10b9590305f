import { type FormEvent, useState } from 'react';
import type { Day, Instant } from '../../../core/kernel/instant.ts';
import type { CampaignHead, ReportAnswer } from '../../../core/report/answers.ts';
import type { Extension } from '../../../core/report/extend.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { DayField } from '../../kit/DayField.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Field, TextField } from '../../kit/Field.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';
import { readResend, resendText } from '../review/resend.ts';

type Wire = {
  readonly until: Instant;
  readonly documentNumber: string;
  readonly documentDay: Day;
  readonly reason: string;
};

/** More time for one unit, by a written decision (E8). */
export const ExtendDialog = ({
  campaign,
  unit,
  extension,
  onClose,
  onExtended,
}: {
  campaign: CampaignHead;
  unit: { readonly id: string; readonly name: string };
  extension: Extension | null;
  onClose: () => void;
  onExtended: (report: ReportAnswer) => void;
}) => {
  const [until, setUntil] = useState(extension ? resendText(extension.until) : '');
  const [number, setNumber] = useState(extension?.document.number ?? '');
  const [day, setDay] = useState<Day | undefined>(extension?.document.day);
  const [reason, setReason] = useState(extension?.reason ?? '');
  const [tried, setTried] = useState(false);
  const extend = useAction((wire: Wire, key) =>
    api.post<ReportAnswer>(`/api/reports/${campaign.id}/${unit.id}/extend`, wire, { key }),
  );
  const at = readResend(until);
  const missing = t('board.extendMissing');
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (at === undefined || !number.trim() || !day || !reason.trim()) return;
    const answer = await extend.run({
      until: at,
      documentNumber: number.trim(),
      documentDay: day,
      reason: reason.trim(),
    });
    if (!answer.ok) return;
    reloadAll('/api/campaigns/');
    reloadAll('/api/work');
    onExtended(answer.data);
  };
  return (
    <Dialog open title={t('board.extendOn', { unit: unit.name })} onClose={onClose}>
      <form className="stack-wide" onSubmit={(event) => void send(event)} noValidate>
        <p className="sec">{t('board.extendNote')}</p>
        <TextField
          label={t('board.extendUntil')}
          hint={t('board.extendHint')}
          value={until}
          onText={setUntil}
          figures
          required
          autoComplete="off"
          error={tried && at === undefined ? t('board.extendUnread') : undefined}
        />
        <TextField
          label={t('board.extendDocument')}
          value={number}
          onText={setNumber}
          maxLength={60}
          required
          autoComplete="off"
          error={tried && !number.trim() ? missing : undefined}
        />
        <DayField
          label={t('board.extendDay')}
          day={day}
          onDay={setDay}
          required
          error={tried && !day ? missing : undefined}
        />
        <Field label={t('board.extendReason')} required error={tried && !reason.trim() ? missing : undefined}>
          {(control) => (
            <textarea
              {...control}
              className="inp"
              rows={3}
              maxLength={2000}
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <FailureNote failure={extend.failure} />
        <div className="acts">
          <Btn kind="main" icon="calendar-plus" type="submit" busy={extend.busy}>
            {t('board.extend')}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </div>
      </form>
    </Dialog>
  );
};
