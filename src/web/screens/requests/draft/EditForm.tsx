import type { ReactNode } from 'react';
import { Btn } from '../../../kit/Btn.tsx';
import { t } from '../../../texts/text.ts';

/** Fields in place of a value. Enter takes them over, Esc leaves the value as it was. */
export const EditForm = ({
  onDone,
  onCancel,
  extra,
  children,
}: {
  onDone: () => void;
  onCancel: () => void;
  extra?: ReactNode;
  children: ReactNode;
}) => (
  <form
    className="edit"
    onSubmit={(event) => {
      event.preventDefault();
      onDone();
    }}
    onKeyDown={(event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onCancel();
    }}
  >
    {children}
    <div className="acts">
      <Btn small kind="main" type="submit">
        {t('requests.done')}
      </Btn>
      <Btn small onClick={onCancel}>
        {t('requests.leave')}
      </Btn>
      {extra}
    </div>
  </form>
);
