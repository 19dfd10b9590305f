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
    const context = document.querySelector<HTMLElement>('.ed-ctx');
    const measure = (): void => {
      frame.classList.toggle('wide', grid.scrollWidth > frame.clientWidth + 1);
      const sizes = {
        ctx: context?.offsetHeight ?? 0,
        heads: grid.tHead?.offsetHeight ?? 0,
        head1: first.offsetHeight,
        names: first.cells[0]?.offsetWidth ?? 0,
      };
      for (const [name, size] of Object.entries(sizes)) frame.style.setProperty(`--${name}`, `${size}px`);
    };
    /** A frame that is half out of sight hides its heads with it. */
    const whole = (): void => {
      if (frame.classList.contains('wide')) frame.scrollIntoView({ block: 'nearest' });
    };
    const watch = new ResizeObserver(measure);
    for (const part of [frame, grid, first, ...(context ? [context] : [])]) watch.observe(part);
    frame.addEventListener('focusin', whole);
    measure();
    return () => {
      watch.disconnect();
      frame.removeEventListener('focusin', whole);
    };
  }, [table]);
};
