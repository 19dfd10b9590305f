import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflate } from 'node:zlib';
import { PlainFailure } from '../database/failure.ts';
import { changed, cutShort, fileFailure, newerFormat, notABackup, wrongKey } from './failures.ts';
import {
  END,
  FIXED_BYTES,
  FORMAT,
  HASH_BYTES,
  HEADER_LIMIT,
  type Header,
  MAGIC,
  type Part,
} from './format.ts';
import { BrokenFrame, isOurRecipe, keyFrom, unsealed } from './frames.ts';
import { BrokenContent, decodeParts } from './parts.ts';

export interface OpenedBackup {
  path: string;
  header: Header;
  prefix: Buffer;
  /** Where the frames begin and end in the file. */
  from: number;
  to: number;
  sha256: string;
}

/** Looks at the whole file without its key: is it a backup, of this format, with its end, and unchanged? */
export async function openBackup(path: string): Promise<OpenedBackup> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    return await look(handle, path);
  } catch (error) {
    throw fileFailure(path, error, 'read');
  } finally {
    await handle?.close();
  }
}

async function look(handle: FileHandle, path: string): Promise<OpenedBackup> {
  const { size } = await handle.stat();
  const fixed = await bytesAt(handle, 0, FIXED_BYTES);
  if (!fixed.subarray(0, MAGIC.length).equals(MAGIC)) throw notABackup(path);
  if (fixed.length < FIXED_BYTES) throw cutShort(path);
  if (fixed.readUInt16BE(MAGIC.length) > FORMAT) throw newerFormat(path);
  const to = size - HASH_BYTES - END.length;
  const tail = await bytesAt(handle, Math.max(to, 0), HASH_BYTES + END.length);
  if (to < FIXED_BYTES || !tail.subarray(HASH_BYTES).equals(END)) throw cutShort(path);
  const sha256 = await hashUpTo(path, to);
  if (!tail.subarray(0, HASH_BYTES).equals(sha256)) throw changed(path);
  const from = FIXED_BYTES + fixed.readUInt32BE(MAGIC.length + 2);
  if (from > to || from > HEADER_LIMIT) throw changed(path);
  const prefix = await bytesAt(handle, 0, from);
  const header = headerOf(prefix.subarray(FIXED_BYTES), path);
  return { path, header, prefix, from, to, sha256: sha256.toString('hex') };
}

function headerOf(text: Buffer, path: string): Header {
  try {
    const header = JSON.parse(text.toString('utf8')) as Header;
    const known = header.mode === 'demo' || header.mode === 'office';
    if (!known || !Array.isArray(header.migrations) || !isOurRecipe(header.key)) throw changed(path);
    return header;
  } catch (error) {
    throw changed(path, error);
  }
}

/** Reads the content once from begin to end; whoever looks may stop by throwing. */
export async function readParts(
  backup: OpenedBackup,
  key: Buffer,
  look: (part: Part) => Promise<void> | void,
): Promise<void> {
  const { path, prefix, from, to } = backup;
  try {
    await pipeline(
      createReadStream(path, { start: from, end: to - 1, highWaterMark: 1 << 18 }),
      (source: AsyncIterable<Buffer>) => unsealed(source, key, prefix, to - from),
      createInflate(),
      async (source: AsyncIterable<Buffer>) => {
        for await (const part of decodeParts(source)) await look(part);
      },
    );
  } catch (error) {
    throw contentFailure(path, error);
  }
}

export function keyOf(backup: OpenedBackup, passphrase: string): Promise<Buffer> {
  return keyFrom(passphrase, backup.header.key);
}

function contentFailure(path: string, error: unknown): unknown {
  if (error instanceof PlainFailure) return error;
  // The file as a whole was unchanged: when the very first frame does not open, it is the key.
  if (error instanceof BrokenFrame) return error.first ? wrongKey(path) : changed(path, error);
  const { code = '' } = error as { code?: string };
  if (error instanceof BrokenContent || error instanceof SyntaxError || code.startsWith('Z_')) {
    return changed(path, error);
  }
  return error;
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function hashUpTo(path: string, end: number): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { end: end - 1, highWaterMark: 1 << 20 }))
    hash.update(chunk);
  return hash.digest();
}
