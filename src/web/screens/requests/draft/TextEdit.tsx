import { useState } from 'react';
import { Field, TextField } from '../../../kit/Field.tsx';
import { EditForm } from './EditForm.tsx';

/** One text, corrected in place. What is emptied becomes "not known", never an empty string. */
export const TextEdit = ({
  label,
  value,
  lines,
  hint,
  max,
  onChange,
  close,
}: {
  label: string;
  value: string | null;
  lines?: number;
  hint?: string;
  max: number;
  onChange: (value: string | null) => void;
  close: () => void;
}) => {
  const [text, setText] = useState(value ?? '');
  const done = () => {
    const clean = text.normalize('NFC').trim();
    onChange(clean === '' ? null : clean);
    close();
  };
  return (
    <EditForm onDone={done} onCancel={close}>
      {lines ? (
        <Field label={label} hint={hint}>
          {(control) => (
            <textarea
              {...control}
              className="inp"
              rows={lines}
              maxLength={max}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
      ) : (
        <TextField label={label} hint={hint} maxLength={max} value={text} onText={setText} />
      )}
    </EditForm>
  );
};
