import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { basename, join } from 'node:path';
import { PlainFailure } from '../failure.ts';

/**
 * After a crash of ours the server may still run, or its pid file may name a process that is gone or is now
 * something else. We hold the folder, so no living copy of the program needs that server: stop it and start our
 * own, which is quick and leaves one way only.
 */
export async function clearOrphan(directory: string, say: (vi: string, en: string) => void): Promise<void> {
  const file = join(directory, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isOurServer(pid, directory)) {
    rmSync(file, { force: true });
    return;
  }
  say('Dừng cơ sở dữ liệu còn chạy từ lần trước', 'Stopping the database left running last time');
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signalServer(pid, signal);
    if (await gone(pid, directory, patience)) {
      if (signal === 'SIGKILL') rmSync(file, { force: true });
      return;
    }
  }
  throw new PlainFailure(
    `Cơ sở dữ liệu cũ (tiến trình ${pid}) chưa dừng được. Kết thúc tiến trình đó rồi chạy lại.`,
    `The old database (process ${pid}) does not stop. End that process and run again.`,
  );
}

/**
 * Whether the server of a data folder is alive; one that is recovering from a crash is. Asked every second: where the
 * system does not tell cheaply what a process is, its port tells.
 */
export async function serverRuns(directory: string, port: number): Promise<boolean> {
  if (process.platform !== 'linux') return listensOn(port);
  const file = join(directory, 'postmaster.pid');
  return existsSync(file) && isOurServer(Number(readFileSync(file, 'utf8').split('\n')[0]), directory);
}

/** Only a refusal says that nobody is there; a server too busy to answer is one. */
function listensOn(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (there: boolean): void => {
      socket.destroy();
      resolve(there);
    };
    socket.setTimeout(900, () => end(true));
    socket.once('connect', () => end(true));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code !== 'ECONNREFUSED'));
  });
}

function signalServer(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return;
    throw new PlainFailure(
      `Cơ sở dữ liệu của thư mục này đang chạy dưới người dùng khác (tiến trình ${pid}). Chạy lại bằng người dùng đã khởi động lần trước.`,
      `The database of this folder runs under another user (process ${pid}). Run again as the user who started it last time.`,
      error,
    );
  }
}

async function gone(pid: number, directory: string, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += 50) {
    if (!(process.platform === 'linux' ? isOurServer(pid, directory) : isAlive(pid))) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** A living PostgreSQL server whose data is this folder; a number that another program bears by now is not. */
function isOurServer(pid: number, directory: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  if (process.platform === 'linux') return linuxServerIn(pid, directory);
  return isAlive(pid) && isServerOf(commandOf(pid), directory);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What the system says of a process; on Windows its command line, or no more than its name where that is closed. */
function commandOf(pid: number): string {
  if (process.platform !== 'win32') return wordsOf('ps', ['-ww', '-p', String(pid), '-o', 'command=']);
  const asked = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`;
  const utf8 = '[Console]::OutputEncoding = [Text.Encoding]::UTF8';
  const whole = wordsOf('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', `${utf8}; ${asked}`]);
  return whole || wordsOf('tasklist', ['/FI', `PID eq ${pid}`, '/NH', '/FO', 'CSV']);
}

function wordsOf(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', windowsHide: true, timeout: 30_000 }).trim();
  } catch {
    return '';
  }
}

/**
 * Another PostgreSQL on the machine may bear the number by now: ours is the one that was started with this folder.
 * Slashes and case are as the starting program wrote them. Where only the name is known, a PostgreSQL counts as ours:
 * a live one must never be worked beside.
 */
export function isServerOf(command: string, directory: string): boolean {
  if (!/postgres/i.test(command)) return false;
  const plain = (text: string): string => text.replaceAll('\\', '/').toLowerCase();
  const onlyName = /^"postgres\.exe",/i.test(command);
  return onlyName || plain(command).includes(plain(directory));
}

function linuxServerIn(pid: number, directory: string): boolean {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')[0];
    if (state === 'Z' || state === 'X') return false;
    const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
    if (program !== 'postgres') return false;
    const here = statSync(`/proc/${pid}/cwd`);
    const there = statSync(realpathSync(directory));
    return here.dev === there.dev && here.ino === there.ino;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another user's process: its name is still readable.
    if (code !== 'EACCES' && code !== 'EPERM') return false;
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  }
}
