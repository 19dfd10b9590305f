import { type ReactNode, useEffect, useId, useRef } from 'react';

/**
 * The browser's own modal: it keeps focus inside, closes on Esc and gives focus back. A click beside it does
 * nothing, so that a slip of the mouse loses no text. Never one over another.
 */
export const Dialog = ({
  open,
  title,
  onClose,
  children,
  actions,
  wide,
}: {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  children?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
}) => {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog) return;
    if (!dialog.open) dialog.showModal();
    // The browser takes the first control; a form may name a better one.
    dialog.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => dialog.close();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={ref}
      className={wide ? 'dlg dlg-w' : 'dlg'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      {actions && <div className="acts">{actions}</div>}
    </dialog>
  );
};
