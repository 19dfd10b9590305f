import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFailure } from '../failure.ts';
import { ownLikeFolder } from './identity.ts';
import { renamePatiently } from './rename.ts';

/** Passwords of the embedded server and where it listens now; only the owner of the data folder can read it. */
export interface DatabaseFile {
  port: number;
  passwords: { postgres: string; owner: string; app: string };
}

const NAME = 'database.json';

export function readDatabaseFile(folder: string): DatabaseFile | undefined {
  const path = join(folder, NAME);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as DatabaseFile;
  } catch (cause) {
    throw new PlainFailure(
      `Chưa đọc được ${path}: tệp hỏng hoặc thuộc người dùng khác. Chạy bằng người dùng đã tạo thư mục dữ liệu, hoặc phục hồi từ bản sao lưu.`,
      `${path} cannot be read: it is broken or belongs to another user. Run as the user who made the data folder, or restore a backup.`,
      cause,
    );
  }
}

export function writeDatabaseFile(folder: string, content: DatabaseFile): void {
  const half = join(folder, `${NAME}.half`);
  writeFileSync(half, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
  chmodSync(half, 0o600);
  ownLikeFolder(folder, half);
  renamePatiently(half, join(folder, NAME));
}

export function newPasswords(): DatabaseFile['passwords'] {
  const make = () => randomBytes(24).toString('base64url');
  return { postgres: make(), owner: make(), app: make() };
}
