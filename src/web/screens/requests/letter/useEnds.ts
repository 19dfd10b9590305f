import { type FocusEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';

export type End = 'letter' | 'draft';
export const anchorOf = (end: End, n: number): string => `${end === 'letter' ? 'w' : 'f'}${n}`;

export type Ends = {
  /** The number in hand: marked on both sides. */
  readonly hot: number | undefined;
  follow(to: End, n: number, from: HTMLElement): void;
  /** For the box around both sides: pointing at one end, or focusing it, marks the other. */
  readonly touch: {
    onMouseMove(event: MouseEvent): void;
    onMouseLeave(): void;
    onFocusCapture(event: FocusEvent): void;
  };
};

const numberAt = (target: EventTarget | null): number | undefined => {
  const own = target instanceof Element ? target.closest('[data-n]') : null;
  const n = Number(own?.getAttribute('data-n'));
  return own && n > 0 ? n : undefined;
};

/** The sheet scrolls on its own: pointing at a value brings its words into sight, the page itself stays. */
const showWords = (n: number): void => {
  const words = document.getElementById(anchorOf('letter', n));
  const paper = words?.closest<HTMLElement>('.paper');
  if (!words || !paper || paper.scrollHeight <= paper.clientHeight) return;
  const [own, box] = [words.getBoundingClientRect(), paper.getBoundingClientRect()];
  if (own.top < box.top) paper.scrollTop -= box.top - own.top + 24;
  else if (own.bottom > box.bottom) paper.scrollTop += own.bottom - box.bottom + 24;
};

/**
 * A value and its words are one: pointing at either, or focusing it, marks both. Its number leads to the other end,
 * which takes focus; Esc goes back to where one came from.
 */
export const useEnds = (): Ends => {
  const [pinned, setPinned] = useState<number | undefined>(undefined);
  const [touched, setTouched] = useState<number | undefined>(undefined);
  const origin = useRef<HTMLElement | undefined>(undefined);
  const follow = useCallback((to: End, n: number, from: HTMLElement): void => {
    const target = document.getElementById(anchorOf(to, n));
    if (!target) return;
    origin.current = from;
    setTouched(undefined);
    setPinned(n);
    target.scrollIntoView({ block: 'center' });
    const link = target.querySelector<HTMLElement>('a.mn');
    (link ?? target).focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (pinned === undefined) return;
    const back = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      setPinned(undefined);
      setTouched(undefined);
      origin.current?.scrollIntoView({ block: 'center' });
      origin.current?.focus({ preventScroll: true });
      origin.current = undefined;
    };
    addEventListener('keydown', back);
    return () => removeEventListener('keydown', back);
  }, [pinned]);
  const touch = useMemo<Ends['touch']>(() => {
    const mark = (target: EventTarget | null): void => {
      const n = numberAt(target);
      setTouched(n);
      if (n !== undefined && target instanceof Element && !target.closest('.paper')) showWords(n);
    };
    return {
      // What scrolls under a resting pointer was not pointed at.
      onMouseMove: (event) => {
        if (event.movementX !== 0 || event.movementY !== 0) mark(event.target);
      },
      onMouseLeave: () => setTouched(undefined),
      onFocusCapture: (event) => mark(event.target),
    };
  }, []);
  const hot = touched ?? pinned;
  return useMemo(() => ({ hot, follow, touch }), [hot, follow, touch]);
};
