import type { Services } from '../http/context.ts';
import { deliverDue } from './deliver.ts';
import { digestDue } from './digestDue.ts';
import { remindDue } from './remindDue.ts';

const REMIND_EVERY_MS = 30_000;
const DELIVER_EVERY_MS = 2_000;

/** Runs `work` again and again, never twice at once; `stop` waits for the one under way. */
const repeat = (every: number, work: () => Promise<unknown>, failed: (error: unknown) => void) => {
  let running = Promise.resolve();
  let busy = false;
  const once = (): void => {
    if (busy) return;
    busy = true;
    running = work()
      .then(() => undefined, failed)
      .finally(() => {
        busy = false;
      });
  };
  once();
  const timer = setInterval(once, every);
  timer.unref();
  return async (): Promise<void> => {
    clearInterval(timer);
    await running;
  };
};

/** Reminders by the business clock and letters by real time, in every process: the database shares them out. */
export const startReminders = (
  services: Services,
  failed: (error: unknown, what: string) => void,
): (() => Promise<void>) => {
  let stopped = false;
  const stops = [
    repeat(
      REMIND_EVERY_MS,
      () => remindDue(services).then(() => digestDue(services)),
      (error) => failed(error, 'reminders'),
    ),
    repeat(
      DELIVER_EVERY_MS,
      () => deliverDue(services, () => stopped),
      (error) => failed(error, 'letters'),
    ),
  ];
  return async () => {
    stopped = true;
    await Promise.all(stops.map((stop) => stop()));
  };
};
