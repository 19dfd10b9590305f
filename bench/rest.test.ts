import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { childEnvironment, MAIN } from '../test/setup/command.ts';
import { line } from './table.ts';

// What the program takes when nobody asks anything of it: time to start, memory, disk. Its own database included.
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'cchc-rest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = async (data: string): Promise<{ seconds: number; memory: Memory; end(): Promise<void> }> => {
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN, 'serve', '--office'], {
    env: childEnvironment({ CCHC_DATA: data, PORT: '0' }),
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let text = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      if (/http:\/\/[\d.]+:\d+[\s\S]*Ctrl-C/.test(text)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${text}`)));
  });
  const seconds = (performance.now() - began) / 1000;
  // Let it come to rest: jobs look around once after the start.
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  return {
    seconds,
    memory: memoryOf(child.pid ?? 0, data),
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
};

type Memory = { program: number; database: number };

/** Of the program its resident memory; of PostgreSQL's processes the share of each, as they hold most in common. */
const memoryOf = (program: number, data: string): Memory => {
  let database = 0;
  if (!existsSync('/proc')) return { program: 0, database: 0 };
  const every = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const read = (id: string, file: string): string => {
    try {
      return readFileSync(`/proc/${id}/${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  const [master = ''] = readFileSync(join(data, 'pg/postmaster.pid'), 'utf8').split('\n');
  for (const id of every)
    if (id === master || /PPid:\s+(\d+)/.exec(read(id, 'status'))?.[1] === master)
      database += Number(/^Pss:\s+(\d+)/m.exec(read(id, 'smaps_rollup'))?.[1] ?? 0) / 1024;
  const own = Number(/VmRSS:\s+(\d+)/.exec(read(String(program), 'status'))?.[1] ?? 0) / 1024;
  return { program: own, database };
};

const sizeOf = (path: string): number =>
  Number(spawnSync('du', ['-skL', path], { encoding: 'utf8' }).stdout.split('\t')[0]) / 1024;

test('start, memory at rest, size installed', async () => {
  const data = join(folder, 'data');
  const first = await start(data);
  await first.end();
  const again = await start(data);
  const { program, database } = again.memory;
  const bare = spawnSync(process.execPath, ['-e', 'console.log(process.memoryUsage.rss() / 1048576)'], {
    encoding: 'utf8',
  });
  const node = Number(bare.stdout);
  await again.end();
  const seconds = (s: number): string => `${s.toFixed(1)} s`;
  const megabytes = (n: number): string => `${n.toFixed(0)} MB`;
  line({
    of: '6',
    what: 'first start of an office, its database made',
    product: seconds(first.seconds),
    bare: '',
    ratio: '',
    aim: '',
  });
  line({
    of: '6',
    what: 'start on a database that stands',
    product: seconds(again.seconds),
    bare: '',
    ratio: '',
    aim: '',
  });
  line({
    of: '6',
    what: 'memory at rest: the program, against Node alone',
    product: megabytes(program),
    bare: megabytes(node),
    ratio: (program / node).toFixed(1),
    aim: '',
  });
  line({
    of: '6',
    what: 'memory at rest: its database',
    product: megabytes(database),
    bare: '',
    ratio: '',
    aim: '',
  });
  const whole = sizeOf(join(root, 'node_modules'));
  const sources = ['src', 'dist', 'packs', 'migrations', 'docs'].reduce(
    (sum, name) => sum + sizeOf(join(root, name)),
    0,
  );
  line({
    of: '6',
    what: 'size installed: libraries with those of the tests; the program itself',
    product: `${megabytes(whole)}; ${megabytes(sources)}`,
    bare: '',
    ratio: '',
    aim: '',
  });
  line({
    of: '6',
    what: 'data folder of an office without reports',
    product: megabytes(sizeOf(data)),
    bare: '',
    ratio: '',
    aim: '',
  });
  expect(program).toBeGreaterThan(0);
}, 600_000);
