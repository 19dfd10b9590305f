import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { programServes } from '../server/backup/failures.ts';
import { findHolder } from '../server/database/embedded/hold.ts';
import { readArguments } from './arguments.ts';
import { tellMissing } from './backup.ts';
import { withDatabase } from './database.ts';
import { readPassphrase } from './passphrase.ts';
import { readSettings, type Settings } from './settings.ts';
import { print, step, UsageFailure, words } from './terminal.ts';

/** `restore FILE`: a system as the backup knew it, all or nothing. */
export async function restore(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    office: { type: 'boolean', default: false },
    'into-existing': { type: 'boolean', default: false },
    'passphrase-file': { type: 'string' },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageFailure(
      'Lệnh đúng: cchc restore TỆP [--passphrase-file TỆP] [--into-existing] [--office].',
      'Use: cchc restore FILE [--passphrase-file FILE] [--into-existing] [--office].',
    );
  }
  const settings = readSettings({ office: values.office });
  const path = resolve(file);
  const passphrase = await readPassphrase({ file: values['passphrase-file'], twice: false });
  await refuseServingFolder(settings);
  const { checkBackup, restoreBackup } = await import('../server/backup/restore.ts');
  const { verifyChains } = await import('../server/audit/verify.ts');
  step('Kiểm tra bản sao lưu', 'Checking the backup');
  const checked = await checkBackup(path, { passphrase, mode: settings.mode });
  const { summary, found } = await withDatabase(settings, async ({ db }, access) => {
    const summary = await restoreBackup(access, checked, {
      dataFolder: settings.folder,
      ...(settings.secret === undefined ? {} : { secret: settings.secret }),
      files: settings.files,
      intoExisting: values['into-existing'],
      say: step,
    });
    return { summary, found: (await verifyChains(db)).found };
  });
  print(
    words(
      `Đã phục hồi: ${summary.tables} bảng, ${summary.rows} dòng, ${summary.files} tệp. Mọi người đăng nhập lại.`,
      `Restored: ${summary.tables} tables, ${summary.rows} rows, ${summary.files} files. Everybody signs in again.`,
    ),
  );
  if (found.length > 0) {
    print(
      words(
        `Nhật ký trong bản sao lưu có ${found.length} chỗ không khớp: chạy "cchc audit verify" để xem.`,
        `The journal in the backup has ${found.length} places that do not fit: run "cchc audit verify".`,
      ),
    );
  }
  return tellMissing(summary.missingFiles);
}

/** An idle program may have no connection open at the moment; whoever serves from the folder is known anyway. */
async function refuseServingFolder({ databaseUrl, folder }: Settings): Promise<void> {
  if (databaseUrl !== undefined || !existsSync(folder)) return;
  if ((await findHolder(folder))?.purpose === 'serve') throw programServes();
}
