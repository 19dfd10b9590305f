import { type FormEvent, useState } from 'react';
import type { ContributionAnswer } from '../../../core/consolidation/answers.ts';
import { parseAmount } from '../../../core/kernel/amount.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Field, TextField } from '../../kit/Field.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';
import { cellWords } from './cell-words.ts';

export type UnitPart = ContributionAnswer['units'][number];
type What = 'correct' | 'form' | 'unit';
type Wire = { readonly what: What; readonly reason: string; readonly amount: string };

const MIN_REASON = 5;

/** Leaves a unit out or puts another value into the total, never without a reason (G2). */
export const ChangeDialog = ({
  campaignId,
  unit,
  ratio,
  mayWhole,
  onClose,
}: {
  campaignId: string;
  unit: UnitPart;
  ratio: boolean;
  /** Only the receiving office leaves a whole unit out. */
  mayWhole: boolean;
  onClose: () => void;
}) => {
  // A computed figure follows its parts and is not corrected itself.
  const { computed } = unit;
  const [what, setWhat] = useState<What>(computed ? 'form' : 'correct');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const change = useAction((wire: Wire, key) => {
    const at = `/api/campaigns/${campaignId}/total-changes`;
    const { unitId } = unit;
    return wire.what === 'correct'
      ? api.post(
          `${at}/correct`,
          { unitId, ...unit.at, seen: unit.cell, amount: wire.amount, reason: wire.reason },
          { key },
        )
      : api.post(
          `${at}/leave-out`,
          { unitId, form: wire.what === 'form' ? unit.at.form : null, reason: wire.reason },
          { key },
        );
  });
  const value = parseAmount(amount);
  const short = reason.trim().length < MIN_REASON;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (short || (what === 'correct' && value === undefined)) return;
    const answer = await change.run({ what, amount: value ?? '', reason: reason.trim() });
    if (!answer.ok) return;
    reloadAll('/api/campaigns/');
    onClose();
  };
  const choices: readonly (readonly [What, string])[] = [
    ...(computed ? [] : [['correct', t('consolidation.changeCorrect')] as const]),
    ['form', t('consolidation.changeOutForm')],
    ...(mayWhole ? [['unit', t('consolidation.changeOutUnit')] as const] : []),
  ];
  return (
    <Dialog open title={t('consolidation.changeOf', { unit: unit.name })} onClose={onClose}>
      <form className="stack-wide" onSubmit={(event) => void send(event)} noValidate>
        <p className="sec">{t('consolidation.changeNote')}</p>
        <fieldset className="radios">
          <legend>{t('consolidation.changeWhat')}</legend>
          {choices.map(([code, words]) => (
            <label key={code} className="chk">
              <input type="radio" name="what" checked={what === code} onChange={() => setWhat(code)} />
              {words}
            </label>
          ))}
          {computed && <p className="s13 sec">{t('consolidation.computedNote')}</p>}
        </fieldset>
        {what === 'correct' && (
          <TextField
            label={t('consolidation.newValue')}
            hint={t('consolidation.reportedValue', { value: cellWords(unit.cell, ratio) })}
            value={amount}
            onText={setAmount}
            figures
            required
            inputMode="decimal"
            autoComplete="off"
            data-first
            error={tried && value === undefined ? t('consolidation.valueMissing') : undefined}
          />
        )}
        <Field
          label={t('consolidation.reason')}
          required
          error={tried && short ? t('consolidation.reasonMissing') : undefined}
        >
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
        <FailureNote failure={change.failure} />
        <div className="acts">
          <Btn kind="main" type="submit" busy={change.busy}>
            {t('consolidation.save')}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </div>
      </form>
    </Dialog>
  );
};
