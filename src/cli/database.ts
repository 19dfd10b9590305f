import { type Connection, connect } from '../server/database/connect.ts';
import { joinEmbedded } from '../server/database/embedded/start.ts';
import { refuseUnsafeRole } from '../server/database/guard.ts';
import { migrate } from '../server/database/migrate.ts';
import { DATABASE_NAME, type OpenDatabase, openDatabase } from '../server/database/open.ts';
import type { DatabaseAccess } from '../server/database/roles.ts';
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
    const applied = (await migrate(database.access)).length;
    if (applied > 0) step(`Cập nhật cơ sở dữ liệu: ${applied} bước`, `Database updated: ${applied} steps`);
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
  work: (connection: Connection, access: DatabaseAccess) => Promise<T>,
  options: { readonly planOnce?: boolean } = {},
): Promise<T> {
  const running = settings.databaseUrl === undefined ? await joinEmbedded(settings.folder) : undefined;
  const database = running === undefined ? await openReady(settings, 'command') : undefined;
  const access = database?.access ?? {
    ownerUrl: running?.url('cchc_owner', DATABASE_NAME),
    appUrl: running?.url('cchc_app', DATABASE_NAME) ?? '',
  };
  try {
    const connection = connect(access.appUrl, { max: 5, name: 'cchc command', ...options });
    try {
      return await work(connection, access);
    } finally {
      await connection.close();
    }
  } finally {
    await database?.stop();
  }
}
