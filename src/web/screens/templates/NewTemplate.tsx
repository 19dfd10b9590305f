import { useState } from 'react';
import { useLocation } from 'wouter';
import type { DraftAnswer } from '../../../core/template/answers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { TextField } from '../../kit/Field.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';

/** A template of its own, as a copy of a published one. */
export const NewTemplate = ({
  from,
  onClose,
}: {
  from: { readonly id: string; readonly version: number };
  onClose: () => void;
}) => {
  const [title, setTitle] = useState('');
  const [, navigate] = useLocation();
  const make = useAction((name: string, key) =>
    api.post<DraftAnswer>('/api/templates', { from, title: name }, { key }),
  );
  const go = async (): Promise<void> => {
    const name = title.trim();
    if (!name) return;
    const answer = await make.run(name);
    if (!answer.ok) return;
    reloadAll('/api/templates');
    navigate(`/mau-bao-cao/${encodeURIComponent(answer.data.template.id)}`);
  };
  return (
    <Dialog
      open
      title={t('templates.copy')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
          <Btn kind="main" busy={make.busy} onClick={() => void go()}>
            {t('templates.copyMake')}
          </Btn>
        </>
      }
    >
      <TextField label={t('templates.copyTitle')} value={title} onText={setTitle} required />
      <FailureNote failure={make.failure} />
    </Dialog>
  );
};
