import { chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainFailure } from '../failure.ts';

/**
 * PostgreSQL refuses to run as root. When we are root the server runs under another user id, and the folder it
 * works in may lie under one that this id cannot pass (a clone in /root). On Linux the server therefore enters
 * the folder while it is still root and names it `/proc/self/cwd` afterwards: that link needs no right on the
 * folders above.
 */
export interface Identity {
  /** Set when the server must run under other ids than ours. */
  run?: { uid: number; gid: number };
  /** initdb asks the system for the name of its user, so it needs an id that has a name. */
  create?: { uid: number; gid: number };
  /** How the server is told where its data is, when it was started inside the folder. */
  here(folder: string): string;
}

// Ids that systemd keeps for services without an account of their own; nobody else runs under them.
const FIRST_FREE_ID = 61_184;

export function chooseIdentity(dataDirectory: string): Identity {
  const plain: Identity = { here: (folder) => folder };
  if (process.getuid?.() !== 0) return plain;
  const names = readAccounts();
  const create =
    names.find((account) => account.name === 'nobody') ?? names.find((account) => account.uid > 0);
  if (create === undefined) {
    throw new PlainFailure(
      'Đang chạy bằng root nhưng máy không có người dùng nào khác trong /etc/passwd. Tạo một người dùng thường rồi chạy lại bằng người dùng đó.',
      'Running as root, and /etc/passwd names no other user. Create an ordinary user and run again as that user.',
    );
  }
  const taken = new Set(names.map((account) => account.uid));
  let free = FIRST_FREE_ID;
  while (taken.has(free)) free++;
  // A folder that an ordinary user made stays that user's, so that they can start it again without root.
  const owner = statSync(existsSync(dataDirectory) ? dataDirectory : dirname(dataDirectory));
  const run = owner.uid === 0 ? { uid: free, gid: free } : { uid: owner.uid, gid: owner.gid };
  const hasProc = process.platform === 'linux' && existsSync('/proc/self/cwd');
  if (!hasProc) refuseClosedFolders(dataDirectory);
  return {
    run,
    create: { uid: create.uid, gid: create.gid },
    here: (folder) => (hasProc ? '/proc/self/cwd' : folder),
  };
}

/** Files that root makes in another user's data folder belong to that user. */
export function ownLikeFolder(folder: string, path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  chownSync(path, uid, gid);
}

/** Whether a user who is neither owner nor in the group can pass every folder above and read this one. */
export function openToOthers(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function refuseClosedFolders(dataDirectory: string): void {
  const parent = dirname(dataDirectory);
  if (openToOthers(parent)) return;
  throw new PlainFailure(
    `Đang chạy bằng root, mà thư mục ${parent} đóng với người dùng khác nên cơ sở dữ liệu chưa khởi động được. Đặt CCHC_DATA vào một thư mục mở (ví dụ /var/lib/cchc) hoặc chạy bằng người dùng thường.`,
    `Running as root, and ${parent} is closed to other users, so the database cannot start. Set CCHC_DATA to an open folder (such as /var/lib/cchc) or run as an ordinary user.`,
  );
}

interface Account {
  name: string;
  uid: number;
  gid: number;
}

function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
