import { type Connection, connect } from '../server/database/connect.ts';
import { joinEmbedded } from '../server/database/embedded/start.ts';
import { refuseUnsafeRole } from '../server/database/guard.ts';
import { migrate } from '../server/database/migrate.ts';
import { DATABASE_NAME, type OpenDatabase, openDatabase } from '../server/database/open.ts';
import type { Settings } from './settings.ts';
import { step } from './terminal.ts';

/** Opens the database of the settings, brings its schema up to date and makes sure that our role is harmless. */
export async function openReady(settings: Settings, purpose: string): Promise<OpenDatabase> {
  const database = await openDatabase({
    databaseUrl: settings.databaseUrl,
    ownerUrl: settings.ownerUrl,
    folder: settings.folder,
    purpose,
    say: step,
  });
  try {
    const applied = await migrate(database.access);
    if (applied.length > 0)
      step(`Cập nhật cơ sở dữ liệu: ${applied.length} bước`, `Database updated: ${applied.length} steps`);
    await refuseUnsafeRole(database.access.appUrl);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** For commands: works beside a program that is serving from the same folder, else on its own. */
export async function withDatabase<T>(
  settings: Settings,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const running = settings.databaseUrl === undefined ? await joinEmbedded(settings.folder) : undefined;
  const database = running === undefined ? await openReady(settings, 'command') : undefined;
  const url = running?.url('cchc_app', DATABASE_NAME) ?? database?.access.appUrl ?? '';
  try {
    const connection = connect(url, { max: 5, name: 'cchc command' });
    try {
      return await work(connection);
    } finally {
      await connection.close();
    }
  } finally {
    await database?.stop();
  }
}
