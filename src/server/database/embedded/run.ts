import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { PlainFailure } from '../failure.ts';

export interface Run {
  program: string;
  args: string[];
  /** Entered before the user id is dropped. */
  cwd: string;
  log: string;
  as?: { uid: number; gid: number };
  /** A file of ours that the program may read as /dev/fd/3 although it could not open its path. */
  fd3?: number;
}

const WINDOWS_LIBRARY_MISSING = 0xc0000135;

/** Runs one of PostgreSQL's programs to its end; its words go to the log, which we open ourselves. */
export async function runProgram(run: Run): Promise<number> {
  const log = openSync(run.log, 'a', 0o600);
  try {
    const child = spawn(run.program, run.args, {
      cwd: run.cwd,
      env: cleanEnvironment(),
      stdio: ['ignore', log, log, ...(run.fd3 === undefined ? [] : [run.fd3])],
      windowsHide: true,
      ...(run.as ?? {}),
    });
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      // Not 'close': the server that pg_ctl starts keeps the log open.
      child.once('exit', (status, signal) => resolve(status ?? (signal ? 1 : 0)));
    });
    if (process.platform === 'win32' && code >>> 0 === WINDOWS_LIBRARY_MISSING) throw windowsRuntimeMissing();
    return code;
  } catch (error) {
    if (error instanceof PlainFailure) throw error;
    throw new PlainFailure(
      `Chưa chạy được chương trình PostgreSQL ${run.program} (${(error as Error).message}). Kiểm tra máy có cho chạy tệp trong thư mục này không, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL có sẵn.`,
      `PostgreSQL's program ${run.program} did not start (${(error as Error).message}). See whether programs may run from this folder, or set DATABASE_URL to an existing PostgreSQL server.`,
      error,
    );
  } finally {
    closeSync(log);
  }
}

function windowsRuntimeMissing(): PlainFailure {
  return new PlainFailure(
    'Windows chưa có thư viện chạy của Visual C++ mà PostgreSQL cần. Cài "Microsoft Visual C++ Redistributable 2015–2022 (x64)" từ trang của Microsoft (https://aka.ms/vs/17/release/vc_redist.x64.exe) rồi chạy lại.',
    'Windows lacks the Visual C++ runtime that PostgreSQL needs. Install "Microsoft Visual C++ Redistributable 2015-2022 (x64)" from Microsoft (https://aka.ms/vs/17/release/vc_redist.x64.exe) and run again.',
  );
}

/** PG* variables of another server on this machine must not reach ours; messages stay in one language. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}
