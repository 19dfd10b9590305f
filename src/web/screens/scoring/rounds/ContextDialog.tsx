import { useState } from 'react';
import { formatAmount, parseAmount } from '../../../../core/kernel/amount.ts';
import type { RoundAnswer } from '../../../../core/scoring/roundAnswers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { TextField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';

type Act = { answer: RoundAnswer; onClose: () => void; onDone: (answer: RoundAnswer) => void };

/** Numbers of the whole round that rules compare with: the best of the province, the average. Empty: not known yet. */
export const ContextDialog = ({ answer, onClose, onDone }: Act) => {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(answer.context.map((c) => [c.name, c.value === null ? '' : formatAmount(c.value)])),
  );
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const keep = useAction((values: Readonly<Record<string, string>>, key) =>
    api.post<RoundAnswer>(`/api/rounds/${answer.round.id}/context`, { values }, { key }),
  );
  const confirm = async (): Promise<void> => {
    const read = answer.context.flatMap(({ name }) => {
      const text = (typed[name] ?? '').trim();
      return text === '' ? [] : [{ name, value: parseAmount(text.replace(/\s*%$/, '')) }];
    });
    const unread = read.filter((r) => r.value === undefined).map((r) => r.name);
    setWrong(new Set(unread));
    if (unread.length > 0) return;
    const done = await keep.run(Object.fromEntries(read.map((r) => [r.name, r.value ?? ''])));
    if (done.ok) onDone(done.data);
  };
  return (
    <Dialog
      open
      title={t('scoring.contextTitle')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('scoring.leave')}</Btn>
          <Btn kind="main" busy={keep.busy} onClick={() => void confirm()}>
            {t('scoring.contextKeep')}
          </Btn>
        </>
      }
    >
      <p>{t('scoring.contextText')}</p>
      {answer.context.map(({ name }) => (
        <TextField
          key={name}
          label={name}
          figures
          value={typed[name] ?? ''}
          error={wrong.has(name) ? t('scoring.contextUnread') : undefined}
          onText={(text) => setTyped((was) => ({ ...was, [name]: text }))}
        />
      ))}
      <FailureNote failure={keep.failure} />
    </Dialog>
  );
};
