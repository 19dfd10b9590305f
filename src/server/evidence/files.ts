import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Services, WriteContext } from '../http/context.ts';
import { sha256 } from '../record/hash.ts';

/** Where the bytes of a hash lie in a data folder. */
export const pathOfHash = (dataFolder: string, hash: string): string =>
  join(dataFolder, 'files', hash.slice(0, 2), hash);

/** Keeps the bytes once by their hash: written whole under another name first, so that half a file never counts. */
export const keepFile = async (
  ctx: WriteContext,
  bytes: Uint8Array,
  name: string,
  mediaType: string,
): Promise<string> => {
  const hash = sha256(bytes);
  const path = pathOfHash(ctx.services.dataFolder, hash);
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = join(folder, `${randomUUID()}.half`);
  await writeFile(half, bytes, { mode: 0o600, flush: true });
  await rename(half, path);
  await ctx.trx
    .insertInto('stored_file')
    .values({
      hash,
      name: name.slice(0, 200),
      media_type: mediaType,
      size: bytes.length,
      created_at: new Date(ctx.now),
      created_by: ctx.person.personId,
    })
    .onConflict((c) => c.doNothing())
    .execute();
  return hash;
};

export const readFileByHash = (services: Services, hash: string): Promise<Uint8Array> =>
  readFile(pathOfHash(services.dataFolder, hash));
