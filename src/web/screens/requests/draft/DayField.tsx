import type { ReactNode } from 'react';
import { TextField } from '../../../kit/Field.tsx';
import { t } from '../../../texts/text.ts';

/** A day typed as offices write it; the browser's own picker shows the machine's order of day and month. */
export const DayField = ({
  label,
  value,
  error,
  hint,
  required,
  onText,
}: {
  label: string;
  value: string;
  error?: string | undefined;
  hint?: ReactNode;
  required?: boolean;
  onText: (text: string) => void;
}) => (
  <TextField
    label={label}
    hint={hint ?? t('time.dayForm')}
    error={error}
    required={required ?? false}
    figures
    inputMode="numeric"
    autoComplete="off"
    maxLength={10}
    value={value}
    onText={onText}
  />
);
