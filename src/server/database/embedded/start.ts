import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { PlainFailure } from '../failure.ts';
import { prepareBinaries } from './binaries.ts';
import { type ClusterPlace, clusterDirectory, ensureCluster, writeSettings } from './cluster.ts';
import { findHolder, type Holder, holdFolder } from './hold.ts';
import { chooseIdentity, ownLikeFolder } from './identity.ts';
import { clearOrphan, serverRuns } from './orphan.ts';
import { runProgram } from './run.ts';
import { type DatabaseFile, newPasswords, readDatabaseFile, writeDatabaseFile } from './secrets.ts';

export interface EmbeddedServer {
  port: number;
  passwords: DatabaseFile['passwords'];
  /** The address of a database on this server for one of its roles. */
  url(role: 'postgres' | 'cchc_owner' | 'cchc_app', database: string): string;
  stop(): Promise<void>;
}

type Say = (vi: string, en: string) => void;

const LOG_LIMIT = 5_000_000;

/** Starts PostgreSQL in one data folder, whatever the last run left there. */
export async function startEmbedded(options: {
  folder: string;
  purpose: string;
  say?: Say;
}): Promise<EmbeddedServer> {
  const say = options.say ?? (() => undefined);
  const folder = openFolder(options.folder);
  const result = await holdPatiently(folder, options.purpose);
  if ('heldBy' in result) throw folderInUse(folder, result.heldBy);
  try {
    return await startHeld(folder, say, () => result.held.release());
  } catch (error) {
    await result.held.release();
    throw error;
  }
}

/** The running server of a data folder that another copy of the program holds, to work beside it. */
export async function joinEmbedded(folder: string): Promise<Omit<EmbeddedServer, 'stop'> | undefined> {
  if (!existsSync(folder) || (await findHolder(folder)) === undefined) return undefined;
  const file = readDatabaseFile(folder);
  return file === undefined ? undefined : describe(file);
}

async function startHeld(folder: string, say: Say, release: () => Promise<void>): Promise<EmbeddedServer> {
  const directory = clusterDirectory(folder);
  const log = logOf(folder);
  const identity = chooseIdentity(directory);
  const place: ClusterPlace = {
    folder,
    identity,
    log,
    binaries: prepareBinaries({ asOther: identity.run !== undefined, fallbackFolder: join(folder, 'bin') }),
  };
  if (existsSync(directory)) await clearOrphan(directory, say);
  const known = readDatabaseFile(folder);
  if (known === undefined && existsSync(directory)) throw passwordsLost(folder);
  // A cluster made aside but not yet renamed bears other passwords: the file is written first and stays.
  const passwords = known?.passwords ?? newPasswords();
  if (known === undefined) writeDatabaseFile(folder, { port: 0, passwords });
  if (!existsSync(directory)) say('Tạo cơ sở dữ liệu', 'Making the database');
  await ensureCluster(place, passwords.postgres);
  const port = await startServer(place);
  writeDatabaseFile(folder, { port, passwords });
  let stopping: Promise<void> | undefined;
  const endWatch = watchServer(place, port, say);
  const stop = async () => {
    await endWatch();
    await control(place, ['stop', '-m', 'fast', '-w', '-t', '60']);
    await release();
  };
  return {
    ...describe({ port, passwords }),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function describe(file: DatabaseFile): Omit<EmbeddedServer, 'stop'> {
  const word = {
    postgres: file.passwords.postgres,
    cchc_owner: file.passwords.owner,
    cchc_app: file.passwords.app,
  };
  return {
    port: file.port,
    passwords: file.passwords,
    url: (role, database) => `postgres://${role}:${word[role]}@127.0.0.1:${file.port}/${database}`,
  };
}

const LOOK_EVERY_MS = 1000;
/** After a start that failed, as on a full disk, the next comes a little later. */
const AGAIN_AFTER_MS = 5000;

/**
 * A server that died (out of memory, a full disk, somebody's kill) is started again on its port, so that whoever
 * waits for it finds it where it was. It recovers what was acknowledged by itself.
 */
function watchServer(place: ClusterPlace, port: number, say: Say): () => Promise<void> {
  const directory = clusterDirectory(place.folder);
  let mending: Promise<void> | undefined;
  let notBefore = 0;
  const mend = async (): Promise<void> => {
    say('Cơ sở dữ liệu đã dừng, đang khởi động lại', 'The database has stopped and is being started again');
    await clearOrphan(directory, say);
    await startServer(place, port);
    say('Cơ sở dữ liệu chạy lại', 'The database runs again');
  };
  const look = async (): Promise<void> => {
    if (!(await serverRuns(directory, port))) await mend();
  };
  const timer = setInterval(() => {
    if (mending !== undefined || Date.now() < notBefore) return;
    mending = look()
      .catch((error: unknown) => {
        const { vi, en, message } = error as PlainFailure;
        say(vi ?? message, en ?? message);
        notBefore = Date.now() + AGAIN_AFTER_MS;
      })
      .finally(() => {
        mending = undefined;
      });
  }, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await mending;
  };
}

/** @param wanted the port that others know; otherwise a free one is chosen */
async function startServer(place: ClusterPlace, wanted?: number): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await freePort());
    writeSettings(place, port);
    const from = existsSync(place.log) ? statSync(place.log).size : 0;
    const code = await control(place, ['start', '-w', '-t', '120']);
    if (code === 0) return port;
    const words = readFileSync(place.log).subarray(from).toString('utf8');
    // The free port was taken meanwhile, or children of a killed server have not seen yet that it is gone.
    const passing = /Address already in use|could not bind|shared memory block .* still in use/.test(words);
    if (!passing || attempt === 20) throw cannotStart(place, words);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function control(place: ClusterPlace, args: string[]): Promise<number> {
  const directory = clusterDirectory(place.folder);
  const [verb = '', ...rest] = args;
  return runProgram({
    program: place.binaries.pgCtl,
    args: [verb, '-D', place.identity.here(directory), ...rest, '-s'],
    cwd: directory,
    log: place.log,
    ...(place.identity.run === undefined ? {} : { as: place.identity.run }),
  });
}

function openFolder(path: string): string {
  const folder = resolve(path);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of ['files', 'log']) {
      mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
      ownLikeFolder(folder, join(folder, name));
    }
    const log = logOf(folder);
    rotate(log);
    closeSync(openSync(log, 'a', 0o600));
    ownLikeFolder(folder, log);
    return folder;
  } catch (cause) {
    throw new PlainFailure(
      `Chưa ghi được vào thư mục dữ liệu ${folder} (${(cause as NodeJS.ErrnoException).code}). Chạy bằng người dùng sở hữu thư mục, hoặc chọn thư mục khác bằng CCHC_DATA.`,
      `The data folder ${folder} cannot be written (${(cause as NodeJS.ErrnoException).code}). Run as the user who owns it, or choose another with CCHC_DATA.`,
      cause,
    );
  }
}

