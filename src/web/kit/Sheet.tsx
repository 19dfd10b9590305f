import { type ReactNode, useId } from 'react';

/** The title line of a page: h1, one sentence, actions at the end. */
export const Head = ({
  title,
  note,
  actions,
}: {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
}) => (
  <div className="head">
    <h1>{title}</h1>
    {note && <p>{note}</p>}
    {actions && <div className="end">{actions}</div>}
  </div>
);

export type SheetProps = {
  /** With a title the sheet is a named region with a header line. */
  title?: ReactNode;
  count?: number;
  /** Stands before the title: a state chip. */
  lead?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  /** Inner margins; leave out for tables and lists that reach the edges. */
  pad?: boolean;
  className?: string;
  children?: ReactNode;
};

export const Sheet = ({ title, count, lead, note, actions, pad, className, children }: SheetProps) => {
  const id = useId();
  return (
    <section className={`sheet${className ? ` ${className}` : ''}`} aria-labelledby={title ? id : undefined}>
      {title && (
        <header>
          {lead}
          <h2 id={id}>{title}</h2>
          {count !== undefined && <span className="count">{count}</span>}
          {note && <p className="sec s13">{note}</p>}
          {actions && <div className="end">{actions}</div>}
        </header>
      )}
      {pad ? <div className="pad">{children}</div> : children}
    </section>
  );
};
