import { startEmbedded } from './embedded/start.ts';
import { accessFromAddresses, type DatabaseAccess, ensureDatabase } from './roles.ts';

export const DATABASE_NAME = 'cchc';

export interface OpenDatabase {
  access: DatabaseAccess;
  kind: 'embedded' | 'external';
  stop(): Promise<void>;
}

/** The database of the program: a server by its address, or our own in the data folder. */
export async function openDatabase(options: {
  databaseUrl: string | undefined;
  ownerUrl: string | undefined;
  folder: string;
  purpose: string;
  say?: (vi: string, en: string) => void;
}): Promise<OpenDatabase> {
  if (options.databaseUrl !== undefined) {
    const access = await accessFromAddresses(options.databaseUrl, options.ownerUrl);
    return { access, kind: 'external', stop: async () => undefined };
  }
  const server = await startEmbedded(options);
  try {
    await ensureDatabase(server.url('postgres', 'postgres'), {
      database: DATABASE_NAME,
      owner: server.passwords.owner,
      app: server.passwords.app,
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
  const access = {
    ownerUrl: server.url('cchc_owner', DATABASE_NAME),
    appUrl: server.url('cchc_app', DATABASE_NAME),
  };
  return { access, kind: 'embedded', stop: server.stop };
}
