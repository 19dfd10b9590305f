import type { SessionAnswer } from '../../core/access/answers.ts';
import { serverClock } from './server-clock.ts';

type Brought = { readonly at: number; readonly '/api/session': SessionAnswer } & Readonly<
  Record<string, unknown>
>;

/** The answers that a page of the server brought with itself; a page out of the worker's store brings none. */
export const takeBrought = (): Brought | undefined => {
  const place = document.getElementById('brought');
  if (!place) return undefined;
  place.remove();
  const brought = JSON.parse(place.textContent ?? '') as Brought;
  // How long ago the page was answered is as long as it took to come.
  const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  serverClock.take(brought.at, way?.requestStart ?? 0, way?.responseStart ?? 0);
  return brought;
};

/**
 * The words that came with the page stand until the program draws them itself; it is laid out beside them unseen, so
 * that nothing flickers in between.
 */
export const standUntilDrawn = (root: HTMLElement): void => {
  const first = document.getElementById('first');
  if (!first) return;
  const watch = new MutationObserver(() => {
    if (!root.querySelector('#main') || root.querySelector('#main [aria-busy]')) return;
    watch.disconnect();
    first.remove();
  });
  watch.observe(root, { subtree: true, childList: true, attributes: true });
};