/** A command line that works on the folder ends within seconds: wait for it; a running server does not end. */
async function holdPatiently(folder: string, purpose: string) {
  for (let waited = 0; ; waited += 200) {
    const result = await holdFolder(folder, purpose);
    if (!('heldBy' in result) || result.heldBy.purpose === 'serve' || waited >= 5000) return result;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function logOf(folder: string): string {
  return join(folder, 'log', 'postgres.log');
}

function rotate(log: string): void {
  if (!existsSync(log) || statSync(log).size < LOG_LIMIT) return;
  try {
    rmSync(`${log}.1`, { force: true });
    renameSync(log, `${log}.1`);
  } catch {
    // On Windows a server that a crash of ours left running still holds its log: it is turned over next time.
  }
}

function folderInUse(folder: string, holder: Holder): PlainFailure {
  const who = holder.pid > 0 ? ` (tiến trình ${holder.pid})` : '';
  const whoEn = holder.pid > 0 ? ` (process ${holder.pid})` : '';
  return new PlainFailure(
    `Thư mục dữ liệu ${folder} đang được một bản khác của chương trình dùng${who}. Dừng bản đó trước, hoặc chọn thư mục khác bằng CCHC_DATA.`,
    `The data folder ${folder} is in use by another copy of the program${whoEn}. Stop that one first, or choose another folder with CCHC_DATA.`,
  );
}

function passwordsLost(folder: string): PlainFailure {
  return new PlainFailure(
    `Thư mục ${folder} có dữ liệu nhưng thiếu tệp mật khẩu database.json. Chép lại tệp đó từ bản sao lưu, hoặc chọn thư mục khác bằng CCHC_DATA.`,
    `${folder} holds data but its password file database.json is missing. Copy that file back from a backup, or choose another folder with CCHC_DATA.`,
  );
}

function cannotStart(place: ClusterPlace, words: string): PlainFailure {
  if (/No space left on device/.test(words)) {
    return new PlainFailure(
      `Ổ đĩa chứa ${place.folder} đã đầy nên cơ sở dữ liệu chưa khởi động được. Giải phóng chỗ rồi chạy lại; dữ liệu đã ghi vẫn còn.`,
      `The disk of ${place.folder} is full, so the database cannot start. Free some space and run again; what was written is safe.`,
    );
  }
  const last = words.trim().split('\n').slice(-3).join(' | ');
  return new PlainFailure(
    `Cơ sở dữ liệu chưa khởi động được. Lý do nằm ở cuối tệp ${place.log}: ${last}`,
    `The database did not start. The reason is at the end of ${place.log}: ${last}`,
  );
}
