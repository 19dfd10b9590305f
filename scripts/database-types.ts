// Writes src/server/database/schema.ts from a freshly migrated database; `--print` writes it to the terminal.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/server/database/migrate.ts';
import { openDatabase } from '../src/server/database/open.ts';

const root = join(import.meta.dirname, '..');
const target = join(root, 'src/server/database/schema.ts');
const binOf = (name: string, path: string) => join(createRequire(import.meta.url).resolve(name), path);

const folder = mkdtempSync(join(tmpdir(), 'cchc-types-'));
const database = await openDatabase({
  databaseUrl: undefined,
  ownerUrl: undefined,
  folder,
  purpose: 'types',
});
try {
  await migrate(database.access);
  const text = format(generate(database.access.ownerUrl ?? ''));
  if (process.argv.includes('--print')) process.stdout.write(text);
  else writeFileSync(target, text);
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

function generate(url: string): string {
  const out = join(folder, 'schema.ts');
  run(binOf('kysely-codegen/package.json', '../dist/cli/bin.js'), [
    '--dialect=postgres',
    '--include-pattern=public.*',
    `--url=${url}`,
    `--out-file=${out}`,
    '--date-parser=string',
    '--type-mapping={"timestamptz":"ColumnType<number, Date | string, Date | string>"}',
    '--custom-imports={"ColumnType":"kysely#ColumnType"}',
  ]);
  return `// biome-ignore-all lint/style/noExcessiveLinesPerFile: generated from the migrations\n${readFileSync(out, 'utf8')}`;
}

function format(text: string): string {
  const biome = binOf('@biomejs/biome/package.json', '../bin/biome');
  return run(biome, ['format', `--stdin-file-path=${target}`], text);
}

function run(program: string, args: string[], input = ''): string {
  const done = spawnSync(process.execPath, [program, ...args], { cwd: root, input, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr}${done.stdout}`);
  return done.stdout;
}
