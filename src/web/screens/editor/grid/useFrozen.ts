import { type RefObject, useLayoutEffect } from 'react';

/**
 * Headings and row names stay in sight. A table that fits its column sticks to the page; one that is wider scrolls in
 * a frame of its own, which then holds both. Only the browser knows which, and how high the heads are.
 */
export const useFrozen = (table: RefObject<HTMLTableElement | null>): void => {
  useLayoutEffect(() => {
    const grid = table.current;
    const frame = grid?.parentElement;
    const [first] = grid?.tHead?.rows ?? [];
    if (!grid || !frame || !first || !('ResizeObserver' in globalThis)) return;
    const measure = (): void => {
      const heads = grid.tHead?.getBoundingClientRect().height ?? 0;
      frame.classList.toggle('wide', grid.scrollWidth > frame.clientWidth + 1);
      grid.style.setProperty('--heads', `${heads}px`);
      grid.style.setProperty('--head1', `${first.getBoundingClientRect().height}px`);
      grid.style.setProperty('--names', `${first.cells[0]?.getBoundingClientRect().width ?? 0}px`);
    };
    const watch = new ResizeObserver(measure);
    for (const part of [frame, grid, first]) watch.observe(part);
    measure();
    return () => watch.disconnect();
  }, [table]);
};
