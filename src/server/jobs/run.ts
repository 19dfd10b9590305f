import { hostname } from 'node:os';
import type { Services } from '../http/context.ts';
import { claim, enlist, fail, finish } from './store.ts';

export type Job = {
  readonly name: string;
  readonly everySeconds: number;
  /** Answers how many things it did. */
  readonly work: () => Promise<number>;
};

const LOOK_EVERY_MS = 2_000;

/**
 * Runs what is due, in every process: the row of a job lets one of them. A job that fails is tried again after a wait
 * that grows; its error and its tries stand in the row, for the administrator.
 */
export const startJobs = (
  { db }: Services,
  jobs: readonly Job[],
  failed: (error: unknown, what: string) => void,
): (() => Promise<void>) => {
  const holder = `${hostname()}:${process.pid}`;
  let stopped = false;
  let running: Promise<void> = enlist(
    db,
    jobs.map((job) => job.name),
  ).catch((error: unknown) => failed(error, 'jobs'));
  const perform = async ({ name, everySeconds, work }: Job): Promise<void> => {
    if (stopped || !(await claim(db, name, holder))) return;
    try {
      await finish(db, name, holder, await work(), everySeconds);
    } catch (error) {
      failed(error, name);
      await fail(db, name, holder, (error as Error).message, everySeconds);
    }
  };
  const look = async (): Promise<void> => {
    for (const job of jobs) await perform(job);
  };
  let busy = false;
  const once = (): void => {
    if (busy || stopped) return;
    busy = true;
    running = running
      .then(look)
      .catch((error: unknown) => failed(error, 'jobs'))
      .finally(() => {
        busy = false;
      });
  };
  once();
  const timer = setInterval(once, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
};
