import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { PlainFailure } from '../server/database/failure.ts';
import { inTransaction } from '../server/database/retry.ts';
import { readArguments } from './arguments.ts';
import { withDatabase } from './database.ts';
import { readSettings } from './settings.ts';
import { print, step, UsageFailure, words } from './terminal.ts';

/** `pack load NAME|FOLDER`: the data that an office can replace. People are not loaded: an office has its own. */
export async function pack(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { office: { type: 'boolean', default: false } });
  const [verb, name, ...more] = positionals;
  if (verb !== 'load' || name === undefined || more.length > 0) {
    throw new UsageFailure(
      'Cho biết gói cần nạp: cchc pack load TÊN (trong thư mục packs) hoặc THƯ MỤC.',
      'Name the pack: cchc pack load NAME (in the folder packs) or FOLDER.',
    );
  }
  const { readPack } = await import('../server/pack/read.ts');
  const { loadPack } = await import('../server/pack/load.ts');
  const isFolder = existsSync(name) && statSync(name).isDirectory();
  const read = isFolder ? readPack(basename(resolve(name)), dirname(resolve(name))) : readPack(name);
  const content = await read.catch(asPlain);
  step(`Nạp gói ${content.name}`, `Loading the pack ${content.name}`);
  const loaded = await withDatabase(readSettings({ office: values.office }), ({ db }) =>
    inTransaction(db, (trx) => loadPack(trx, content, Date.now())).catch(asPlain),
  );
  for (const [table, rows] of Object.entries(loaded)) print(`  ${table.padEnd(12)} +${rows}`);
  print(words('Đã nạp. Phần đã có được giữ nguyên.', 'Loaded. What was there is kept.'));
  return 0;
}

/** The pack's own failures are sentences for the person at the terminal. */
export function asPlain(error: Error & { code?: string }): never {
  if (error.code?.startsWith('pack.'))
    throw new PlainFailure(error.message, `The pack is refused (${error.code}).`, error);
  throw error;
}
