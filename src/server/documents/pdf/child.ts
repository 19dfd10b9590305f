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
new Worker(
  `setInterval(() => { if (process.memoryUsage.rss() > ${limit}) process.kill(process.pid, 'SIGKILL'); }, 50);`,
  { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } },
).unref();

const press = createPress();

const answer = ({ id, tree }: Job): Answer => {
  try {
    const file = press.print(tree);
    return { id, ok: true, file, memory: process.memoryUsage.rss() };
  } catch (error) {
    return { id, ok: false, error: String(error).slice(0, 500) };
  }
};

process.on('message', (job: Job) => process.send?.(answer(job)));
// The server ended, however it did.
process.on('disconnect', () => process.exit(0));
