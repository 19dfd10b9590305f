import { renameSync } from 'node:fs';

const TRIES = 40;
const WAIT_MS = 50;

/**
 * On Windows a scanner or an indexer holds a file that was just written for a moment, and a folder with such a file
 * cannot be renamed either: it is tried again for two seconds. Elsewhere a refusal is final.
 */
export function renamePatiently(from: string, to: string): void {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const held = code === 'EPERM' || code === 'EACCES' || code === 'EBUSY';
      if (process.platform !== 'win32' || !held || tries === TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}
