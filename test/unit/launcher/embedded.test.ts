import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbedded } from '../../../src/server/database/embedded/start.ts';

const HOLDER = join(import.meta.dirname, '../../setup/holder.ts');
let folder = '';
const children: ChildProcess[] = [];

beforeEach(() => {
  // Closed to everybody else, as /root is: the server of root must manage all the same.
  const closed = mkdtempSync(join(tmpdir(), 'cchc-embedded-'));
  folder = join(closed, 'data');
});

afterEach(async () => {
  for (const child of children.splice(0)) await end(child, 'SIGTERM');
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

function hold(): { child: ChildProcess; said: Promise<string> } {
  const child = spawn(process.execPath, [HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const said = new Promise<string>((resolve) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('ready ')) resolve(text);
    });
    child.stdout.on('end', () => resolve(text));
  });
  return { child, said };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await new Promise((resolve) => child.once('exit', resolve));
}

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const urlIn = (text: string) => (JSON.parse(/ready (.*)/.exec(text)?.[1] ?? '{}') as { url: string }).url;
const serverPid = () => Number(readFileSync(join(folder, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);

test('the server sorts Vietnamese, checks its pages and writes through', async () => {
  const server = await startEmbedded({ folder, purpose: 'tests' });
  try {
    const url = server.url('postgres', 'postgres');
    const sorted = await query<{ word: string }>(
      url,
      `select word from unnest(array['Ân', 'Ăn', 'Ánh', 'An']) word order by word collate "vi-x-icu"`,
    );
    expect(sorted.map((row) => row.word)).toEqual(['An', 'Ánh', 'Ăn', 'Ân']);
    const settings = await query<{ name: string; setting: string }>(
      url,
      `select name, setting from pg_settings
       where name in ('data_checksums', 'fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses')`,
    );
    expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      listen_addresses: '127.0.0.1',
    });
    expect((await query<{ low: string }>(url, `select lower('ĐỀ CƯƠNG') as low`))[0]?.low).toBe('đề cương');
    expect(statSync(join(folder, 'database.json')).mode & 0o077).toBe(0);
  } finally {
    await server.stop();
  }
});

test('a folder in use is refused with a sentence, and the first program goes on', async () => {
  const first = hold();
  const url = urlIn(await first.said);
  const second = hold();
  expect(await second.said).toContain(
    `đang được một bản khác của chương trình dùng (tiến trình ${first.child.pid})`,
  );
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a program that was killed leaves its server and its data to the next start', async () => {
  const first = hold();
  const url = urlIn(await first.said);
  await query(url, 'create table kept as select 42 as value');
  const left = serverPid();
  await end(first.child, 'SIGKILL');
  expect(() => process.kill(left, 0)).not.toThrow();
  const next = await hold().said;
  expect(next).toContain('Dừng cơ sở dữ liệu còn chạy từ lần trước');
  expect(serverPid()).not.toBe(left);
  expect(await query(urlIn(next), 'select value from kept')).toEqual([{ value: 42 }]);
});

test('program and server killed together: the next start recovers', async () => {
  const first = hold();
  await query(urlIn(await first.said), 'create table kept as select 42 as value');
  process.kill(serverPid(), 'SIGKILL');
  await end(first.child, 'SIGKILL');
  expect(await query(urlIn(await hold().said), 'select value from kept')).toEqual([{ value: 42 }]);
});

test('a pid file that names some other living process is not believed', async () => {
  const first = hold();
  await first.said;
  await end(first.child, 'SIGTERM');
  writeFileSync(join(folder, 'pg/postmaster.pid'), `${process.pid}\n${folder}/pg\n0\n5432\n\n127.0.0.1\n`);
  expect(await hold().said).toContain('ready ');
});

test('killed while the database is made: the next start makes it', async () => {
  for (const patience of [30, 250, 500]) {
    const { child } = hold();
    await new Promise((resolve) => setTimeout(resolve, patience));
    await end(child, 'SIGKILL');
  }
  expect(await hold().said).toContain('ready ');
});

test('data without its passwords is refused, not replaced', async () => {
  const first = hold();
  await first.said;
  await end(first.child, 'SIGTERM');
  rmSync(join(folder, 'database.json'));
  expect(await hold().said).toContain('thiếu tệp mật khẩu');
  expect(statSync(join(folder, 'pg')).isDirectory()).toBe(true);
});

test('a folder that is no database is refused', async () => {
  mkdirSync(join(folder, 'pg'), { recursive: true });
  writeFileSync(
    join(folder, 'database.json'),
    JSON.stringify({ port: 0, passwords: { postgres: 'a', owner: 'b', app: 'c' } }),
  );
  expect(await hold().said).toContain('chưa phải là cơ sở dữ liệu');
});

test('a server that somebody kills comes back on its port with what it had acknowledged', async () => {
  const server = await startEmbedded({ folder, purpose: 'tests' });
  try {
    const url = server.url('postgres', 'postgres');
    await query(url, 'create table kept as select 1 as n');
    process.kill(serverPid(), 'SIGKILL');
    const asked = () =>
      query<{ n: number }>(url, 'select n from kept').then(
        (rows) => rows.length,
        () => 0,
      );
    await expect.poll(asked, { timeout: 30_000, interval: 200 }).toBe(1);
  } finally {
    await server.stop();
  }
});
