import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

test('npm ci accepts the lock file: every optional package of every platform has its entry', () => {
  const done = spawnSync(process.execPath, [join(root, 'scripts/complete-lock.mjs'), '--check'], {
    encoding: 'utf8',
  });
  expect(done.stderr, 'run: npm run lock').toBe('');
  expect(done.status).toBe(0);
});

test('the lock file records no download addresses', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": *"http/);
});
