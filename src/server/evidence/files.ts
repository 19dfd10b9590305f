import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileSettings, Services, WriteContext } from '../http/context.ts';
import { sha256 } from '../record/hash.ts';
import type { FileStore } from './fileStore.ts';

/** Where the bytes of a hash lie in a data folder. */
export const pathOfHash = (dataFolder: string, hash: string): string =>
  join(dataFolder, 'files', hash.slice(0, 2), hash);

const folderStore = (dataFolder: string): FileStore => ({
  /** Written whole under another name first, so that half a file never counts. */
  async put(hash, bytes) {
    const path = pathOfHash(dataFolder, hash);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const half = join(folder, `${randomUUID()}.half`);
    await writeFile(half, bytes, { mode: 0o600, flush: true });
    await rename(half, path).catch(async (error: unknown) => {
      await rm(half, { force: true });
      // On Windows a file that somebody reads is not replaced; under this name it is the same bytes already.
      if (!(await stat(path).catch(() => undefined))) throw error;
    });
  },
  get: (hash) => readFile(pathOfHash(dataFolder, hash)),
});

const made = new WeakMap<FileSettings, FileStore>();

/** A folder by default; the client of S3 is loaded only where the office has such a store. */
export const storeFor = async (dataFolder: string, files: FileSettings | undefined): Promise<FileStore> => {
  if (!files?.s3) return folderStore(dataFolder);
  const known = made.get(files);
  if (known) return known;
  const { s3Store } = await import('./s3Store.ts');
  const [s3, folder] = [s3Store(files.s3), folderStore(dataFolder)];
  // What was kept before the office had such a store still lies in the folder.
  const store: FileStore = { put: s3.put, get: (hash) => s3.get(hash).catch(() => folder.get(hash)) };
  made.set(files, store);
  return store;
};

const storeOf = (services: Services): Promise<FileStore> => storeFor(services.dataFolder, services.files);

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

export const readFileByHash = async (services: Services, hash: string): Promise<Uint8Array> =>
  (await storeOf(services)).get(hash);
