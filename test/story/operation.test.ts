import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BackupsAnswer } from '../../src/core/audit/backups.ts';
import { openBackup } from '../../src/server/backup/read.ts';
import { type Client, signIn } from '../setup/client.ts';
import { addressesOf, childEnvironment, MAIN, PASSPHRASE } from '../setup/command.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'cchc-nightly-'));
const plan = { CCHC_BACKUP_PASSPHRASE: PASSPHRASE, CCHC_BACKUP_DIR: folder, CCHC_BACKUP_AT: '00:00' };
const KEY = 'khoa-doc-so-do';
let server: TestServer;
let quan: Client;

beforeAll(async () => {
  server = await startTestServer({
    stage: 'issued',
    environment: { ...plan, CCHC_METRICS_KEY: KEY, CCHC_LOG: 'info' },
  });
  quan = await signIn(server.url, 'quan');
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const whole = () =>
  expect.poll(async () => (await quan.get<BackupsAnswer>('/api/backups')).body.runs[0]?.file, {
    timeout: 30_000,
  });

test('J4: the day’s backup is made once its hour has come, and it opens', async () => {
  await whole().toMatch(/^cchc-\d{4}-\d\d-\d\d-\d{4}\.cchc$/);
  const { body } = await quan.get<BackupsAnswer>('/api/backups');
  expect(body).toMatchObject({ state: 'fine', may: ['make'], plan: { folder, at: '00:00', keep: 14 } });
  expect(JSON.stringify(body)).not.toContain(PASSPHRASE);
  const [file = ''] = readdirSync(folder);
  expect(file).toBe(body.runs[0]?.file);
  const opened = await openBackup(join(folder, file));
  expect(opened.header.counts.tables).toBeGreaterThan(20);
});

test('another process that sees the hour makes no second one', async () => {
  await server.restart();
  quan = await signIn(server.url, 'quan');
  const { body } = await quan.get<BackupsAnswer>('/api/backups');
  expect(body.runs.length).toBe(1);
  expect(readdirSync(folder).length).toBe(1);
});

test('only the administrator sees and begins them', async () => {
  const mai = await signIn(server.url, 'mai');
  expect((await mai.get('/api/backups')).status).toBe(403);
  expect((await mai.post('/api/backups')).status).toBe(403);
});

test('a backup that cannot be written says why where the administrator looks, and can be asked for again', async () => {
  rmSync(folder, { recursive: true });
  const blocked = spawnSync('touch', [folder]);
  expect(blocked.status).toBe(0);
  expect((await quan.post('/api/backups')).status).toBe(200);
  await expect
    .poll(async () => (await quan.get<BackupsAnswer>('/api/backups')).body.runs[0]?.error, {
      timeout: 30_000,
    })
    .toMatch(/EEXIST|ENOTDIR|thư mục/);
  rmSync(folder);
  expect((await quan.post('/api/backups')).status).toBe(200);
  await whole().toBeTruthy();
});

test('doctor: names what needs mending beside a running program', () => {
  const examine = (more: Record<string, string>) => {
    const environment = { ...addressesOf(server.database), CCHC_DATA: server.dataFolder, ...more };
    const done = spawnSync(process.execPath, [MAIN, 'doctor', '--json'], {
      encoding: 'utf8',
      env: childEnvironment(environment),
    });
    const { findings } = JSON.parse(done.stdout) as { findings: { id: string; state: string; vi: string }[] };
    const bad = findings.filter((one) => one.state === 'bad').map((one) => one.id);
    return { code: done.status, bad, of: (id: string) => findings.find((one) => one.id === id) };
  };
  const well = examine(plan);
  expect(well.of('backup')).toMatchObject({ state: 'ok' });
  for (const id of ['node', 'database', 'role', 'clock', 'totals', 'printing', 'web'])
    expect([id, well.of(id)?.state]).toEqual([id, 'ok']);
  expect(well.of('mail')?.state).toBe('warning');
  // The servers of a test run forgo the disk (test/setup/database.ts), which is named like any other fault.
  expect(well.of('durable')?.vi).toContain('fsync');
  expect([well.bad, well.code]).toEqual([['durable'], 1]);
  const ill = examine({ CCHC_SMTP: 'smtp://127.0.0.1:9', CCHC_MAIL_FROM: 'cchc@caoloc.example' });
  expect(ill.of('mail')).toMatchObject({ state: 'bad' });
  expect(ill.of('mail')?.vi).toContain('127.0.0.1');
  expect([ill.bad.includes('mail'), ill.code]).toEqual([true, 1]);
});

test('metrics: numbers for who has the key, and no such page for others', async () => {
  expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  expect((await fetch(`${server.url}/metrics`, { headers: { authorization: 'Bearer khac' } })).status).toBe(
    404,
  );
  const told = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${KEY}` } });
  const text = await told.text();
  expect(told.status).toBe(200);
  expect(text).toMatch(/cchc_http_seconds_count\{method="GET",route="\/api\/backups",status="2xx"\} \d+/);
  expect(text).toMatch(/cchc_backup_age_seconds \d/);
  expect(text).not.toMatch(/Triệu|Quản|Vi Thị/);
});

test('the log names routes and no people', async () => {
  await quan.get('/api/people?text=Nguy%E1%BB%85n+V%C4%83n+B%C3%AD+M%E1%BA%ADt');
  await expect.poll(() => server.output()).toContain('"route":"/api/people"');
  const lines = server
    .output()
    .split('\n')
    .filter((line) => line.includes('"route"'));
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(line).not.toMatch(/Nguy%E1|Nguyễn|127\.0\.0\.1|remoteAddress|"quan"/);
});

test('J9: the whole cycle leaves as folders of Word, Excel and JSON, and every file fits its checksum', {
  timeout: 180_000,
}, () => {
  const target = join(folder, 'xuat');
  const environment = childEnvironment({ ...addressesOf(server.database), CCHC_DATA: server.dataFolder });
  const run = () =>
    spawnSync(process.execPath, [MAIN, 'export', target], { encoding: 'utf8', env: environment });
  expect(run().stderr).toBe('');
  const sums = readFileSync(join(target, 'SHA256SUMS'), 'utf8').trim().split('\n');
  for (const line of sums) {
    const [sum, path = ''] = line.split('  ');
    expect([
      path,
      createHash('sha256')
        .update(readFileSync(join(target, path)))
        .digest('hex'),
    ]).toEqual([path, sum]);
  }
  const paths = sums.map((line) => line.slice(66));
  expect(paths.filter((path) => path.endsWith('/bao-cao.docx')).length).toBe(27);
  expect(paths.filter((path) => /\/(yeu-cau|tong-hop)\.docx$|\/so-lieu\.xlsx$/.test(path)).length).toBe(3);
  const tables = paths.filter((path) => path.startsWith('du-lieu/'));
  expect(tables).toEqual(
    expect.arrayContaining(['du-lieu/cell.jsonl', 'du-lieu/fact.jsonl', 'du-lieu/unit.jsonl']),
  );
  expect(tables).not.toContain('du-lieu/password.jsonl');
  const lam = paths.find((path) => /don-vi\/xa-bao-lam-.*bao-cao\.json$/.test(path)) ?? '';
  expect(JSON.parse(readFileSync(join(target, lam), 'utf8')).unit.name).toBe('Xã Bảo Lâm');
  // Never into a folder that holds something.
  expect([run().status, run().stderr.includes('đã có tệp')]).toEqual([1, true]);
});
