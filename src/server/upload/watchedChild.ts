import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ChildAnswer } from './child.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const HEAP_MB = 256;
const RSS_BYTES = 700_000_000;
const TIME_MS = 20_000;
const OUTPUT_BYTES = 40_000_000;
/** Two foreign files at once: a burst of uploads must not starve the server. */
const AT_ONCE = 2;
/** Files that may wait for their turn; each is held in memory. */
const MAY_WAIT = 12;

let running = 0;
const waiting: (() => void)[] = [];

const turn = async (): Promise<void> => {
  if (running < AT_ONCE) {
    running++;
    return;
  }
  await new Promise<void>((resolve) => waiting.push(resolve));
};

const done = (): void => {
  const next = waiting.shift();
  if (next) next();
  else running--;
};

/** A spreadsheet's text is its sheets as JSON; an inspected file's is what it turned out to be. */
type ForeignKind = 'docx' | 'pdf' | 'xlsx' | 'csv' | 'inspect';

export type Parsed = { ok: true; text: string; pages: number } | { ok: false; code: string };

const parse = (
  kind: ForeignKind,
  bytes: Uint8Array,
  timeMs: number,
  trustFolder: string | undefined,
): Promise<Parsed> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${HEAP_MB}`,
        '--no-warnings',
        CHILD,
        kind,
        String(RSS_BYTES),
        ...(trustFolder ? [trustFolder] : []),
      ],
      // A foreign file's parser sees no settings of ours.
      { stdio: ['pipe', 'pipe', 'ignore'], env: { TZ: 'UTC' }, windowsHide: true },
    );
    const chunks: Buffer[] = [];
    let size = 0;
    let code: string | undefined;
    const timer = setTimeout(() => {
      code = 'upload.timeout';
      child.kill('SIGKILL');
    }, timeMs);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > OUTPUT_BYTES) {
        code = 'upload.tooHeavy';
        child.kill('SIGKILL');
      } else chunks.push(chunk);
    });
    // The child may end before it has read everything.
    child.stdin.on('error', () => {});
    child.on('error', () => {
      clearTimeout(timer);
      resolve({ ok: false, code: 'upload.damaged' });
    });
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (code) return resolve({ ok: false, code });
      // Killed by its own watch (SIGKILL), or by the heap limit (abort).
      if (signal || status === 134 || status === 86) return resolve({ ok: false, code: 'upload.tooHeavy' });
      if (status !== 0) return resolve({ ok: false, code: 'upload.damaged' });
      try {
        const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ChildAnswer;
        if ('refused' in answer) resolve({ ok: false, code: answer.refused });
        else resolve({ ok: true, text: answer.text, pages: answer.pages });
      } catch {
        resolve({ ok: false, code: 'upload.damaged' });
      }
    });
    child.stdin.end(bytes);
  });

/** Judges and parses one foreign file in a process of its own, killed when it takes too long or too much. */
export const parseWatched = async (
  kind: ForeignKind,
  bytes: Uint8Array,
  timeMs = TIME_MS,
  trustFolder?: string,
): Promise<Parsed> => {
  if (waiting.length >= MAY_WAIT) return { ok: false, code: 'upload.busy' };
  await turn();
  try {
    return await parse(kind, bytes, timeMs, trustFolder);
  } finally {
    done();
  }
};
