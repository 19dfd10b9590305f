import { useState } from 'react';
import type { Request } from '../../../../core/campaign/request.ts';
import { Field, TextField } from '../../../kit/Field.tsx';
import { t } from '../../../texts/text.ts';
import { EditForm } from './EditForm.tsx';
import { PeriodFields, readTypedPeriod, typedPeriod } from './PeriodFields.tsx';

type EditOf<T> = { value: T; onChange: (value: T) => void; close: () => void };

export const PeriodEdit = ({ value, onChange, close }: EditOf<Request['period']>) => {
  const [typed, setTyped] = useState(() => typedPeriod(value));
  const [error, setError] = useState<string | undefined>(undefined);
  const done = () => {
    const period = readTypedPeriod(typed);
    if (!period) return setError(t('requests.yearUnread'));
    onChange(period);
    close();
  };
  return (
    <EditForm onDone={done} onCancel={close}>
      <PeriodFields typed={typed} error={error} onTyped={setTyped} />
    </EditForm>
  );
};

export const SignerEdit = ({ value, onChange, close }: EditOf<Request['signer']>) => {
  const [signer, setSigner] = useState(
    value ?? { authority: 'TL.', onBehalfOf: 'CHỦ TỊCH', position: '', name: '' },
  );
  const [error, setError] = useState<{ position?: string; name?: string }>({});
  const set = (part: Partial<typeof signer>): void => setSigner((s) => ({ ...s, ...part }));
  const done = () => {
    const position = signer.position.normalize('NFC').trim();
    const name = signer.name.normalize('NFC').trim();
    if (position === '') return setError({ position: t('requests.positionMissing') });
    if (name === '') return setError({ name: t('requests.nameMissing') });
    onChange({ authority: signer.authority.trim(), onBehalfOf: signer.onBehalfOf.trim(), position, name });
    close();
  };
  return (
    <EditForm onDone={done} onCancel={close}>
      <TextField
        label={t('requests.signerName')}
        error={error.name}
        maxLength={200}
        value={signer.name}
        onText={(name) => set({ name })}
      />
      <TextField
        label={t('requests.signerPosition')}
        error={error.position}
        maxLength={200}
        value={signer.position}
        onText={(position) => set({ position })}
      />
      <div className="pair">
        <TextField
          label={t('requests.signerAuthority')}
          hint={t('requests.signerAuthorityHint')}
          maxLength={10}
          value={signer.authority}
          onText={(authority) => set({ authority })}
        />
        <TextField
          label={t('requests.signerFor')}
          maxLength={200}
          value={signer.onBehalfOf}
          onText={(onBehalfOf) => set({ onBehalfOf })}
        />
      </div>
    </EditForm>
  );
};

export const CopiesEdit = ({ value, onChange, close }: EditOf<Request['copies']>) => {
  const [text, setText] = useState(value.join('\n'));
  const done = () => {
    const lines = text.normalize('NFC').split('\n');
    onChange(
      lines
        .map((line) => line.trim().slice(0, 300))
        .filter(Boolean)
        .slice(0, 50),
    );
    close();
  };
  return (
    <EditForm onDone={done} onCancel={close}>
      <Field label={t('requests.copies')} hint={t('requests.copiesHint')}>
        {(control) => (
          <textarea
            {...control}
            className="inp"
            rows={5}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
    </EditForm>
  );
};
