import type { ReactNode } from 'react';
import type { Failure } from '../../http/failure.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';

/** Says what follows before it is done. */
export const Confirm = ({
  title,
  action,
  busy,
  failure,
  onDo,
  onClose,
  children,
}: {
  title: string;
  action: string;
  busy: boolean;
  failure: Failure | undefined;
  onDo: () => void;
  onClose: () => void;
  children: ReactNode;
}) => (
  <Dialog
    open
    title={title}
    onClose={onClose}
    actions={
      <>
        <Btn kind="danger" busy={busy} onClick={onDo}>
          {action}
        </Btn>
        <Btn onClick={onClose}>{t('common.cancel')}</Btn>
      </>
    }
  >
    {children}
    <FailureNote failure={failure} />
  </Dialog>
);
