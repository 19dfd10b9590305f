import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '../../server/database/schema.ts';
import type { Folder } from './folder.ts';

/** Secrets, and what is only of use to this program while it runs. */
const LEFT_BEHIND = new Set([
  'password',
  'second_factor',
  'session',
  'access_token',
  'password_reset',
  'sign_in_attempt',
  'client_write',
  'reading',
  'migration',
  'upload',
  'upload_piece',
]);

const LINES = 2000;

/** Every table as JSON lines: what a room of the program keeps leaves with it, also one that is added later. */
export const putTables = async (db: Kysely<DB> | Transaction<DB>, folder: Folder): Promise<void> => {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  for (const { name } of tables) {
    if (LEFT_BEHIND.has(name)) continue;
    const lines: string[] = [];
    for (let from = 0; ; from += LINES) {
      const { rows } = await sql<{ line: string }>`
        select row_to_json(t)::text as line from ${sql.table(name)} t
        order by t.ctid offset ${from} limit ${LINES}`.execute(db);
      lines.push(...rows.map((row) => row.line));
      if (rows.length < LINES) break;
    }
    await folder.put(`du-lieu/${name}.jsonl`, lines.map((line) => `${line}\n`).join(''));
  }
};
