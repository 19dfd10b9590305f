import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Client } from '../setup/client.ts';
import { databaseUrl } from '../setup/database.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

const root = join(import.meta.dirname, '../..');
let server: TestServer;
let environment: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer({ stage: 'empty' });
  const { ownerUrl, appUrl } = inject('databases');
  environment = {
    DATABASE_URL: databaseUrl(appUrl, server.database),
    DATABASE_OWNER_URL: databaseUrl(ownerUrl, server.database),
    CCHC_DATA: server.dataFolder,
    PORT: new URL(server.url).port,
  };
});

afterAll(() => server.close());

/** As a person types it, on whatever Node the tests run. */
function cchc(...args: string[]): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [join(root, 'scripts/cchc.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...environment },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const linkIn = (text: string) => /http:\S+\/dat-lai-mat-khau\/(\S+)/.exec(text)?.[1] ?? '';

test('an office begins with one administrator, whose link sets a password once', async () => {
  const token = linkIn(server.output());
  const visitor = new Client(server.url);
  const set = await visitor.post(`/api/password-resets/${token}`, { password: 'Ruộng bậc thang 2026' });
  expect(set.status).toBe(200);
  const again = await visitor.post(`/api/password-resets/${token}`, { password: 'Ruộng bậc thang 2027' });
  expect(again.status).toBe(404);
  await visitor.signIn('quantri', 'Ruộng bậc thang 2026');
  await server.restart();
  expect(linkIn(server.output())).toBe('');
});

test('a user is added with a post and a link that opens the door once', async () => {
  const added = cchc(
    ...[
      'user',
      'add',
      'lan',
      '--name',
      'Hoàng Thị Lan',
      '--unit',
      'cơ quan chưa đặt tên',
      '--title',
      'Công chức',
    ],
    '--office',
  );
  expect(added).toMatchObject({ code: 0, err: '' });
  const visitor = new Client(server.url);
  const set = await visitor.post(`/api/password-resets/${linkIn(added.out)}`, {
    password: 'Hoa hồi mùa hạ 2026',
  });
  expect(set.status).toBe(200);
  await visitor.signIn('lan', 'Hoa hồi mùa hạ 2026');
  expect(cchc('user', 'list', '--office').out).toContain('Công chức, Cơ quan chưa đặt tên');
  expect(
    cchc('user', 'add', 'lan', '--name', 'X', '--unit', 'Cơ quan chưa đặt tên', '--office').err,
  ).toContain('đã có người dùng');
  expect(cchc('user', 'reset-link', 'lan', '--office').out).toContain('/dat-lai-mat-khau/');
  const { rows } = await factsOf('directory.personEnrolled');
  expect(rows.map((row) => row.actor_id)).toEqual([null, null]);
});

async function factsOf(type: string) {
  const rows = await server.db.selectFrom('fact').where('type', '=', type).select('actor_id').execute();
  return { rows };
}

test('an office takes no demonstration, and is not emptied by its command', async () => {
  const { PORT = '' } = environment;
  environment.PORT = '0';
  const served = cchc('serve');
  environment.PORT = PORT;
  expect(served).toMatchObject({ code: 1, err: expect.stringContaining('của một cơ quan thật') });
  const reset = cchc('demo', 'reset');
  expect(reset.err).toContain('cơ quan thật');
  expect(reset.code).toBe(1);
  expect((await factsOf('directory.personEnrolled')).rows.length).toBeGreaterThan(0);
});

test('the database user that could change facts does not serve', () => {
  const { DATABASE_OWNER_URL = '' } = environment;
  environment.DATABASE_URL = DATABASE_OWNER_URL;
  try {
    expect(cchc('user', 'list', '--office').err).toContain('sửa hoặc xóa được bảng chỉ được thêm');
  } finally {
    environment.DATABASE_URL = databaseUrl(inject('databases').appUrl, server.database);
  }
});

test('words that are not understood are refused with exit code 2, in either language', () => {
  expect(cchc('gửi')).toMatchObject({ code: 2, err: expect.stringContaining('Chưa có lệnh "gửi"') });
  expect(cchc('serve', '--offce').code).toBe(2);
  expect(cchc('letter').code).toBe(2);
  expect(cchc('help', '--lang', 'en').out).toContain('Environment');
  const help = cchc('help').out;
  expect(help).toContain('Biến môi trường');
  // A usage that fills its column never runs into its words.
  expect(help).not.toMatch(/^ {2}\S[^\n]*\](?=\p{Ll})/mu);
});

test('a letter is read and the routes are described without any database', () => {
  environment.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none';
  const letter = cchc('letter', join(root, 'test/letters/cao-loc/letter.txt'), '--json');
  const routes = cchc('openapi');
  environment.DATABASE_URL = databaseUrl(inject('databases').appUrl, server.database);
  expect(JSON.parse(letter.out).period.value).toEqual({ kind: 'quý', index: 1, year: 2024 });
  expect(Object.keys(JSON.parse(routes.out).paths)).toContain('/api/session');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(cchc('version').out.trim()).toBe(`cchc ${version}`);
});
