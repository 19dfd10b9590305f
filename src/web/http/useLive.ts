import { useEffect, useRef } from 'react';
import type { ChangedMessage } from '../../core/report/live.ts';
import { onChanged } from './live.ts';

/** A view is read anew at most so often, however much happens. */
const REST_MS = 2_000;

const PLACE = /^\/api\/(?:campaigns|reports)\/([0-9a-f-]{36})(?:\/([0-9a-f-]{36}))?/;

/** Whether what happened can have changed the view at this address. */
const touches = (path: string, message: ChangedMessage | 'whole'): boolean => {
  if (message === 'whole' || message.other) return true;
  const [, campaignId, unitId] = PLACE.exec(path) ?? [];
  if (campaignId === undefined) return true;
  return message.campaigns.some(
    (c) =>
      c.id === campaignId && (unitId === undefined || c.unitIds.length === 0 || c.unitIds.includes(unitId)),
  );
};

/** Calls `refresh` when something happened that concerns the address: at once, then with rests. */
export const useLive = (path: string | null, refresh: () => void): void => {
  const latest = useRef(refresh);
  latest.current = refresh;
  useEffect(() => {
    if (path === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let restUntil = 0;
    const leave = onChanged((message) => {
      if (timer !== undefined || !touches(path, message)) return;
      timer = setTimeout(
        () => {
          timer = undefined;
          restUntil = performance.now() + REST_MS;
          latest.current();
        },
        Math.max(0, restUntil - performance.now()),
      );
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [path]);
};
