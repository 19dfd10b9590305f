import { useEffect, useState } from 'react';
import type { Instant } from '../../core/kernel/instant.ts';

/**
 * Deadlines follow the server's business clock, never the browser's, which may be wrong or in another zone.
 * Each answer carries the server's time; between answers only the monotonic counter of the page is added.
 */
export type ServerClock = {
  /** Takes the time of an answer that was asked for at one reading of the counter and came at another. */
  take(serverMs: number, askedAt: number, cameAt: number): void;
  now(counter: number): Instant | undefined;
};

export const createServerClock = (): ServerClock => {
  let base: { serverMs: number; counter: number; trip: number } | undefined;
  return {
    take(serverMs, askedAt, cameAt) {
      const trip = cameAt - askedAt;
      const guess = serverMs + trip / 2;
      const known = base ? base.serverMs + (cameAt - base.counter) : undefined;
      // A slower answer that only repeats what is known would make the seconds stutter. A jump is always taken:
      // in a demonstration the administrator moves the clock.
      if (base && known !== undefined && Math.abs(known - guess) < 1000 && trip >= base.trip) return;
      base = { serverMs: guess, counter: cameAt, trip };
    },
    now: (counter) => (base ? Math.floor(base.serverMs + (counter - base.counter)) : undefined),
  };
};

export const serverClock = createServerClock();
export const serverNow = (): Instant | undefined => serverClock.now(performance.now());

const ticking = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

const schedule = (): void => {
  const now = serverNow() ?? 0;
  timer = setTimeout(
    () => {
      for (const tick of [...ticking]) tick();
      if (ticking.size > 0) schedule();
    },
    1000 - (now % 1000) + 5,
  );
};

/** The server's time now, to the second (or to a coarser step); undefined until the first answer. */
export const useServerNow = (step = 1000): Instant | undefined => {
  const read = (): Instant | undefined => {
    const now = serverNow();
    return now === undefined ? undefined : Math.floor(now / step) * step;
  };
  const [now, setNow] = useState(read);
  useEffect(() => {
    const tick = (): void => setNow(read());
    ticking.add(tick);
    if (ticking.size === 1) schedule();
    tick();
    return () => {
      ticking.delete(tick);
      if (ticking.size === 0) clearTimeout(timer);
    };
  }, [step]);
  return now;
};
