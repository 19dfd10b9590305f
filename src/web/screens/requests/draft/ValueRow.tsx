import { type ReactNode, useEffect, useRef, useState } from 'react';
import { IconBtn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { t } from '../../../texts/text.ts';
import { NumberLink } from '../letter/NumberLink.tsx';
import { anchorOf, type Ends } from '../letter/useEnds.ts';

export type Close = () => void;

/** One value of the draft: its label, its words, the number of the letter's words, and the pencil. */
export const ValueRow = ({
  label,
  edits,
  n,
  ends,
  missing,
  more,
  note,
  editor,
  children,
}: {
  label: ReactNode;
  /** What the pencil corrects, for readers: the label when it is plain words. */
  edits?: string;
  n?: number | undefined;
  ends: Ends;
  missing?: boolean;
  /** Belongs to the row above: no line between. */
  more?: boolean;
  note?: ReactNode;
  /** Fields in place of the words; close() goes back to the words. */
  editor?: ((close: Close) => ReactNode) | undefined;
  children: ReactNode;
}) => {
  const [open, setOpen] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    if (open) row.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    else if (opened.current) row.current?.querySelector<HTMLElement>('.icon-btn')?.focus();
    opened.current = open;
  }, [open]);
  const name = edits ?? (typeof label === 'string' ? label : '');
  const classes = ['fr', missing && 'gone', more && 'more', n !== undefined && ends.hot === n && 'hot'];
  return (
    <div
      ref={row}
      className={classes.filter(Boolean).join(' ')}
      id={n === undefined ? undefined : anchorOf('draft', n)}
      data-n={n}
      tabIndex={-1}
    >
      <dt>{label}</dt>
      <dd>
        {open && editor ? editor(() => setOpen(false)) : children}
        {note && !open && (
          <p>
            <Icon name={missing ? 'square-dashed' : 'info'} />
            <span>{note}</span>
          </p>
        )}
      </dd>
      <dd className="lk">
        {n !== undefined && <NumberLink n={n} to="letter" ends={ends} />}
        {editor && !open && (
          <IconBtn icon="pencil" label={t('requests.edit', { what: name })} onClick={() => setOpen(true)} />
        )}
      </dd>
    </div>
  );
};
