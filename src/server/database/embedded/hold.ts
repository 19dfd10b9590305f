import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/**
 * Who works with a data folder is known by a socket whose name comes from the folder. The system gives the name
 * to one process only and takes it back when that process dies, however it dies, so there is no lock file that a
 * crash leaves behind and no process number that a later process could bear by accident.
 */
export interface Hold {
  release(): Promise<void>;
}

export interface Holder {
  pid: number;
  purpose: string;
}

export type HoldResult = { held: Hold } | { heldBy: Holder };

const ANSWER_WITHIN_MS = 3000;

export async function holdFolder(folder: string, purpose: string): Promise<HoldResult> {
  const name = socketName(folder);
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listenOn(name, JSON.stringify({ pid: process.pid, purpose }));
    if (server !== undefined) return { held: { release: () => close(server) } };
    const holder = await askHolder(name);
    if (holder !== undefined) return { heldBy: holder };
    // Only where the name is a file (macOS, BSD) can it outlive its process.
    if (!nameDiesWithProcess()) rmSync(name, { force: true });
  }
  return { heldBy: { pid: 0, purpose: 'unknown' } };
}

/** The holder of the folder, if there is one; the folder is not taken. */
export function findHolder(folder: string): Promise<Holder | undefined> {
  return askHolder(socketName(folder));
}

function nameDiesWithProcess(): boolean {
  return process.platform === 'linux' || process.platform === 'win32';
}

/** A path of a socket that is a file may have 104 bytes on macOS, with its end. */
const LONGEST_SOCKET = 100;

function socketName(folder: string): string {
  // As the disk spells it: where case does not count, C:/Data and c:/data are one folder and need one name.
  const key = createHash('sha256').update(realpathSync.native(folder)).digest('hex').slice(0, 32);
  if (process.platform === 'linux') return `\0cchc-${key}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\cchc-${key}`;
  const inside = join(folder, '.hold');
  return Buffer.byteLength(inside) <= LONGEST_SOCKET ? inside : `/tmp/cchc-${key}`;
}

function listenOn(name: string, answer: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(answer);
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen(name, () => {
      server.unref();
      resolve(server);
    });
  });
}

function askHolder(name: string): Promise<Holder | undefined> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(name);
    // A process that is stopped or busy still holds the folder: silence is an answer.
    const timer = setTimeout(() => finish({ pid: 0, purpose: 'silent' }), ANSWER_WITHIN_MS);
    const finish = (holder: Holder | undefined) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(holder);
    };
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    socket.on('error', () => finish(undefined));
    socket.on('end', () => finish(parseHolder(text)));
  });
}

function parseHolder(text: string): Holder {
  try {
    const value = JSON.parse(text) as Partial<Holder>;
    return { pid: Number(value.pid ?? 0), purpose: String(value.purpose ?? 'unknown') };
  } catch {
    return { pid: 0, purpose: 'unknown' };
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
