import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DocumentTree } from '../../../core/documents/tree.ts';
import { createPress } from './compile.ts';

/**
 * The process that makes PDF files for `printer.ts` and is replaced after some of them. What Typst keeps lies outside
 * the heap, where no heap limit counts: a thread of its own watches the memory of the whole process.
 */
export type Job = { readonly id: number; readonly tree: DocumentTree };
export type Answer =
  | { readonly id: number; readonly ok: true; readonly file: Uint8Array; readonly memory: number }
  | { readonly id: number; readonly ok: false; readonly error: string };

const limit = Number(process.argv[2]);
const CHECK = `if (process.memoryUsage.rss() > ${limit}) process.kill(process.pid, 'SIGKILL');`;
const watch = new Worker(
  `${CHECK} setInterval(() => { ${CHECK} }, 50); require('node:worker_threads').parentPort.postMessage('');`,
  { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } },
);
watch.unref();
/** No document before the watch stands. */
const watched = once(watch, 'message');

const press = createPress();

const answer = ({ id, tree }: Job): Answer => {
  try {
    const file = press.print(tree);
    return { id, ok: true, file, memory: process.memoryUsage.rss() };
  } catch (error) {
    return { id, ok: false, error: String(error).slice(0, 500) };
  }
};

process.on('message', (job: Job) => {
  watched.then(
    () => process.send?.(answer(job)),
    () => process.exit(1),
  );
});
// The server ended, however it did.
process.on('disconnect', () => process.exit(0));
