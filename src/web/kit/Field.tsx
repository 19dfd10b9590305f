import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import { t } from '../texts/text.ts';
import { Icon } from './Icon.tsx';

export type FieldControl = {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
  'aria-required': true | undefined;
};

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence; the field is then marked and the sentence read with it. */
  error?: ReactNode;
  required?: boolean;
  children: (control: FieldControl) => ReactNode;
};

/** Label, control, hint and error bound together for every reader. The label is never a placeholder. */
export const Field = ({ label, hint, error, required, children }: FieldProps) => {
  const id = useId();
  const told = [hint ? `${id}h` : '', error ? `${id}e` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {required && <span className="t-err">{t('common.required')}</span>}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': told || undefined,
        'aria-required': required || undefined,
      })}
      {hint && (
        <p className="mut s12" id={`${id}h`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="er" id={`${id}e`}>
          <Icon name="circle-x" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
};

type About = Omit<FieldProps, 'children'>;
type Own<E> = Omit<E, 'id' | 'className' | 'onChange' | 'required'>;

export const TextField = ({
  label,
  hint,
  error,
  required,
  onText,
  figures,
  ...input
}: About &
  Own<InputHTMLAttributes<HTMLInputElement>> & { onText: (text: string) => void; figures?: boolean }) => (
  <Field label={label} hint={hint} error={error} required={required ?? false}>
    {(control) => (
      <input
        {...input}
        {...control}
        className={figures ? 'inp num' : 'inp'}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    )}
  </Field>
);

export const SelectField = ({
  label,
  hint,
  error,
  required,
  onText,
  children,
  ...select
}: About &
  Own<SelectHTMLAttributes<HTMLSelectElement>> & {
    onText: (value: string) => void;
    children: ReactNode;
  }) => (
  <Field label={label} hint={hint} error={error} required={required ?? false}>
    {(control) => (
      <select
        {...select}
        {...control}
        className="sel"
        onChange={(event) => onText(event.currentTarget.value)}
      >
        {children}
      </select>
    )}
  </Field>
);

export const CheckField = ({
  label,
  checked,
  onCheck,
}: {
  label: ReactNode;
  checked: boolean;
  onCheck: (checked: boolean) => void;
}) => (
  <label className="chk">
    <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.currentTarget.checked)} />
    {label}
  </label>
);
