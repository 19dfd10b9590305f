import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ownLikeFolder } from '../database/embedded/identity.ts';
import type { FileStore } from '../evidence/fileStore.ts';
import { pathOfHash } from '../evidence/files.ts';
import { fileFailure } from './failures.ts';
import type { Part } from './format.ts';

/**
 * Files of a restore lie aside, whole and on the disk, until all of them are there; then each gets its name. A name is
 * the hash of the content, so that no file which stands already is ever turned into another.
 */
export class FilePlacer {
  readonly #dataFolder: string;
  readonly #aside: string;
  readonly #waiting: string[] = [];
  #open: { handle: FileHandle; left: number } | undefined;

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
    this.#aside = join(dataFolder, 'files', 'restore.half');
  }

  async begin(): Promise<void> {
    await rm(this.#aside, { recursive: true, force: true });
    await mkdir(this.#aside, { recursive: true, mode: 0o700 });
  }

  async take(part: Part): Promise<void> {
    try {
      if (part.kind === 'file') {
        this.#waiting.push(part.hash);
        this.#open = { handle: await open(join(this.#aside, part.hash), 'wx', 0o600), left: part.size };
        if (part.size === 0) await this.#close();
      } else if (part.kind === 'bytes' && this.#open !== undefined) {
        await this.#open.handle.writeFile(part.bytes);
        this.#open.left -= part.bytes.length;
        if (this.#open.left === 0) await this.#close();
      }
    } catch (error) {
      throw fileFailure(join(this.#dataFolder, 'files'), error, 'write');
    }
  }

  async #close(): Promise<void> {
    await this.#open?.handle.sync();
    await this.#open?.handle.close();
    this.#open = undefined;
  }

  async place(store?: FileStore): Promise<void> {
    for (const hash of this.#waiting) {
      if (store) {
        await store.put(hash, await readFile(join(this.#aside, hash)));
        continue;
      }
      const path = pathOfHash(this.#dataFolder, hash);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      ownLikeFolder(this.#dataFolder, dirname(path));
      ownLikeFolder(this.#dataFolder, join(this.#aside, hash));
      await rename(join(this.#aside, hash), path);
    }
  }

  /** Whatever happened, nothing stays aside. */
  async clear(): Promise<void> {
    await this.#open?.handle.close().catch(() => undefined);
    await rm(this.#aside, { recursive: true, force: true });
  }
}
