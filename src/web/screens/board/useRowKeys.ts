import { useEffect, useRef } from 'react';

/** Where letters are typed no letter is a command; neither while a Vietnamese word is being composed. */
const isTyping = (event: KeyboardEvent): boolean => {
  if (event.isComposing || event.defaultPrevented) return true;
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
      (target instanceof HTMLInputElement && !/^(checkbox|radio)$/.test(target.type)))
  );
};

type RowKeys = {
  /** −1 up, 1 down. */
  move: (step: 1 | -1) => void;
  open: () => void;
  find?: () => void;
  other?: (key: string) => boolean;
};

/** J K and arrows move, Enter opens, / and Ctrl K find. Links and buttons keep their own Enter. */
export const useRowKeys = (keys: RowKeys): void => {
  const last = useRef(keys);
  last.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { move, open, find, other } = last.current;
      const key = event.key.toLowerCase();
      if (find && ((key === 'k' && (event.ctrlKey || event.metaKey)) || (key === '/' && !isTyping(event)))) {
        event.preventDefault();
        find();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      const inSearch = event.target instanceof HTMLInputElement && event.target.type === 'search';
      if (inSearch && key === 'arrowdown') {
        event.preventDefault();
        move(1);
        return;
      }
      if (isTyping(event)) return;
      const onControl =
        event.target instanceof HTMLElement && event.target.closest('a, button, input, summary') !== null;
      const onRow = event.target instanceof HTMLElement && event.target.closest('tbody') !== null;
      if (key === 'j' || (key === 'arrowdown' && (onRow || !onControl))) {
        event.preventDefault();
        move(1);
      } else if (key === 'k' || (key === 'arrowup' && (onRow || !onControl))) {
        event.preventDefault();
        move(-1);
      } else if (key === 'enter' && !onControl) open();
      else if (other?.(key)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};
