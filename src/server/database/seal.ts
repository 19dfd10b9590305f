import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ownLikeFolder } from './embedded/identity.ts';
import { PlainFailure } from './failure.ts';

/**
 * Small secrets that the program has to read again (the shared secrets of one-time codes) are not readable to whoever
 * gets hold of the database alone: their key lies in the data folder, or is given by the office where several machines
 * share one database.
 */
export type SealPlace = { readonly dataFolder: string; readonly secret?: string | undefined };

export type SealKey = {
  /** Says which key a text was sealed with, and nothing of the key. */
  readonly id: string;
  readonly bytes: Buffer;
};

const NAME = 'secret.key';
const BYTES = 32;
const NONCE = 12;
const TAG = 16;

const keyFrom = (secret: string): SealKey =>
  keyOfBytes(Buffer.from(hkdfSync('sha256', secret, '', 'cchc sealed secrets', BYTES)));

export const keyOfBytes = (bytes: Buffer): SealKey => ({
  id: createHash('sha256').update(bytes).digest('hex').slice(0, 12),
  bytes,
});

/** The key that is there already; undefined where nothing was ever sealed. */
export const findSealKey = ({ dataFolder, secret }: SealPlace): SealKey | undefined => {
  if (secret !== undefined) return keyFrom(secret);
  const path = join(dataFolder, NAME);
  if (!existsSync(path)) return undefined;
  const text = readText(path);
  if (!/^[\w-]{43}$/.test(text)) throw keyBroken(path);
  return keyFrom(text);
};

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw keyBroken(path, cause);
  }
};

/** The key, made at its first use. Of two processes that make it at once, one keeps it and both use it. */
export const sealKey = (place: SealPlace): SealKey => {
  const known = findSealKey(place);
  if (known) return known;
  const { dataFolder } = place;
  const half = join(dataFolder, `${NAME}.${process.pid}.half`);
  try {
    writeFileSync(half, `${randomBytes(BYTES).toString('base64url')}\n`, { mode: 0o600, flush: true });
    chmodSync(half, 0o600);
    ownLikeFolder(dataFolder, half);
    putBeside(half, join(dataFolder, NAME));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(half, { force: true });
  }
  const made = findSealKey(place);
  if (!made) throw keyBroken(join(dataFolder, NAME));
  return made;
};

/** Not a rename: it never takes the place of a key that another process has just made. */
const putBeside = (half: string, path: string): void => {
  try {
    linkSync(half, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // A disk that knows no links, as network folders often do.
    copyFileSync(half, path, constants.COPYFILE_EXCL);
    ownLikeFolder(dirname(path), path);
  }
};

const MARK = 'v1';

/** @param whose bound to the text: moved to another person's row it no longer opens */
export const seal = (key: SealKey, whose: string, plain: string): string => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(whose));
  const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [MARK, key.id, sealed.toString('base64url')].join('.');
};

/** Which key a text needs; undefined for a plain one of an older program. */
export const sealedWith = (text: string): string | undefined => {
  const [mark, id, sealed] = text.split('.');
  return mark === MARK && sealed !== undefined ? id : undefined;
};

/** The plain text; undefined when it was sealed with another key, for somebody else, or has been changed. */
export const unseal = (key: SealKey | undefined, whose: string, text: string): string | undefined => {
  const id = sealedWith(text);
  if (id === undefined) return text;
  if (id !== key?.id) return undefined;
  const bytes = Buffer.from(text.split('.')[2] ?? '', 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(whose))
      .setAuthTag(bytes.subarray(-TAG));
    return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
};

const keyBroken = (path: string, cause?: unknown): PlainFailure =>
  new PlainFailure(
    `Chưa đọc được khóa ${path}: tệp hỏng hoặc thuộc người dùng khác. Chạy bằng người dùng đã tạo thư mục dữ liệu, hoặc chép lại tệp từ bản sao của thư mục. Không có khóa thì quản trị viên tắt xác thực hai bước của từng người để họ bật lại.`,
    `The key ${path} cannot be read: it is broken or belongs to another user. Run as the user who made the data folder, or copy the file back from a copy of the folder. Without it an administrator turns off the second factor of each person, who then sets it up anew.`,
    cause,
  );
