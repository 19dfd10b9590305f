import type { ReactNode } from 'react';
import { Btn } from '../../../kit/Btn.tsx';
import type { PlainKey } from '../../../texts/dictionary.ts';
import { t } from '../../../texts/text.ts';

/** Fields in place of a value. Enter takes them over, Esc leaves the value as it was; what may go has a way out. */
export const EditForm = ({
  onDone,
  onCancel,
  onRemove,
  removeWords = 'requests.remove',
  children,
}: {
  onDone: () => void;
  onCancel: () => void;
  onRemove?: (() => void) | undefined;
  removeWords?: PlainKey;
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
      {onRemove && (
        <Btn small kind="quiet" icon="trash-2" onClick={onRemove}>
          {t(removeWords)}
        </Btn>
      )}
    </div>
  </form>
);
