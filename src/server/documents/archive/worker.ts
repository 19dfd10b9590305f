import type { Services, Task } from '../../http/context.ts';
import type { Delivery } from '../delivery.ts';
import { dropFile, makeArchive, NeverPossible } from './make.ts';
import { forgetOld, giveUpArchive, takeArchive } from './store.ts';

export const ARCHIVES = 'archives';
const GIVEN_UP = 'archives-given-up';
/** Archives made side by side in one process; the printing queue serves their owners in turn. */
const AT_ONCE = 3;

const idOf = ({ data }: Task): string => String(data.id);

/**
 * Archives are made by whichever process the queue gives them to, and go on where the last one stopped. An archive that
 * no try could finish ends where its owner sees it.
 */
export const takeOnArchives = ({ queue, db, ...services }: Services, bytes: Delivery['bytes']): void => {
  const make = async (task: Task): Promise<number> => {
    const job = await takeArchive(db, idOf(task));
    if (!job) return 0;
    try {
      const ended = await makeArchive({ ...services, db }, job, bytes, task.stopped);
      // Left in the middle, not cancelled: another try goes on with the next document.
      if (!ended && task.stopped()) throw new Error('stopped before its end');
      return ended ? 1 : 0;
    } catch (error) {
      if (!(error instanceof NeverPossible)) throw error;
      await giveUpArchive(db, job.id);
      return 0;
    }
  };
  queue?.takeOn({
    name: ARCHIVES,
    sharing: 'one',
    withinSeconds: 2,
    atOnce: AT_ONCE,
    retries: 8,
    deadLetter: GIVEN_UP,
    work: make,
  });
  queue?.takeOn({
    name: GIVEN_UP,
    sharing: 'each',
    withinSeconds: 5,
    retries: 8,
    work: (task) => giveUpArchive(db, idOf(task)).then(() => 1),
  });
};

/** Archives that ended a day ago go with their files; they can be made again at any time. */
export const sweepArchives = async (services: Services): Promise<number> => {
  const ids = await forgetOld(services.db);
  for (const id of ids) await dropFile(services, id);
  return ids.length;
};
