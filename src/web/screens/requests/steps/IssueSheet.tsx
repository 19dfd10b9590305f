import { useState } from 'react';
import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import { recipientsOf } from '../../../../core/campaign/request.ts';
import { dayOfInstant } from '../../../../core/kernel/instant.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import type { NextNumberAnswer } from '../../../../core/registry/answers.ts';
import { api } from '../../../http/api.ts';
import { serverNow } from '../../../http/server-clock.ts';
import { refreshSession } from '../../../http/session.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { TextField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { deadline } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { useNextNumber } from '../../registry/useNextNumber.ts';
import { DayField } from '../draft/DayField.tsx';
import { readTypedDay } from '../draft/typed-day.ts';
import type { StepProps } from './step-props.ts';

type Registration = { version: number; number?: string; symbol: string; day?: string };

/** The last page before it goes out: every unit that will be obliged, by name. */
const LastPage = ({
  campaign,
  registration,
  next,
  onClose,
  onConfirm,
  act,
}: {
  campaign: CampaignAnswer;
  registration: Registration | undefined;
  /** Where the body handed its book over: what the program would give. */
  next: NextNumberAnswer | undefined;
  onClose: () => void;
  onConfirm: () => void;
  act: Pick<ReturnType<typeof useAction>, 'busy' | 'failure'>;
}) => {
  const wanted = new Set(recipientsOf(campaign.request));
  const units = campaign.units.filter((u) => wanted.has(u.id));
  const offices = units.filter((u) => u.kind !== 'commune');
  const communes = units.filter((u) => u.kind === 'commune');
  const names = (title: string, list: typeof units) =>
    list.length > 0 && (
      <section>
        <h3>{title}</h3>
        <ol className="names">
          {list.map((u) => (
            <li key={u.id}>{u.name}</li>
          ))}
        </ol>
      </section>
    );
  return (
    <Dialog
      wide
      open={registration !== undefined}
      title={t('requests.issueTitle', { n: units.length })}
      onClose={onClose}
      actions={
        <>
          <Btn kind="main" icon="send" busy={act.busy} onClick={onConfirm}>
            {t('requests.issueTo', { n: units.length })}
          </Btn>
          <Btn onClick={onClose}>{t('requests.leave')}</Btn>
        </>
      }
    >
      {registration && (
        <p>
          {t('requests.issueText', {
            number: `${registration.number ?? next?.next ?? ''}/${registration.symbol}`,
            day: shortDay(registration.day ?? next?.day ?? ''),
            deadline: campaign.deadline === null ? '' : deadline(campaign.deadline),
          })}
        </p>
      )}
      {names(t('requests.officesCount', { n: offices.length }), offices)}
      {names(t('requests.communesCount', { n: communes.length }), communes)}
      <p className="sec s13">{t('requests.issueAfter')}</p>
      <FailureNote failure={act.failure} />
    </Dialog>
  );
};

/** Văn thư types number and day as they stand in the book of the office. */
export const IssueSheet = ({ campaign, onAnswer, onStale }: StepProps) => {
  const [number, setNumber] = useState('');
  const [symbol, setSymbol] = useState(campaign.request.symbol ?? '');
  const [day, setDay] = useState('');
  const [error, setError] = useState<{ number?: string; symbol?: string; day?: string }>({});
  const [ready, setReady] = useState<Registration | undefined>(undefined);
  const issue = useAction((body: Registration, key) =>
    api.post<CampaignAnswer>(`/api/campaigns/${campaign.id}/issue`, body, { key }),
  );
  const now = serverNow();
  const today = now === undefined ? undefined : shortDay(dayOfInstant(now));
  const next = useNextNumber('letter', { campaignId: campaign.id });
  const check = (): void => {
    if (next) {
      const given = symbol.trim();
      setError(given === '' ? { symbol: t('requests.symbolAsk') } : {});
      if (given !== '') setReady({ version: campaign.version, symbol: given });
      return;
    }
    const read = readTypedDay(day);
    const found = {
      ...(/^\d{1,6}$/.test(number.trim()) ? {} : { number: t('requests.numberUnread') }),
      ...(symbol.trim() === '' ? { symbol: t('requests.symbolAsk') } : {}),
      ...(read ? {} : { day: t('requests.dayUnread') }),
    };
    setError(found);
    if (read && Object.keys(found).length === 0)
      setReady({ version: campaign.version, number: number.trim(), symbol: symbol.trim(), day: read });
  };
  const confirm = async (): Promise<void> => {
    if (!ready) return;
    const answer = await issue.run(ready);
    if (!answer.ok) {
      if (answer.failure.kind === 'refusal' && answer.failure.code === 'campaign.stale') onStale();
      return;
    }
    setReady(undefined);
    onAnswer(answer.data);
    reloadAll('/api/campaigns');
    void refreshSession();
  };
  return (
    <Sheet title={t('requests.issueSheet')} className="when" pad>
      <form
        className="issue"
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        {!next && (
          <TextField
            label={t('requests.number')}
            required
            figures
            inputMode="numeric"
            maxLength={6}
            error={error.number}
            value={number}
            onText={setNumber}
          />
        )}
        <TextField
          label={t('requests.symbol')}
          required
          maxLength={40}
          error={error.symbol}
          value={symbol}
          onText={setSymbol}
        />
        {!next && (
          <DayField label={t('requests.date')} required error={error.day} value={day} onText={setDay} />
        )}
        <div className="acts">
          <Btn kind="main" icon="stamp" type="submit">
            {t('requests.issue')}
          </Btn>
          {today && !next && (
            <Btn small kind="quiet" onClick={() => setDay(today)}>
              {t('requests.useToday', { day: today })}
            </Btn>
          )}
        </div>
      </form>
      <p className="s13 sec">
        {next
          ? t('registry.nextFromBook', { n: String(next.next), day: shortDay(next.day) })
          : t('requests.issueHint')}
      </p>
      <LastPage
        campaign={campaign}
        registration={ready}
        next={next}
        act={issue}
        onClose={() => setReady(undefined)}
        onConfirm={() => void confirm()}
      />
    </Sheet>
  );
};
