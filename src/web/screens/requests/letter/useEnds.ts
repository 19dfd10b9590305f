import { useCallback, useEffect, useRef, useState } from 'react';

export type End = 'letter' | 'draft';
export const anchorOf = (end: End, n: number): string => `${end === 'letter' ? 'w' : 'f'}${n}`;

export type Ends = {
  /** The number in hand: marked on both sides. */
  readonly hot: number | undefined;
  follow(to: End, n: number, from: HTMLElement): void;
};

/** A number leads to its other end, which takes focus and is marked; Esc goes back to where one came from. */
export const useEnds = (): Ends => {
  const [hot, setHot] = useState<number | undefined>(undefined);
  const origin = useRef<HTMLElement | undefined>(undefined);
  const follow = useCallback((to: End, n: number, from: HTMLElement): void => {
    const target = document.getElementById(anchorOf(to, n));
    if (!target) return;
    origin.current = from;
    setHot(n);
    target.scrollIntoView({ block: 'center' });
    const link = target.querySelector<HTMLElement>('a.mn');
    (link ?? target).focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (hot === undefined) return;
    const back = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      setHot(undefined);
      origin.current?.scrollIntoView({ block: 'center' });
      origin.current?.focus({ preventScroll: true });
      origin.current = undefined;
    };
    addEventListener('keydown', back);
    return () => removeEventListener('keydown', back);
  }, [hot]);
  return { hot, follow };
};
