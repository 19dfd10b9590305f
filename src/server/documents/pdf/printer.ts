import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DocumentTree } from '../../../core/documents/tree.ts';
import { refused } from '../../http/failures.ts';
import type { Answer, Job } from './child.ts';
import { fairQueue } from './queue.ts';

export type PrinterLimits = {
  /** Documents after which the process is replaced. */
  readonly documents: number;
  /** Bytes of the process between two documents, and at any moment. */
  readonly restMemory: number;
  readonly memory: number;
  readonly timeMs: number;
  /** Documents that may wait in all, of one person, and how long. */
  readonly waiting: number;
  readonly waitingOfOne: number;
  readonly waitMs: number;
  /** An idle process ends after this. */
  readonly idleMs: number;
};

const LIMITS: PrinterLimits = {
  documents: 200,
  restMemory: 500_000_000,
  memory: 1_200_000_000,
  timeMs: 30_000,
  waiting: 200,
  waitingOfOne: 20,
  waitMs: 60_000,
  idleMs: 120_000,
};
const HEAP_MB = 256;
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

export type Printer = {
  /** `owner`: whose turn it is; owners are served in turn. */
  print(tree: DocumentTree, owner?: string): Promise<Uint8Array>;
  close(): void;
};

type Waiting = {
  readonly job: Job;
  readonly owner: string;
  readonly timer: NodeJS.Timeout;
  resolve(file: Uint8Array): void;
  reject(error: Error): void;
};

/** The little that a process needs on Windows too; nothing of our own settings. */
const environment = (): NodeJS.ProcessEnv => {
  const { PATH, SystemRoot, TEMP } = process.env;
  return {
    TZ: 'UTC',
    ...(PATH ? { PATH } : {}),
    ...(SystemRoot ? { SystemRoot } : {}),
    ...(TEMP ? { TEMP } : {}),
  };
};

/** One process beside the server makes one PDF after the other; a stuck or greedy one is killed, the next goes on. */
export const createPrinter = (
  log: (why: string) => void,
  given: Partial<PrinterLimits> = {},
  script = CHILD,
): Printer => {
  const limits = { ...LIMITS, ...given };
  const queue = fairQueue<Waiting>();
  let child: ChildProcess | null = null;
  let current: Waiting | null = null;
  let watch: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let made = 0;
  let nextId = 1;

  const dismiss = (): void => {
    const gone = child;
    child = null;
    clearTimeout(idle);
    gone?.removeAllListeners();
    // A process that is being killed may still answer or fail.
    gone?.on('error', () => {});
    gone?.kill('SIGKILL');
  };

  const settle = (outcome: { file: Uint8Array } | { error: string }): void => {
    clearTimeout(watch);
    const done = current;
    current = null;
    if ('file' in outcome) done?.resolve(outcome.file);
    else {
      log(outcome.error);
      done?.reject(refused('documents.failed'));
    }
    next();
  };

  const heard = (answer: Answer): void => {
    if (answer.id !== current?.job.id) return;
    made++;
    const full = made >= limits.documents || (answer.ok && answer.memory > limits.restMemory);
    if (full) dismiss();
    else rest();
    settle(answer.ok ? { file: answer.file } : { error: answer.error });
  };

  const rest = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      if (!current) dismiss();
    }, limits.idleMs).unref();
  };

  const lost = (why: string): void => {
    dismiss();
    if (current) settle({ error: why });
  };

  const start = (): ChildProcess => {
    made = 0;
    const started = fork(script, [String(limits.memory)], {
      execArgv: [`--max-old-space-size=${HEAP_MB}`, '--no-warnings'],
      serialization: 'advanced',
      env: environment(),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    started.on('message', heard);
    started.on('error', (error) => lost(String(error)));
    started.on('exit', (code, signal) => lost(`the printing process ended (${signal ?? code})`));
    // Neither the process nor its channel keeps a server alive that wants to end.
    started.unref();
    started.channel?.unref();
    return started;
  };

  const next = (): void => {
    if (current) return;
    const waiting = queue.next();
    if (!waiting) return;
    clearTimeout(waiting.timer);
    current = waiting;
    watch = setTimeout(() => lost(`no answer in ${limits.timeMs} ms`), limits.timeMs);
    child ??= start();
    clearTimeout(idle);
    child.send(waiting.job, (error) => {
      if (error && current === waiting) lost(String(error));
    });
  };

  return {
    print: (tree, owner = '') =>
      new Promise((resolve, reject) => {
        if (queue.size >= limits.waiting || queue.waitingOf(owner) >= limits.waitingOfOne)
          return reject(refused('documents.busy'));
        const waiting: Waiting = {
          job: { id: nextId++, tree },
          owner,
          resolve,
          reject,
          timer: setTimeout(() => {
            queue.remove(owner, waiting);
            reject(refused('documents.busy'));
          }, limits.waitMs),
        };
        queue.add(owner, waiting);
        next();
      }),
    close: () => {
      for (const waiting of queue.drain()) {
        clearTimeout(waiting.timer);
        waiting.reject(refused('documents.busy'));
      }
      lost('the server ends');
    },
  };
};
