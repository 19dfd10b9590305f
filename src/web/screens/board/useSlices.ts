import { type RefObject, useEffect, useRef, useState } from 'react';

const SLICE = 200;

/**
 * How many rows are drawn: a province's at once, thousands in slices as one scrolls. On paper all of them stand.
 * (`content-visibility` has no effect on rows of a table.)
 */
export const useSlices = (
  all: number,
  /** Starts again at the top when this changes: another filter, another order. */
  of: string,
): {
  shown: number;
  end: RefObject<HTMLDivElement | null>;
  reach: (row: number) => void;
  more: () => void;
} => {
  const [shown, setShown] = useState(SLICE);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => setShown(SLICE), [of]);
  useEffect(() => {
    const element = end.current;
    if (!element || shown >= all) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((e) => e.isIntersecting)) setShown((n) => n + SLICE);
      },
      { rootMargin: '800px' },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [shown, all]);
  useEffect(() => {
    const print = (): void => setShown(Number.MAX_SAFE_INTEGER);
    addEventListener('beforeprint', print);
    return () => removeEventListener('beforeprint', print);
  }, []);
  return {
    shown: Math.min(shown, all),
    end,
    reach: (row) => setShown((n) => (row < n ? n : Math.ceil((row + 1) / SLICE) * SLICE)),
    more: () => setShown((n) => n + SLICE),
  };
};
