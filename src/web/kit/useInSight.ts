import { type RefObject, useEffect, useRef } from 'react';

/** On a phone a row of parts scrolls: the part in hand is in sight. */
export const useInSight = (here: string): RefObject<HTMLElement | null> => {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const link = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current && link)
      row.current.scrollLeft = link.offsetLeft - (row.current.clientWidth - link.offsetWidth) / 2;
  }, [here]);
  return row;
};
