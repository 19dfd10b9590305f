import pg from 'pg';
import { PlainFailure } from './failure.ts';
import type { DatabaseAccess } from './roles.ts';

/**
 * Takes every row out of a demonstration. Only the owner can: the application may not delete facts. The mode is
 * looked at in the same transaction, so that an office's data is never emptied by mistake.
 */
export async function emptyDemonstration(access: DatabaseAccess): Promise<void> {
  if (access.ownerUrl === undefined) {
    throw new PlainFailure(
      'Đưa số liệu minh họa về ban đầu cần quyền chủ sở hữu. Đặt thêm DATABASE_OWNER_URL rồi chạy lại.',
      'Setting the illustrative data back needs the rights of the owner. Set DATABASE_OWNER_URL too and run again.',
    );
  }
  const client = new pg.Client({ connectionString: access.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
    );
    await client.query(`lock table installation in access exclusive mode`);
    const mode = await client.query<{ mode: string }>('select mode from installation');
    if (mode.rows.some((row) => row.mode !== 'demo')) throw officeKept();
    await client.query(`truncate ${rows.map((row) => row.name).join(', ')}`);
    await client.query('delete from queue.job');
    await client.query('commit');
  } finally {
    // Ending an open transaction with its connection rolls it back.
    await client.end();
  }
}

function officeKept(): PlainFailure {
  return new PlainFailure(
    'Cơ sở dữ liệu này là của một cơ quan thật nên được giữ nguyên. Chọn CCHC_DATA (hay DATABASE_URL) của bản minh họa.',
    'This database belongs to a real office and is left as it is. Choose the CCHC_DATA (or DATABASE_URL) of the demonstration.',
  );
}
