import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { startSecondServer } from './second-server.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'cchc-checks-'));
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
/** Named once more at the end, where a long log is read first. */
const failed: string[] = [];
// Tools that look for `node` must find this one.
const environment = { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) };

process.on('disconnect', () => process.exit(130));

const bin = (name: string, path: string) => join(root, 'node_modules', name, path);
/** Biome has the other rules; this one needs types, which a helper of oxlint reads. */
const FLOATING = ['--type-aware', '-A', 'all', '-D', 'typescript/no-floating-promises'];
const typed = existsSync(bin('oxlint-tsgolint', 'package.json'));
const TOOLS: [string, string, string[]][] = [
  ['biome', bin('@biomejs/biome', 'bin/biome'), ['check', '--error-on-warnings', '.']],
  [
    'floating promises',
    bin('oxlint', 'bin/oxlint'),
    [...(typed ? FLOATING : ['--quiet']), 'src', 'test', 'scripts'],
  ],
  ['types', bin('typescript', 'bin/tsc'), ['-b']],
  ['import rule', join(root, 'scripts/import-rule.mjs'), []],
  ['dead code', bin('knip', 'bin/knip.js'), ['--no-progress']],
  ['web build', bin('vite', 'bin/vite.js'), ['build', '--logLevel', 'warn']],
];

try {
  if (process.argv.includes('--long')) await vitest('long', ['long']);
  else await everything(process.argv.includes('--check'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`\n${[...lines, ...failed].join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);

async function everything(short: boolean): Promise<void> {
  await Promise.all(TOOLS.map(([name, program, args]) => tool(name, program, args)));
  await vitest('unit and story tests', ['unit', 'story']);
  if (short) return;
  await vitest('browser tests', ['browser', 'editor']);
  const second = await startSecondServer(folder);
  try {
    await vitest('story tests on a second PostgreSQL server', ['story'], second.environment);
  } finally {
    await second.stop();
  }
}

/** A tool counts as one check: it passes or it fails. They run together, and each says what it has to say at its end. */
async function tool(name: string, program: string, args: string[]): Promise<void> {
  const started = Date.now();
  const said: Buffer[] = [];
  const code = await run(program, args, {}, (chunk) => said.push(chunk));
  console.log(`\n── ${name}\n${Buffer.concat(said).toString()}`);
  if (code === 0) end(name, started, { passed: 1, failed: 0, skipped: 0 });
  else end(name, started, { passed: 0, failed: 1, skipped: 0 });
}

async function vitest(name: string, projects: string[], more: Record<string, string> = {}): Promise<void> {
  const started = begin(name);
  const report = join(folder, `${name.replaceAll(' ', '-')}.json`);
  const code = await run(
    bin('vitest', 'vitest.mjs'),
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--passWithNoTests',
    ],
    more,
  );
  end(name, started, tallyOf(report, code));
}

interface VitestReport {
  testResults: {
    name: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

/** A run that broke without a failed test (a file that does not load, a server that does not start) is a failure. */
function tallyOf(report: string, code: number): Tally {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const told = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  for (const { name, assertionResults } of told.testResults)
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed')
        failed.push(`✗ ${relative(root, name)}: ${fullName}\n    ${failureMessages[0]?.split('\n')[0]}`);
  return {
    passed: told.numPassedTests,
    failed: code === 0 ? told.numFailedTests : Math.max(1, told.numFailedTests),
    skipped: told.numPendingTests + told.numTodoTests,
  };
}

function begin(name: string): number {
  console.log(`\n── ${name}`);
  return Date.now();
}

function end(name: string, started: number, tally: Tally): void {
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  lines.push(`${tally.failed === 0 ? '✓' : '✗'} ${name.padEnd(46)} ${seconds.padStart(7)} s`);
  console.log(lines.at(-1));
}

function run(
  program: string,
  args: string[],
  more: Record<string, string> = {},
  listen?: (chunk: Buffer) => void,
): Promise<number> {
  const out = listen === undefined ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...environment, ...more },
    stdio: ['ignore', out, out],
  });
  if (listen !== undefined) for (const stream of [child.stdout, child.stderr]) stream?.on('data', listen);
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}
