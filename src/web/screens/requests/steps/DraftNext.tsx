import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import type { Request } from '../../../../core/campaign/request.ts';
import { following } from '../../../../core/letter/nextPeriod.ts';
import type { PeriodKind } from '../../../../core/letter/reading.ts';
import { api } from '../../../http/api.ts';
import { refreshSession } from '../../../http/session.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import { PeriodFields, readTypedPeriod, type TypedPeriod, typedPeriod } from '../draft/PeriodFields.tsx';
import { periodWords } from '../draft/words.ts';

type Period = NonNullable<Request['period']>;
const isKind = (kind: string): kind is PeriodKind =>
  ['tháng', 'quý', '6 tháng', '9 tháng', 'năm', 'khác'].includes(kind);

const offered = (period: Request['period']): Period | null =>
  period && isKind(period.kind) ? following({ ...period, kind: period.kind }) : period;

/** A5: the next request from this one; the period that follows is offered, another can be chosen. */
export const DraftNext = ({ campaign }: { campaign: CampaignAnswer }) => {
  const [, go] = useLocation();
  const [typed, setTyped] = useState<TypedPeriod | undefined>(undefined);
  const [error, setError] = useState<string | undefined>(undefined);
  const draft = useAction((period: Period, key) =>
    api.post<CampaignAnswer>(`/api/campaigns/${campaign.id}/next`, { period }, { key }),
  );
  const ahead = useAction((_: undefined, key) =>
    api.post<{ drafted: string[] }>(`/api/campaigns/${campaign.id}/year`, undefined, { key }),
  );
  const last = campaign.request.period;
  const next = offered(last);
  const makeYear = async (): Promise<void> => {
    const answer = await ahead.run(undefined);
    if (!answer.ok) return;
    reloadAll('/api/campaigns');
    void refreshSession();
    go('/yeu-cau');
  };
  const make = async (): Promise<void> => {
    const period = typed && readTypedPeriod(typed);
    if (!period) return setError(t('requests.yearUnread'));
    const answer = await draft.run(period);
    if (!answer.ok) return;
    reloadAll('/api/campaigns');
    void refreshSession();
    go(`/yeu-cau/${answer.data.id}`);
  };
  const close = (): void => {
    setTyped(undefined);
    setError(undefined);
    draft.clear();
    ahead.clear();
  };
  return (
    <>
      <Btn small icon="arrow-right" onClick={() => setTyped(typedPeriod(next))}>
        {t('requests.draftNext')}
      </Btn>
      <Dialog
        open={typed !== undefined}
        title={t('requests.draftNext')}
        onClose={close}
        actions={
          <>
            <Btn onClick={close}>{t('requests.leave')}</Btn>
            <Btn kind="main" busy={draft.busy} onClick={() => void make()}>
              {t('requests.makeNext')}
            </Btn>
          </>
        }
      >
        {last && next && (
          <p>{t('requests.nextOffered', { last: periodWords(last), next: periodWords(next) })}</p>
        )}
        {typed && (
          <div className="stack2">
            <PeriodFields typed={typed} error={error} onTyped={setTyped} />
          </div>
        )}
        <p className="s13 sec">{t('requests.nextText')}</p>
        <FailureNote failure={draft.failure} />
        <p className="stack2">
          <Btn small icon="calendar-plus" busy={ahead.busy} onClick={() => void makeYear()}>
            {t('requests.draftYear')}
          </Btn>{' '}
          <span className="s13 sec">{t('requests.draftYearNote')}</span>
        </p>
        <FailureNote failure={ahead.failure} />
      </Dialog>
    </>
  );
};
