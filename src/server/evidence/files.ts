import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Services, WriteContext } from '../http/context.ts';
import { sha256 } from '../record/hash.ts';

/** Where the bytes of a hash lie in a data folder. */
export const pathOfHash = (dataFolder: string, hash: string): string =>
  join(dataFolder, 'files', hash.slice(0, 2), hash);

/** Where bytes are kept by their hash. Putting the same twice is harmless; nothing is ever replaced. */
export type FileStore = {
  put(hash: string, bytes: Uint8Array): Promise<void>;
  get(hash: string): Promise<Uint8Array>;
};

const folderStore = (dataFolder: string): FileStore => ({
  /** Written whole under another name first, so that half a file never counts. */
  async put(hash, bytes) {
    const path = pathOfHash(dataFolder, hash);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const half = join(folder, `${randomUUID()}.half`);
    await writeFile(half, bytes, { mode: 0o600, flush: true });
    await rename(half, path);
  },
  get: (hash) => readFile(pathOfHash(dataFolder, hash)),
});

const storeOf = async (services: Services): Promise<FileStore> => folderStore(services.dataFolder);

/** Puts the bytes in their place; they count once a transaction names them (`nameFile`). */
export const storeBytes = async (services: Services, bytes: Uint8Array): Promise<string> => {
  const hash = sha256(bytes);
  await (await storeOf(services)).put(hash, bytes);
  return hash;
};

export const nameFile = async (
  ctx: WriteContext,
  file: { readonly hash: string; readonly size: number; readonly name: string; readonly mediaType: string },
): Promise<void> => {
  await ctx.trx
    .insertInto('stored_file')
    .values({
      hash: file.hash,
      name: file.name.slice(0, 200),
      media_type: file.mediaType,
      size: file.size,
      created_at: new Date(ctx.now),
      created_by: ctx.person.personId,
    })
    .onConflict((c) => c.doNothing())
    .execute();
};

/** Keeps the bytes once by their hash, in the transaction that names it. */
export const keepFile = async (
  ctx: WriteContext,
  bytes: Uint8Array,
  name: string,
  mediaType: string,
): Promise<string> => {
  const hash = await storeBytes(ctx.services, bytes);
  await nameFile(ctx, { hash, size: bytes.length, name, mediaType });
  return hash;
};

export const readFileByHash = async (services: Services, hash: string): Promise<Uint8Array> =>
  (await storeOf(services)).get(hash);
