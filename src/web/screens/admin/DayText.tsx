import type { ReactNode } from 'react';
import { TextField } from '../../kit/Field.tsx';
import { t } from '../../texts/text.ts';
import { typedDay } from './words.ts';

/** A day that may be left out: nothing typed and something unreadable are told apart when it is sent. */
export const DayText = ({
  label,
  text,
  onText,
  hint,
  tried,
  required,
}: {
  label: ReactNode;
  text: string;
  onText: (text: string) => void;
  hint?: ReactNode;
  /** Somebody wanted to send it: now what is wrong is said. */
  tried: boolean;
  required?: boolean;
}) => {
  const day = typedDay(text);
  const error =
    day === undefined ? t('time.dayUnread') : day === null && required ? t('admin.missing') : undefined;
  return (
    <TextField
      label={label}
      value={text}
      onText={onText}
      inputMode="numeric"
      figures
      required={required ?? false}
      hint={hint ?? t('time.dayForm')}
      error={tried ? error : undefined}
    />
  );
};
