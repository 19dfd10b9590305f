import { useId } from 'react';
import { Icon } from '../../kit/Icon.tsx';

export const FindField = ({
  label,
  hint,
  value,
  onText,
}: {
  label: string;
  hint: string;
  value: string;
  onText: (text: string) => void;
}) => {
  const id = useId();
  return (
    <div className="inp-i find-field">
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <Icon name="search" />
      <input
        id={id}
        className="inp"
        type="search"
        autoComplete="off"
        placeholder={hint}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </div>
  );
};
