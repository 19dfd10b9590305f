import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lchownSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PlainFailure } from '../failure.ts';
import type { Binaries } from './binaries.ts';
import type { Identity } from './identity.ts';
import { renamePatiently } from './rename.ts';
import { runProgram } from './run.ts';

const MAJOR = '18';

export interface ClusterPlace {
  /** The data folder of the program; the cluster lies in `pg` inside it. */
  folder: string;
  identity: Identity;
  binaries: Binaries;
  log: string;
}

export function clusterDirectory(folder: string): string {
  return join(folder, 'pg');
}

/** Makes the cluster if there is none. It is built aside and renamed, so a half-made one is never opened. */
export async function ensureCluster(
  place: ClusterPlace,
  superuserPassword: string,
): Promise<'made' | 'kept'> {
  const final = clusterDirectory(place.folder);
  if (existsSync(final)) {
    checkVersion(final);
    return 'kept';
  }
  const aside = join(place.folder, 'pg.new');
  const passwordFile = join(place.folder, 'pg.password');
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  const { create, run } = place.identity;
  if (create !== undefined) {
    chownSync(aside, create.uid, create.gid);
    chownSync(passwordFile, create.uid, create.gid);
  }
  const fd3 = openSync(passwordFile, 'r');
  try {
    const here = place.identity.here(aside);
    const code = await runProgram({
      program: place.binaries.initdb,
      args: [
        `--pgdata=${here}`,
        '--username=postgres',
        `--pwfile=${here === aside ? passwordFile : '/proc/self/fd/3'}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        '--no-instructions',
      ],
      cwd: aside,
      log: place.log,
      ...(here === aside ? {} : { fd3 }),
      ...(create === undefined ? {} : { as: create }),
    });
    if (code !== 0) throw cannotCreate(place);
  } finally {
    closeSync(fd3);
    rmSync(passwordFile, { force: true });
  }
  if (run !== undefined) giveTo(aside, run);
  renamePatiently(aside, final);
  return 'made';
}

/** Settings are written at each start, so that a newer program brings its own and nobody edits them by hand. */
export function writeSettings(place: ClusterPlace, port: number): void {
  const directory = clusterDirectory(place.folder);
  const settings = [
    `# Written by cchc at each start.`,
    `listen_addresses = '127.0.0.1'`,
    `port = ${port}`,
    `unix_socket_directories = ''`,
    `cluster_name = 'cchc'`,
    `password_encryption = 'scram-sha-256'`,
    `max_connections = 100`,
    `shared_buffers = '128MB'`,
    `fsync = on`,
    `full_page_writes = on`,
    `synchronous_commit = on`,
    `timezone = 'UTC'`,
    `log_timezone = 'UTC'`,
    `lc_messages = 'C'`,
    `log_line_prefix = '%m [%p] '`,
    `log_checkpoints = off`,
    '',
  ];
  writeOwned(place, join(directory, 'postgresql.conf'), settings.join('\n'));
  writeOwned(place, join(directory, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
}

function writeOwned(place: ClusterPlace, path: string, text: string): void {
  const half = `${path}.half`;
  writeFileSync(half, text, { mode: 0o600 });
  chmodSync(half, 0o600);
  if (place.identity.run !== undefined) chownSync(half, place.identity.run.uid, place.identity.run.gid);
  renamePatiently(half, path);
}

function giveTo(folder: string, owner: { uid: number; gid: number }): void {
  lchownSync(folder, owner.uid, owner.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveTo(path, owner);
    else lchownSync(path, owner.uid, owner.gid);
  }
}

function checkVersion(directory: string): void {
  const file = join(directory, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  if (version === MAJOR) return;
  throw new PlainFailure(
    version === undefined
      ? `Thư mục ${directory} chưa phải là cơ sở dữ liệu của chương trình. Chọn thư mục khác bằng CCHC_DATA, hoặc chuyển thư mục này đi nơi khác.`
      : `Dữ liệu trong ${directory} do PostgreSQL ${version} tạo, chương trình dùng PostgreSQL ${MAJOR}. Sao lưu bằng bản chương trình cũ rồi phục hồi bằng bản này.`,
    version === undefined
      ? `${directory} is not a database of this program. Choose another folder with CCHC_DATA, or move this one away.`
      : `The data in ${directory} was made by PostgreSQL ${version}; this program uses PostgreSQL ${MAJOR}. Back up with the old program and restore with this one.`,
  );
}

function cannotCreate(place: ClusterPlace): PlainFailure {
  return new PlainFailure(
    `Chưa tạo được cơ sở dữ liệu trong ${place.folder}. Thường do ổ đĩa đầy hoặc thư mục không cho ghi; lý do nằm ở cuối tệp ${place.log}.`,
    `The database could not be made in ${place.folder}. Usually the disk is full or the folder cannot be written; the reason is at the end of ${place.log}.`,
  );
}
