import { type ReactNode, useEffect, useRef, useState } from 'react';

/**
 * A native table in a box that scrolls sideways; the box can be reached by keyboard only while it does scroll.
 * Inside: <th scope="row">, <td className="r"> for figures, <tr className="on"> for the row in hand.
 */
export const Table = ({
  caption,
  showCaption,
  className,
  children,
}: {
  caption: string;
  showCaption?: boolean;
  className?: string;
  children: ReactNode;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth + 1));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return (
    <div
      ref={box}
      className="scroll"
      {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': caption } : {})}
    >
      <table className={className ? `tbl ${className}` : 'tbl'}>
        <caption className={showCaption ? undefined : 'vh'}>{caption}</caption>
        {children}
      </table>
    </div>
  );
};

/** Grey lines in the final layout: heads stand at once, nothing shifts when the rows come. */
export const LoadingRows = ({ columns, rows = 6 }: { columns: number; rows?: number }) => (
  <tbody aria-busy="true">
    {Array.from({ length: rows }, (_, r) => (
      <tr key={r}>
        {Array.from({ length: columns }, (_, c) => (
          <td key={c}>
            <span className={c % 3 === 0 ? 'sk w70' : 'sk w50'} />
          </td>
        ))}
      </tr>
    ))}
  </tbody>
);
