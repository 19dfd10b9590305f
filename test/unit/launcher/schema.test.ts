import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

test('the types of the schema are those of the migrations', () => {
  const done = spawnSync(process.execPath, [join(root, 'scripts/database-types.ts'), '--print'], {
    encoding: 'utf8',
  });
  expect(done.stderr).toBe('');
  const committed = readFileSync(join(root, 'src/server/database/schema.ts'), 'utf8');
  expect(committed, 'run: npm run -s db:types').toBe(done.stdout);
});
