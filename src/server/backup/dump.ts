import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { findSealKey, type SealPlace } from '../database/seal.ts';
import type { FileStore } from '../evidence/fileStore.ts';
import { pathOfHash } from '../evidence/files.ts';
import { sha256 } from '../record/hash.ts';
import { databaseFailure } from './failures.ts';
import type { Part } from './format.ts';
import { headsOf, type Table } from './tables.ts';

const FILES_AT_ONCE = 500;

/** All rows of all tables and the bytes of all files, as one snapshot shows them. */
export async function* dumpParts(
  client: pg.ClientBase,
  tables: Table[],
  place: SealPlace,
  /** Where files are that do not lie in the folder. */
  store?: FileStore,
): AsyncGenerator<Part> {
  const { dataFolder } = place;
  let rows = 0;
  for (const table of tables) {
    yield { kind: 'table', ...table };
    const hash = createHash('sha256');
    const columns = table.columns.map(pg.escapeIdentifier).join(', ');
    const stream = client.query(copyTo(`copy ${pg.escapeIdentifier(table.name)} (${columns}) to stdout`));
    try {
      for await (const bytes of stream as AsyncIterable<Buffer>) {
        hash.update(bytes);
        yield { kind: 'rows', bytes };
      }
    } catch (error) {
      throw databaseFailure(error);
    }
    yield { kind: 'tableEnd', rows: stream.rowCount, sha256: hash.digest('hex') };
    rows += stream.rowCount;
  }
  const missingFiles: string[] = [];
  let files = 0;
  for await (const hash of filesOf(client)) {
    const path = pathOfHash(dataFolder, hash);
    const size = await sizeIfWhole(path, hash);
    if (size !== undefined) {
      yield { kind: 'file', hash, size };
      for await (const bytes of createReadStream(path, { highWaterMark: 1 << 18 }))
        yield { kind: 'bytes', bytes };
      files++;
      continue;
    }
    const bytes = await fromStore(store, hash);
    if (bytes === undefined) missingFiles.push(hash);
    else {
      yield { kind: 'file', hash, size: bytes.length };
      for (let at = 0; at < bytes.length; at += 1 << 18)
        yield { kind: 'bytes', bytes: bytes.subarray(at, at + (1 << 18)) };
      files++;
    }
  }
  const heads = await headsOf(client);
  const sequences = await sequencesOf(client);
  const root = sha256(heads.text);
  const sealKey = findSealKey(place)?.bytes.toString('base64url');
  const summary = {
    tables: tables.length,
    rows,
    files,
    missingFiles,
    chains: heads.chains,
    root,
    sequences,
    ...(sealKey === undefined ? {} : { sealKey }),
  };
  yield { kind: 'end', summary };
}

async function* filesOf(client: pg.ClientBase): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const { rows } = await client.query<{ hash: string }>(
      'select hash from stored_file where hash > $1 order by hash limit $2',
      [after, FILES_AT_ONCE],
    );
    for (const { hash } of rows) yield hash;
    const last = rows.at(-1);
    if (last === undefined || rows.length < FILES_AT_ONCE) return;
    after = last.hash;
  }
}

async function sequencesOf(client: pg.ClientBase): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(`
    select sequencename::text as name, last_value::text as value from pg_sequences
    where schemaname = 'public' and last_value is not null order by 1`);
  return rows;
}

/** From another store, whole: no file of ours is larger than a backup may hold in memory. */
async function fromStore(store: FileStore | undefined, wanted: string): Promise<Buffer | undefined> {
  const bytes = await store?.get(wanted).catch(() => undefined);
  return bytes && sha256(bytes) === wanted ? Buffer.from(bytes) : undefined;
}

/** Undefined when the file is gone, damaged or cannot be read: the backup goes on without it, and says so. */
async function sizeIfWhole(path: string, wanted: string): Promise<number | undefined> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: 1 << 18 })) {
      hash.update(bytes);
      size += bytes.length;
    }
    return hash.digest('hex') === wanted ? size : undefined;
  } catch {
    return undefined;
  }
}
