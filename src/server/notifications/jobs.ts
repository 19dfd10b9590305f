import type { Services } from '../http/context.ts';
import { deliverDue } from './deliver.ts';

const EVERY_MS = 2_000;

/**
 * Hands letters over, in every process at once: the rows of the letters share them out. Never twice at once in one
 * process; stopping waits for the letter under way.
 */
export const startDelivery = (
  services: Services,
  failed: (error: unknown, what: string) => void,
): (() => Promise<void>) => {
  let stopped = false;
  let running = Promise.resolve();
  let busy = false;
  const once = (): void => {
    if (busy) return;
    busy = true;
    running = deliverDue(services, () => stopped)
      .then(
        () => undefined,
        (error: unknown) => failed(error, 'letters'),
      )
      .finally(() => {
        busy = false;
      });
  };
  once();
  const timer = setInterval(once, EVERY_MS);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
};
