import { sql, type Transaction } from 'kysely';
import pg from 'pg';
import { DIRECTORY_CHAIN } from '../../core/kernel/fact.ts';
import { businessNow } from '../clock/now.ts';
import { MIGRATIONS_FOLDER } from '../database/migrate.ts';
import type { DatabaseAccess } from '../database/roles.ts';
import type { DB } from '../database/schema.ts';
import { findSealKey, keyOfBytes, seal, sealKey, unseal } from '../database/seal.ts';
import { storeFor } from '../evidence/files.ts';
import type { FileSettings } from '../http/context.ts';
import { appendFacts } from '../record/facts.ts';
import { sha256 } from '../record/hash.ts';
import { changed, databaseFailure, otherMode, ownerNeeded } from './failures.ts';
import type { Summary } from './format.ts';
import {
  asOneTransaction,
  giveRights,
  makeSchemaAnew,
  setSequences,
  TableLoader,
  takeSteps,
} from './load.ts';
import { BrokenContent } from './parts.ts';
import { FilePlacer } from './placeFiles.ts';
import { progress, type Say, workOf } from './progress.ts';
import { keyOf, type OpenedBackup, openBackup, readParts } from './read.ts';
import { headsOf } from './tables.ts';
import { RESTORE_NAME, refuseServing, refuseTarget, type Step, stepsFor } from './target.ts';

export interface CheckedBackup extends OpenedBackup {
  key: Buffer;
  steps: { before: Step[]; after: Step[] };
}

export interface RestoreOptions {
  dataFolder: string;
  secret?: string;
  files?: FileSettings;
  intoExisting: boolean;
  say: Say;
}

/** Reads the whole file: nothing is touched, no database is even opened, before all of it has proved good. */
export async function checkBackup(
  path: string,
  options: { passphrase: string; mode: 'demo' | 'office'; migrationsFolder?: string },
): Promise<CheckedBackup> {
  const backup = await openBackup(path);
  const { header } = backup;
  const steps = stepsFor(header.migrations, options.migrationsFolder ?? MIGRATIONS_FOLDER);
  if (header.mode !== options.mode) throw otherMode(header.mode);
  const key = await keyOf(backup, options.passphrase);
  await readParts(backup, key, () => undefined);
  return { ...backup, key, steps };
}

/** All of it is taken in one transaction, or the present data stays as it is. */
export async function restoreBackup(
  access: DatabaseAccess,
  backup: CheckedBackup,
  options: RestoreOptions,
): Promise<Summary> {
  const { header, path } = backup;
  if (access.ownerUrl === undefined) throw ownerNeeded();
  const client = new pg.Client({ connectionString: access.ownerUrl, application_name: RESTORE_NAME });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await refuseTarget(client, { mode: header.mode, intoExisting: options.intoExisting });
    const { tables, rows, files } = header.counts;
    options.say(
      `Phục hồi ${tables} bảng, ${rows} dòng, ${files} tệp (sao lưu lúc ${header.madeAt})`,
      `Restoring ${tables} tables, ${rows} rows, ${files} files (backup of ${header.madeAt})`,
    );
    const summary = await load(client, access, backup, options);
    await client.query('analyze').catch(() => undefined);
    return summary;
  } catch (error) {
    throw databaseFailure(error instanceof BrokenContent ? changed(path, error) : error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function load(
  client: pg.Client,
  access: DatabaseAccess,
  backup: CheckedBackup,
  options: RestoreOptions,
): Promise<Summary> {
  const { dataFolder, files: settings, say } = options;
  const files = new FilePlacer(dataFolder);
  await files.begin();
  try {
    return await asOneTransaction(client, async (trx) => {
      await refuseServing(client);
      await makeSchemaAnew(client, backup.steps.before);
      const summary = await loadParts(client, backup, files, say);
      await setSequences(client, summary);
      if (sha256((await headsOf(client)).text) !== summary.root) throw new BrokenContent('heads of chains');
      await takeSteps(client, backup.steps.after);
      await giveRights(client, access);
      await closeDoors(trx);
      await sealAnew(trx, summary, options);
      await holdLetters(trx);
      await recordRestore(trx, backup, summary);
      await files.place(settings?.s3 ? await storeFor(dataFolder, settings) : undefined);
      return summary;
    });
  } finally {
    await files.clear();
  }
}

async function loadParts(
  client: pg.Client,
  backup: CheckedBackup,
  files: FilePlacer,
  say: Say,
): Promise<Summary> {
  const tables = new TableLoader(client);
  const advance = progress(workOf(backup.header.counts), say);
  let summary: Summary | undefined;
  await readParts(backup, backup.key, async (part) => {
    await tables.take(part);
    await files.take(part);
    advance(part);
    if (part.kind === 'end') summary = part.summary;
  });
  if (summary === undefined) throw new BrokenContent('no end');
  return summary;
}

/** Sessions and links that were ended or used after the backup must not open a door again. */
async function closeDoors(trx: Transaction<DB>): Promise<void> {
  await trx
    .updateTable('session')
    .set({ ended_at: sql`now()`, ended_why: 'ended' })
    .where('ended_at', 'is', null)
    .execute();
  await trx.updateTable('password_reset').set({ expires_at: sql`least(expires_at, now())` }).execute();
}

/** Secrets are sealed with the key of this place from now on; its own key opened them where they came from. */
async function sealAnew(trx: Transaction<DB>, summary: Summary, options: RestoreOptions): Promise<void> {
  const { sealKey: theirs } = summary;
  const keys = [
    ...(theirs === undefined ? [] : [keyOfBytes(Buffer.from(theirs, 'base64url'))]),
    findSealKey(options),
  ];
  const rows = await trx.selectFrom('second_factor').select(['person_id', 'secret']).execute();
  let lost = 0;
  for (const { person_id, secret } of rows) {
    const plain = keys.map((key) => unseal(key, person_id, secret)).find((text) => text !== undefined);
    if (plain === undefined) lost++;
    else
      await trx
        .updateTable('second_factor')
        .set({ secret: seal(sealKey(options), person_id, plain) })
        .where('person_id', '=', person_id)
        .execute();
  }
  if (lost > 0)
    options.say(
      `${lost} người có mã một lần mà bản sao lưu không có khóa: tắt xác thực hai bước của họ (cchc user remove-totp TÊN) để họ bật lại`,
      `${lost} people have one-time codes whose key is not in the backup: remove their second factor (cchc user remove-totp LOGIN), they set it up anew`,
    );
}

const MAYBE_SENT =
  'Thư chờ gửi lúc sao lưu; từ đó đến lúc phục hồi có thể đã gửi. Hỏi người nhận rồi gửi lại nếu cần.';

/** A letter that waited then may have gone since, or still go from the system that was backed up: a person decides. */
async function holdLetters(trx: Transaction<DB>): Promise<void> {
  await trx
    .updateTable('outgoing_mail')
    .set({ state: 'dead', lease_until: null, ended_at: sql`now()`, last_error: MAYBE_SENT })
    .where('state', 'in', ['waiting', 'sending', 'handed'])
    .execute();
}

async function recordRestore(trx: Transaction<DB>, backup: OpenedBackup, summary: Summary): Promise<void> {
  const { tables, rows, files, missingFiles, chains, root } = summary;
  const data = {
    madeAt: backup.header.madeAt,
    sha256: backup.sha256,
    tables,
    rows,
    files,
    missingFiles: missingFiles.length,
    chains,
    chainHeads: root,
  };
  const fact = { type: 'backup.restored', chain: DIRECTORY_CHAIN, data };
  await appendFacts(trx, [fact], null, await businessNow(trx), Date.now());
}
