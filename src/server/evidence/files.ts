import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Services, WriteContext } from '../http/context.ts';
import { sha256 } from '../record/hash.ts';

const folderOf = (services: Services, hash: string): string =>
  join(services.dataFolder, 'files', hash.slice(0, 2));

/** Keeps the bytes once by their hash: written whole under another name first, so that half a file never counts. */
export const keepFile = async (
  ctx: WriteContext,
  bytes: Uint8Array,
  name: string,
  mediaType: string,
): Promise<string> => {
  const hash = sha256(bytes);
  const folder = folderOf(ctx.services, hash);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = join(folder, `${randomUUID()}.half`);
  await writeFile(half, bytes, { mode: 0o600, flush: true });
  await rename(half, join(folder, hash));
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
  readFile(join(folderOf(services, hash), hash));
