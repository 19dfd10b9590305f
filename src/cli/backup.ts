import { resolve } from 'node:path';
import { readArguments } from './arguments.ts';
import { withDatabase } from './database.ts';
import { readPassphrase } from './passphrase.ts';
import { readSettings } from './settings.ts';
import { print, step, UsageFailure, words } from './terminal.ts';
import { programVersion } from './version.ts';

/** `backup FILE`: all data and files of a system, running or not, in one encrypted file. */
export async function backup(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    office: { type: 'boolean', default: false },
    'passphrase-file': { type: 'string' },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageFailure(
      'Lệnh đúng: cchc backup TỆP [--passphrase-file TỆP] [--office].',
      'Use: cchc backup FILE [--passphrase-file FILE] [--office].',
    );
  }
  const settings = readSettings({ office: values.office });
  const path = resolve(file);
  const passphrase = await readPassphrase({ file: values['passphrase-file'], twice: true });
  const { makeBackup } = await import('../server/backup/make.ts');
  const made = await withDatabase(settings, (connection) =>
    makeBackup(connection, {
      path,
      passphrase,
      dataFolder: settings.folder,
      ...(settings.secret === undefined ? {} : { secret: settings.secret }),
      files: settings.files,
      mode: settings.mode,
      program: programVersion(),
      say: step,
    }),
  );
  const { tables, rows, files, missingFiles } = made.summary;
  print(
    words(
      `Đã sao lưu vào ${path}: ${tables} bảng, ${rows} dòng, ${files} tệp, ${made.bytes} byte`,
      `Backed up to ${path}: ${tables} tables, ${rows} rows, ${files} files, ${made.bytes} bytes`,
    ),
  );
  print(`SHA-256 ${made.sha256}`);
  return tellMissing(missingFiles);
}

/** A backup without some files is better than none, but whoever scheduled it must hear of it. */
export function tellMissing(missing: string[]): number {
  if (missing.length === 0) return 0;
  const named = missing.slice(0, 5).join(', ');
  process.stderr.write(
    `✗ ${words(
      `Thiếu ${missing.length} tệp minh chứng: mất hoặc đã hỏng trong thư mục dữ liệu (${named}). Chép lại các tệp này từ bản sao lưu cũ hơn.`,
      `${missing.length} files are not included: they are gone or damaged in the data folder (${named}). Bring them back from an older backup.`,
    )}\n`,
  );
  return 1;
}
