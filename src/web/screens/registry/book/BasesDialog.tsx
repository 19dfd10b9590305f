import { useState } from 'react';
import type { OutgoingLine } from '../../../../core/registry/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { Field } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';

/** What a drafted decision rests on, one basis a line, worded by its drafter before it is signed. */
export const BasesDialog = ({
  one,
  onClose,
  onDone,
}: {
  one: OutgoingLine;
  onClose: () => void;
  onDone: () => void;
}) => {
  const [typed, setTyped] = useState((one.bases ?? []).join('\n'));
  const bases = typed.split('\n').filter((line) => line.trim() !== '');
  const set = useAction((wanted: readonly string[], key) =>
    api.post(`/api/documents/${one.id}/bases`, { version: one.version, bases: wanted }, { key }),
  );
  const send = async (): Promise<void> => {
    if ((await set.run(bases)).ok) onDone();
  };
  return (
    <Dialog
      open
      wide
      title={t('registry.basesTitle')}
      onClose={onClose}
      actions={
        <>
          <Btn
            kind="main"
            busy={set.busy}
            reason={bases.length === 0 ? t('registry.basesMissing') : undefined}
            onClick={() => void send()}
          >
            {t('registry.basesSave')}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </>
      }
    >
      <Field label={t('registry.bases')} hint={t('registry.basesHint')}>
        {(control) => (
          <textarea
            {...control}
            className="inp"
            rows={8}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <FailureNote failure={set.failure} />
    </Dialog>
  );
};
