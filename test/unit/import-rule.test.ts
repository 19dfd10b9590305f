import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const SCRIPT = join(import.meta.dirname, '../../scripts/import-rule.mjs');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function check(files: Record<string, string>): { code: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-rule-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const done = spawnSync(process.execPath, [SCRIPT, folder], { encoding: 'utf8' });
  return { code: done.status, said: done.stdout + done.stderr };
}

const REPORT = { 'src/core/report/states.ts': `export type State = 'drafting';\n` };
const FACT = { 'src/core/kernel/fact.ts': `export type Fact = { type: string };\n` };

test('a room may use what it knows, and what its friends know', () => {
  const { code, said } = check({
    ...FACT,
    'src/core/directory/unit.ts': `import type { Fact } from '../kernel/fact.ts';\nexport type Unit = Fact;\n`,
    'src/core/campaign/request.ts': `import type { Unit } from '../directory/unit.ts';\nexport type Request = Unit;\n`,
  });
  expect(said).toContain('3 of 3 modules read, 0 violations');
  expect(code).toBe(0);
});

test.each([
  ['a type from a room that is not known', 'src/core/template/cell.ts', '../report/states.ts'],
  ['the core looking at the server', 'src/core/report/sign.ts', '../../server/report/store.ts'],
  ['the web looking at the server', 'src/web/home.ts', '../server/report/store.ts'],
  ['a server room writing in another room', 'src/server/campaign/issue.ts', '../report/store.ts'],
  ['the shared ground looking at a room', 'src/server/http/route.ts', '../report/views.ts'],
])('%s is refused, though only a type is imported', (_, path, target) => {
  const { code, said } = check({
    ...REPORT,
    'src/server/report/store.ts': `export type State = 'x';\n`,
    'src/server/report/views.ts': `export type State = 'x';\n`,
    [path]: `import type { State } from '${target}';\nexport type Mine = State;\n`,
  });
  expect(said).toContain(`not-in-allowed: ${path} → `);
  expect(code).toBe(1);
});

test('a server room may read the views of another room', () => {
  const { code } = check({
    'src/server/report/views.ts': `export type State = 'x';\n`,
    'src/server/campaign/board.ts': `import type { State } from '../report/views.ts';\nexport type Mine = State;\n`,
  });
  expect(code).toBe(0);
});

test('a circle of types is refused', () => {
  const { code, said } = check({
    'src/core/kernel/a.ts': `import type { B } from './b.ts';\nexport type A = B | 1;\n`,
    'src/core/kernel/b.ts': `import type { A } from './a.ts';\nexport type B = A | 2;\n`,
  });
  expect(said).toContain('no-circles');
  expect(code).toBe(1);
});

test('a decimal library is the only package of the core, a schema library only on the wire', () => {
  const { code, said } = check({
    'src/core/kernel/amount.ts': `import { join } from 'node:path';\nexport const a = join;\n`,
  });
  expect(said).toContain('not-in-allowed: src/core/kernel/amount.ts → path');
  expect(code).toBe(1);
});

test('nothing read is not a pass', () => {
  const { code } = check({ 'src/README.md': 'no modules\n' });
  expect(code).toBe(1);
});
