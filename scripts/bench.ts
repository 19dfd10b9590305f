// `npm run bench [FILE…]`: runs the measurements and writes what they say into docs/bench.md, with machine and date;
// with names of files these only, printed and not written.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Line } from '../bench/table.ts';

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/bench.md');
const [FROM, TO] = ['<!-- written by npm run bench -->', '<!-- end -->'];
const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'));
const lines = join(folder, 'lines');

const vitest = (args: string[]): Promise<number> => {
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
    cwd: root,
    env: { ...process.env, TZ: 'America/Phoenix', CCHC_BENCH_LINES: lines },
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
};

const load = loadavg()[0] ?? 0;
const only = process.argv.slice(2);
let code = 0;
// One file after the other: two that measure at once measure each other.
code = (await vitest(['--project', 'bench', '--no-file-parallelism', ...only])) || code;
if (only.length === 0) code = (await vitest(['--project', 'long', 'test/long/soak.test.ts'])) || code;

const found = existsSync(lines) ? readFileSync(lines, 'utf8').trim().split('\n') : [];
const table = found
  .map((one) => JSON.parse(one) as Line)
  .toSorted((a, b) => a.of.localeCompare(b.of))
  .map((l) => `| ${[l.of, l.what, l.product, l.bare, l.ratio, l.aim].join(' | ')} |`);
const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
  cwd: root,
  encoding: 'utf8',
}).stdout.trim();
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}, Node ${process.versions.node}`;
const written = [
  FROM,
  '',
  `${new Date().toISOString().slice(0, 10)}, commit ${commit || 'unknown'}, ${machine}; load before it began ${load.toFixed(1)}${load > 1 ? ' (**busy with other work**)' : ''}.`,
  '',
  '| | what | the program | bare | ratio | aim |',
  '|---|---|---|---|---|---|',
  ...table,
  '',
  TO,
].join('\n');
const text = readFileSync(page, 'utf8');
const [before = '', rest = ''] = text.split(FROM);
const after = rest.includes(TO) ? rest.slice(rest.indexOf(TO) + TO.length) : rest;
// A part of the measurements is for whoever runs it; the page holds whole runs.
if (only.length > 0) console.log(written);
else if (table.length > 0) writeFileSync(page, `${before}${written}${after}`);
rmSync(folder, { recursive: true, force: true });
process.exit(code);
