import type { Services } from '../../http/context.ts';
import type { Delivery } from '../delivery.ts';
import { dropFile, makeArchive } from './make.ts';
import { claimArchive, forgetOld, giveBack, keepProgress } from './store.ts';

const LOOK_EVERY_MS = 3_000;
const SWEEP_EVERY_MS = 600_000;
/** Archives made side by side in one process; the printing queue serves their owners in turn. */
const AT_ONCE = 3;

export type ArchiveWorker = {
  /** Somebody has just asked. */
  wake(): void;
  stop(): Promise<void>;
};

/** Makes the archives that wait, in every process: the database shares them out, and one that was left goes on. */
export const startArchives = (
  services: Services,
  bytes: Delivery['bytes'],
  failed: (error: unknown) => void,
): ArchiveWorker => {
  let stopped = false;
  const running = new Set<Promise<void>>();

  const one = async (): Promise<boolean> => {
    const job = await claimArchive(services.db);
    if (!job) return false;
    try {
      if (!(await makeArchive(services, job, bytes, () => stopped))) await giveBack(services.db, job.id);
    } catch (error) {
      failed(error);
      await keepProgress(services.db, job.id, job, 'failed');
    }
    return true;
  };

  const loop = async (): Promise<void> => {
    while (!stopped && (await one()));
  };

  const wake = (): void => {
    if (stopped || running.size >= AT_ONCE) return;
    const work = loop()
      .catch(failed)
      .finally(() => running.delete(work));
    running.add(work);
  };

  const sweep = (): void => {
    forgetOld(services.db)
      .then((ids) => Promise.all(ids.map((id) => dropFile(services, id))))
      .catch(failed);
  };

  wake();
  const timers = [setInterval(wake, LOOK_EVERY_MS), setInterval(sweep, SWEEP_EVERY_MS)];
  for (const timer of timers) timer.unref();
  return {
    wake,
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
};
