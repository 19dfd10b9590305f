import { type ComponentType, createElement, useEffect, useState } from 'react';

/**
 * A part of a screen that most visits never show: fetched when it is first drawn, so that the screen itself is there
 * sooner. What does not come (no network, no worker yet) leaves its place empty and is asked for again next time.
 */
export const later = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> => {
  let here: ComponentType<P> | undefined;
  return (props: P) => {
    const [, draw] = useState(false);
    useEffect(() => {
      if (here) return;
      let gone = false;
      void load().then(
        (part) => {
          here = part;
          if (!gone) draw(true);
        },
        () => undefined,
      );
      return () => {
        gone = true;
      };
    }, []);
    return here ? createElement(here, props) : null;
  };
};
