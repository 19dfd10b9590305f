import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createDeflate } from 'node:zlib';
import { fileFailure, fileStands } from './failures.ts';
import { END, type Header, type Part, prefixOf } from './format.ts';
import { keyFrom, sealed } from './frames.ts';
import { encodeParts } from './parts.ts';

export interface Written {
  bytes: number;
  sha256: string;
}

/** The file bears its name only when it is whole and on the disk; until then it is FILE.half. */
export async function writeBackup(
  path: string,
  header: Header,
  passphrase: string,
  parts: AsyncIterable<Part>,
): Promise<Written> {
  await refuseStanding(path);
  const half = `${path}.half`;
  let handle: FileHandle | undefined;
  let ours = false;
  try {
    await rm(half, { force: true });
    handle = await open(half, 'wx', 0o600);
    ours = true;
    const written = await pour(handle, header, await keyFrom(passphrase, header.key), parts);
    await handle.sync();
    await refuseStanding(path);
    // Another backup to the same name may have put its own half in place of ours.
    ours = (await stat(half)).ino === (await handle.stat()).ino;
    if (!ours) throw fileStands(half);
    await handle.close();
    await rename(half, path);
    await syncFolder(dirname(path));
    return written;
  } catch (error) {
    await handle?.close().catch(() => undefined);
    if (ours) await rm(half, { force: true }).catch(() => undefined);
    throw fileFailure(path, error, 'write');
  }
}

/** Everything from the first byte to the end mark; memory does not grow with the content. */
export async function pour(
  handle: FileHandle,
  header: Header,
  key: Buffer,
  parts: AsyncIterable<Part>,
): Promise<Written> {
  const prefix = prefixOf(header);
  const hash = createHash('sha256');
  let bytes = 0;
  const put = async (piece: Buffer): Promise<void> => {
    await handle.writeFile(piece);
    bytes += piece.length;
  };
  hash.update(prefix);
  await put(prefix);
  await pipeline(
    encodeParts(parts),
    createDeflate(),
    (source: AsyncIterable<Buffer>) => sealed(source, key, prefix),
    async (source: AsyncIterable<Buffer>) => {
      for await (const frame of source) {
        hash.update(frame);
        await put(frame);
      }
    },
  );
  const sha256 = hash.digest();
  await put(Buffer.concat([sha256, END]));
  return { bytes, sha256: sha256.toString('hex') };
}

async function refuseStanding(path: string): Promise<void> {
  const standing = await stat(path).catch(() => undefined);
  if (standing !== undefined) throw fileStands(path);
}

/** A name that is only in memory is lost with the power. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
