import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const HOLDER = join(import.meta.dirname, 'holder.ts');

/** A program of its own that holds the data folder with its database. */
export async function startHolder(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += String(chunk);
      const found = /ready (.*)/.exec(text);
      if (found) resolve((JSON.parse(found[1] ?? '') as { url: string }).url);
    });
    child.stdout.on('end', () => reject(new Error(text)));
  });
  return { child, url };
}

export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** Whether a process still works inside a folder: those of a killed server notice one after the other that it is gone. */
const worksIn = (folder: string): boolean =>
  readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`) === folder;
    } catch {
      return false;
    }
  });

/** Waits until nobody writes into the cluster any more. */
export async function clusterLeft(folder: string): Promise<void> {
  const directory = realpathSync(join(folder, 'pg'));
  while (worksIn(directory)) await new Promise((resolve) => setTimeout(resolve, 50));
}

export async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
