import { useState } from 'react';
import type { ReportAnswer } from '../../../../core/report/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Field } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { flush } from '../../../outbox/outbox.ts';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';

/** Why a warning is right as it stands; who signs and who receives the report reads it (scenario C5). */
export const Reason = ({
  desk,
  check,
  given,
  ask = t('editor.giveReason'),
}: {
  desk: Desk;
  check: string;
  given: string | undefined;
  ask?: string;
}) => {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState(given ?? '');
  const save = useAction(async (reason: string, key) => {
    // The server explains what it has: what still waits here goes first.
    await flush(desk.owner);
    const { campaignId, unitId } = desk.owner;
    return api.post<ReportAnswer>(`/api/reports/${campaignId}/${unitId}/reasons`, { check, reason }, { key });
  });
  const give = async (): Promise<void> => {
    const answer = await save.run(words.trim());
    if (!answer.ok) return;
    desk.take(answer.data);
    desk.check();
    setOpen(false);
  };
  if (!desk.isOpen()) return given ? <em>{t('editor.reasonGiven', { reason: given })}</em> : null;
  if (!open)
    return (
      <>
        {given && <em>{t('editor.reasonGiven', { reason: given })} </em>}
        <button type="button" className="lnk" onClick={() => setOpen(true)}>
          {given ? t('editor.editReason') : ask}
        </button>
      </>
    );
  return (
    <span className="reason">
      <Field label={t('editor.reasonLabel')}>
        {(control) => (
          <textarea
            {...control}
            className="inp"
            rows={2}
            defaultValue={words}
            onInput={(e) => setWords(e.currentTarget.value)}
          />
        )}
      </Field>
      <FailureNote failure={save.failure} />
      <span className="acts">
        <Btn small busy={save.busy} onClick={() => void give()}>
          {t('common.save')}
        </Btn>
        <Btn small kind="quiet" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Btn>
      </span>
    </span>
  );
};
