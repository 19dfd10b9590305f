import type pg from 'pg';
import { DIRECTORY_CHAIN, type Fact } from '../../core/kernel/fact.ts';
import { businessNow } from '../clock/now.ts';
import type { Connection } from '../database/connect.ts';
import { inTransaction } from '../database/retry.ts';
import { storeFor } from '../evidence/files.ts';
import type { FileSettings } from '../http/context.ts';
import { appendFacts } from '../record/facts.ts';
import { dumpParts } from './dump.ts';
import { backupOfOther, databaseFailure, nothingToBackUp } from './failures.ts';
import type { AppliedStep, Header, Part, Summary } from './format.ts';
import { newRecipe } from './frames.ts';
import { progress, type Say, workOf } from './progress.ts';
import { SESSION, type Table, tablesInOrder } from './tables.ts';
import { type Written, writeBackup } from './write.ts';

export interface BackupOptions {
  path: string;
  passphrase: string;
  dataFolder: string;
  secret?: string;
  files?: FileSettings;
  mode: 'demo' | 'office';
  /** Version of the program. */
  program: string;
  say: Say;
}

/**
 * Everything in one file, from a database in use: one snapshot, which no writer waits for. Files of evidence are only
 * ever added, and before their row is, so that the data folder holds all that the snapshot names.
 */
export async function makeBackup(
  { pool, db }: Connection,
  options: BackupOptions,
): Promise<Written & { header: Header; summary: Summary }> {
  const client = await pool.connect();
  // The broken query tells; without a listener the same break would end the process.
  client.on('error', () => undefined);
  let failed = true;
  const made = await dump(client, options)
    .then((done) => {
      failed = false;
      return done;
    })
    .finally(() => client.release(failed));
  const { summary, sha256, bytes } = made;
  const fact: Fact = {
    type: 'backup.made',
    chain: DIRECTORY_CHAIN,
    data: {
      tables: summary.tables,
      rows: summary.rows,
      files: summary.files,
      missingFiles: summary.missingFiles.length,
      chains: summary.chains,
      chainHeads: summary.root,
      sha256,
      bytes,
    },
  };
  const now = await businessNow(db);
  await inTransaction(db, (trx) => appendFacts(trx, [fact], null, now, Date.now()));
  return made;
}

async function dump(client: pg.PoolClient, options: BackupOptions) {
  const { path, passphrase, dataFolder, say } = options;
  const store = options.files?.s3 ? await storeFor(dataFolder, options.files) : undefined;
  const { header, tables } = await begin(client, options).catch((error) => {
    throw databaseFailure(error);
  });
  const { counts } = header;
  say(
    `Sao lưu ${counts.tables} bảng, ${counts.rows} dòng, ${counts.files} tệp`,
    `Backing up ${counts.tables} tables, ${counts.rows} rows, ${counts.files} files`,
  );
  let summary: Summary | undefined;
  const advance = progress(workOf(counts), say);
  async function* parts(): AsyncGenerator<Part> {
    for await (const part of dumpParts(client, tables, options, store)) {
      advance(part);
      if (part.kind === 'end') summary = part.summary;
      yield part;
    }
  }
  const written = await writeBackup(path, header, passphrase, parts());
  await client.query('commit');
  if (summary === undefined) throw new Error('a backup without its end');
  return { ...written, header, summary };
}

async function begin(
  client: pg.PoolClient,
  { mode, program }: BackupOptions,
): Promise<{ header: Header; tables: Table[] }> {
  await client.query('begin isolation level repeatable read read only');
  await client.query(SESSION);
  const { rows } = await client.query<{ mode: Header['mode'] }>('select mode from installation');
  const found = rows[0]?.mode;
  if (found === undefined) throw nothingToBackUp();
  if (found !== mode) throw backupOfOther(found);
  const { rows: migrations } = await client.query<AppliedStep>(
    'select id, name, hash from migration where id > 0 order by id',
  );
  const tables = await tablesInOrder(client);
  let counted = 0;
  for (const { name } of tables) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from "${name}"`);
    counted += Number(rows[0]?.n ?? 0);
  }
  const { rows: files } = await client.query<{ files: string; bytes: string }>(
    'select count(*) as files, coalesce(sum(size), 0)::text as bytes from stored_file',
  );
  const counts = {
    tables: tables.length,
    rows: counted,
    files: Number(files[0]?.files ?? 0),
    fileBytes: Number(files[0]?.bytes ?? 0),
  };
  const header = {
    program,
    mode: found,
    madeAt: new Date().toISOString(),
    migrations,
    counts,
    key: newRecipe(),
  };
  return { header, tables };
}
