import { type RefObject, useEffect } from 'react';
import type { PinPlace } from '../../../core/report/pin.ts';

const QUOTE = 500;

/** The words marked with the mouse or keyboard, as they stand now: what was struck out is not quoted. */
const quoteOf = (range: Range): string => {
  const copy = range.cloneContents();
  for (const gone of copy.querySelectorAll('del, .vh, .pin')) gone.remove();
  return (copy.textContent ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, QUOTE);
};

/** Tells which words of which section are marked. A click that marks nothing leaves the last choice standing. */
export const useMarkedWords = (
  box: RefObject<HTMLElement | null>,
  onMark: ((place: PinPlace) => void) | undefined,
): void => {
  useEffect(() => {
    if (!onMark) return;
    const look = (): void => {
      const selection = getSelection();
      if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      const start = range.commonAncestorContainer;
      const element = start instanceof Element ? start : start.parentElement;
      const words = element?.closest<HTMLElement>('[data-words]');
      if (!words || !box.current?.contains(words)) return;
      const quote = quoteOf(range);
      if (quote) onMark({ kind: 'words', section: words.dataset.words ?? '', quote });
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [onMark, box]);
};
