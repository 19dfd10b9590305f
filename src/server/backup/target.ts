import type pg from 'pg';
import { readMigrations } from '../database/migrate.ts';
import { dataStands, newerSchema, otherSchema, otherTarget, programServes } from './failures.ts';
import type { AppliedStep } from './format.ts';

export type Step = ReturnType<typeof readMigrations>[number];

export const RESTORE_NAME = 'cchc restore';

/** The steps that the backup had taken, and those that are taken after its data is in. */
export function stepsFor(migrations: AppliedStep[], folder: string): { before: Step[]; after: Step[] } {
  const ours = readMigrations(folder);
  migrations.forEach((step, index) => {
    const same = ours[index];
    if (same === undefined) throw newerSchema(step.name);
    if (same.id !== step.id || same.hash !== step.hash) throw otherSchema(step.name);
  });
  return { before: ours.slice(0, migrations.length), after: ours.slice(migrations.length) };
}

/** Looks at the place before anything is done to it. */
export async function refuseTarget(
  client: pg.ClientBase,
  options: { mode: 'demo' | 'office'; intoExisting: boolean },
): Promise<void> {
  await refuseServing(client);
  const { rows } = await client.query<{ mode: string }>('select mode from installation');
  const found = rows[0]?.mode;
  if (found !== undefined && found !== options.mode) throw otherTarget(found);
  const holds = await client.query('select from installation union all (select from unit limit 1)');
  if (holds.rowCount !== 0 && !options.intoExisting) throw dataStands();
}

/** The program keeps at least one connection open as long as it serves. */
export async function refuseServing(client: pg.ClientBase): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()
       and application_name like 'cchc%' and application_name <> $1`,
    [RESTORE_NAME],
  );
  if (rowCount !== 0) throw programServes();
}
