import { useState } from 'react';
import type { Day } from '../../../../core/kernel/instant.ts';
import type { RoundAnswer } from '../../../../core/scoring/roundAnswers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { DayField } from '../../../kit/DayField.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { TextField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';

type Act = { answer: RoundAnswer; onClose: () => void; onDone: (answer: RoundAnswer) => void };

/** Two ways to one end: the program drafts the decision and văn thư numbers it, or it left on paper already. */
export const PublishDialog = ({ answer, onClose, onDone }: Act) => {
  const [number, setNumber] = useState('');
  const [day, setDay] = useState<Day | undefined>(undefined);
  const publish = useAction((body: unknown, key) =>
    api.post<RoundAnswer>(`/api/rounds/${answer.round.id}/publish`, body, { key }),
  );
  const draft = useAction((_: null, key) =>
    api.post<{ id: string }>(`/api/rounds/${answer.round.id}/decision`, {}, { key }),
  );
  const drafting = async (): Promise<void> => {
    const done = await draft.run(null);
    if (!done.ok) return;
    reloadAll('/api/rounds/');
    onClose();
  };
  const confirm = async (): Promise<void> => {
    const done = await publish.run({ number, day });
    if (done.ok) onDone(done.data);
  };
  return (
    <Dialog
      open
      title={t('scoring.publishTitle')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('scoring.leave')}</Btn>
          <Btn busy={publish.busy} onClick={() => void confirm()}>
            {t('scoring.publishTyped')}
          </Btn>
        </>
      }
    >
      <section className="way">
        <h3>{t('scoring.wayRegister')}</h3>
        <p>{t('scoring.wayRegisterText')}</p>
        <Btn
          kind="main"
          icon="file-text"
          busy={draft.busy}
          reason={answer.decision ? t('scoring.decisionDraft') : undefined}
          onClick={() => void drafting()}
        >
          {t('scoring.draftDecision')}
        </Btn>
        <FailureNote failure={draft.failure} />
      </section>
      <h3>{t('scoring.wayPaper')}</h3>
      <p>{t('scoring.publishText')}</p>
      <TextField label={t('scoring.decisionNumber')} value={number} required onText={setNumber} />
      <DayField label={t('scoring.decisionDay')} day={day} required onDay={setDay} />
      <FailureNote failure={publish.failure} />
    </Dialog>
  );
};
