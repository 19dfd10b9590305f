import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { END, type Header, prefixOf } from '../../src/server/backup/format.ts';
import { makeBackup } from '../../src/server/backup/make.ts';
import { openBackup } from '../../src/server/backup/read.ts';
import { refuseUnsafeRole } from '../../src/server/database/guard.ts';
import { MIGRATIONS_FOLDER, migrate, readMigrations } from '../../src/server/database/migrate.ts';
import { findSealKey } from '../../src/server/database/seal.ts';
import { fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { signIn } from '../setup/client.ts';
import {
  addressesOf,
  cchc,
  childEnvironment,
  connected,
  contentOf,
  emptyDatabase,
  MAIN,
  PASSPHRASE,
} from '../setup/command.ts';
import { asOwner } from '../setup/database.ts';
import { pdf } from '../setup/evidence.ts';
import { factsOf, secretIn, withoutOwn } from '../setup/restored.ts';
import { PASSWORD, startTestServer, type TestServer } from '../setup/server.ts';

const work = mkdtempSync(join(tmpdir(), 'cchc-backup-'));
const FILE = join(work, 'cao-loc.cchc');

let server: TestServer;
let path: string;
let contentHash: string;
let stamped: Uint8Array;
/** Of lan's one-time codes. */
let secret: string;
let before: Record<string, string>;
let taken: ReturnType<typeof cchc>;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  const campaign = await theCampaign(await signIn(server.url, 'mai'));
  path = campaign.path('Xã Bảo Lâm');
  const lan = await signIn(server.url, 'lan');
  await fillAndPass(lan, path);
  secret = (await lan.post('/api/me/totp', { password: PASSWORD })).body.secret;
  contentHash = (await signSeen(await signIn(server.url, 'hung'), path)).body.contentHash;
  const { login } = await server.db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .where('post.role', '=', 'registry')
    .where('post.unit_id', '=', campaign.unit('Xã Bảo Lâm'))
    .select('person.login')
    .executeTakeFirstOrThrow();
  const registry = await signIn(server.url, login);
  await registry.post(`${path}/register`, { number: '31', symbol: 'BC-UBND', day: '2024-02-28' });
  stamped = new Uint8Array(pdf('So lieu minh hoa '.repeat(20_000)));
  const bytes = stamped as Uint8Array<ArrayBuffer>;
  const sent = await registry.upload(`${path}/stamped`, 'bao-cao.pdf', bytes, 'application/pdf');
  expect(sent.status).toBe(200);
  await asOwner(
    ofServer().DATABASE_OWNER_URL,
    `insert into reminder (campaign_id, unit_id, person_id, occasion, words, at)
       select campaign_id, unit_id, signed_by, 'story', 'Nhắc', now() from report where signed_by is not null limit 1;
     insert into outgoing_mail (id, campaign_id, unit_id, person_id, occasion, address, subject, body, next_at)
       select gen_random_uuid(), campaign_id, unit_id, person_id, occasion, 'a@example.vn', 'Nhắc', 'Nhắc', '2999-01-01'
       from reminder where occasion = 'story'`,
  );
  before = await contentOf(ofServer());
  taken = cchc(['backup', FILE], ofServer());
}, 180_000);

afterAll(async () => {
  await server?.close();
  rmSync(work, { recursive: true, force: true });
});

const ofServer = () => ({ ...addressesOf(server.database), CCHC_DATA: server.dataFolder });

const folder = () => mkdtempSync(join(work, 'data-'));
const freshPlace = async () => ({ ...addressesOf(await emptyDatabase()), CCHC_DATA: folder() });

const countOf = (content: Record<string, string>, table: string) => Number(content[table]?.split(' ')[0]);

const stampedIn = (data: string) => {
  const hash = createHash('sha256').update(stamped).digest('hex');
  return readFileSync(join(data, 'files', hash.slice(0, 2), hash));
};

describe('J4: a backup of the serving program', () => {
  it('is one file that shows nothing without its passphrase, and the journal knows it', async () => {
    expect(taken).toMatchObject({ code: 0, err: '' });
    const bytes = readFileSync(FILE);
    for (const word of ['Bảo Lâm', '$argon2id$', 'Số liệu minh họa'])
      expect(bytes.includes(word)).toBe(false);
    expect(readdirSync(work).filter((name) => name.endsWith('.half'))).toEqual([]);
    const { header } = await openBackup(FILE);
    expect(header).toMatchObject({ mode: 'demo', counts: { files: 1, fileBytes: stamped.length } });
    expect(header.migrations.map((one) => one.name)).toEqual(
      readMigrations(MIGRATIONS_FOLDER).map((one) => one.name),
    );
    const { facts, found } = await factsOf(ofServer().DATABASE_URL, 'backup.made');
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({
      chain: 'directory',
      actor_id: null,
      data: { files: 1, missingFiles: 0 },
    });
    expect(taken.out).toContain((facts[0]!.data as { sha256: string }).sha256);
    expect(found).toEqual([]);
  });

  it('is not written over a file that stands, and never without a passphrase', () => {
    expect(cchc(['backup', FILE], ofServer())).toMatchObject({
      code: 1,
      err: expect.stringContaining('Đã có tệp'),
    });
    const empty = join(work, 'empty.txt');
    writeFileSync(empty, '  \n');
    const other = join(work, 'other.cchc');
    for (const [args, given] of [
      [['--passphrase-file', empty], {}],
      [[], { CCHC_BACKUP_PASSPHRASE: '' }],
    ] as const) {
      const refused = cchc(['backup', other, ...args], { ...ofServer(), ...given });
      expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Cụm mật khẩu còn trống') });
    }
    expect(cchc(['backup', other, '--office'], ofServer()).err).toContain('số liệu minh họa');
    expect(cchc(['backup'], ofServer()).code).toBe(2);
    expect(existsSync(other)).toBe(false);
  });

  it('tells of a file that the data folder has lost, and holds all the rest', async () => {
    const lost = join(work, 'lost.cchc');
    const told = cchc(['backup', lost], { ...ofServer(), CCHC_DATA: folder() });
    expect(told).toMatchObject({ code: 1, err: expect.stringContaining('Thiếu 1 tệp minh chứng') });
    const place = await freshPlace();
    expect(cchc(['restore', lost], place)).toMatchObject({
      code: 1,
      err: expect.stringContaining('Thiếu 1'),
    });
    expect(withoutOwn(await contentOf(place))).toEqual(withoutOwn(before));
  });
});

describe('J4: a restore into an empty system', () => {
  it('brings every row and file back, with chains that fit and rights that are harmless', async () => {
    const place = await freshPlace();
    expect(cchc(['restore', FILE], place)).toMatchObject({ code: 0, err: '' });
    const after = await contentOf(place);
    expect(withoutOwn(after)).toEqual(withoutOwn(before));
    expect(countOf(after, 'fact')).toBe(countOf(before, 'fact') + 1);
    for (const table of ['session', 'password_reset', 'outgoing_mail', 'migration'])
      expect(countOf(after, table)).toBe(countOf(before, table));
    expect(Buffer.compare(stampedIn(place.CCHC_DATA), stamped)).toBe(0);
    const { facts, found } = await factsOf(place.DATABASE_URL, 'backup.restored');
    expect(facts).toMatchObject([{ chain: 'directory', data: { files: 1 } }]);
    expect(found).toEqual([]);
    await refuseUnsafeRole(place.DATABASE_URL);
    const open = await connected(place.DATABASE_URL, ({ db }) =>
      db.selectFrom('session').where('ended_at', 'is', null).select('id').execute(),
    );
    expect(open).toEqual([]);
    const letters = await connected(place.DATABASE_URL, ({ db }) =>
      db.selectFrom('outgoing_mail').select(['state', 'last_error']).execute(),
    );
    expect(letters).toEqual([{ state: 'dead', last_error: expect.stringContaining('có thể đã gửi') }]);
    // Another machine has another key; telephones go on showing the right codes.
    const keys = [server.dataFolder, place.CCHC_DATA].map((dataFolder) => findSealKey({ dataFolder })?.id);
    expect(new Set(keys).size).toBe(2);
    expect(await secretIn(place)).toBe(secret);
  });

  it('of an older schema brings the data forward', async () => {
    const older = await freshPlace();
    const steps = mkdtempSync(join(work, 'steps-'));
    const [first, second, third, ...later] = readMigrations(MIGRATIONS_FOLDER).map((one) => one.name);
    for (const name of [first, second, third]) cpSync(join(MIGRATIONS_FOLDER, name!), join(steps, name!));
    expect(later.length).toBeGreaterThan(0);
    await migrate({ ownerUrl: older.DATABASE_OWNER_URL, appUrl: older.DATABASE_URL }, steps);
    await asOwner(
      older.DATABASE_OWNER_URL,
      `insert into installation (mode, body) values ('office', 'Xã cũ')`,
    );
    const file = join(work, 'older.cchc');
    const options = { path: file, passphrase: PASSPHRASE, dataFolder: older.CCHC_DATA, program: '0.0.1' };
    await connected(older.DATABASE_URL, (connection) =>
      makeBackup(connection, { ...options, mode: 'office', say: () => undefined }),
    );
    const place = await freshPlace();
    expect(cchc(['restore', file, '--office'], place)).toMatchObject({ code: 0, err: '' });
    const rows = await connected(place.DATABASE_URL, async ({ db }) => ({
      body: (await db.selectFrom('installation').select('body').executeTakeFirst())?.body,
      steps: (await db.selectFrom('migration').where('id', '>', 0).select('name').orderBy('id').execute())
        .length,
      reminders: await db.selectFrom('reminder').selectAll().execute(),
    }));
    expect(rows).toEqual({ body: 'Xã cũ', steps: 3 + later.length, reminders: [] });
  });

  it('moves a system from a server into a data folder of its own, and back', async () => {
    const embedded = { CCHC_DATA: folder() };
    expect(cchc(['restore', FILE], embedded)).toMatchObject({ code: 0, err: '' });
    expect(Buffer.compare(stampedIn(embedded.CCHC_DATA), stamped)).toBe(0);
    expect(cchc(['audit', 'verify'], embedded)).toMatchObject({ code: 0 });
    const again = join(work, 'again.cchc');
    expect(cchc(['backup', again], embedded)).toMatchObject({ code: 0, err: '' });
    const place = await freshPlace();
    expect(cchc(['restore', again], place)).toMatchObject({ code: 0, err: '' });
    expect(withoutOwn(await contentOf(place))).toEqual(withoutOwn(before));
    expect(Buffer.compare(stampedIn(place.CCHC_DATA), stamped)).toBe(0);
    expect(await secretIn(place)).toBe(secret);
  });
});

describe('J4: what cannot be restored is refused, and the old data stays whole', () => {
  let place: Awaited<ReturnType<typeof freshPlace>>;
  let old: Record<string, string>;

  beforeAll(async () => {
    place = await freshPlace();
    expect(cchc(['restore', FILE], place).code).toBe(0);
    await asOwner(place.DATABASE_OWNER_URL, `update unit set place = 'sau khi sao lưu'`);
    old = await contentOf(place);
  });

  const bytes = () => readFileSync(FILE);
  const put = (name: string, content: Buffer): string => {
    writeFileSync(join(work, name), content);
    return join(work, name);
  };
  /** The same file with another header, and a checksum that fits. */
  const withHeader = async (name: string, change: (header: Header) => Header): Promise<string> => {
    const { header, from, to } = await openBackup(FILE);
    const body = Buffer.concat([prefixOf(change(header)), bytes().subarray(from, to)]);
    return put(name, Buffer.concat([body, createHash('sha256').update(body).digest(), END]));
  };

  const DAMAGES: [string, string, string, () => string | Promise<string>][] = [
    ['one kilobyte short', 'bị cụt', 'cut short', () => put('short', bytes().subarray(0, -1024))],
    [
      'one byte changed',
      'đã bị thay đổi',
      'was changed',
      () => put('changed', bytes().fill('x', bytes().length >> 1, (bytes().length >> 1) + 1)),
    ],
    [
      'a newer schema',
      'mới hơn chương trình (đã có bước 9999_later.sql)',
      'newer than the program',
      () =>
        withHeader('newer', (header) => ({
          ...header,
          migrations: [...header.migrations, { id: 9999, name: '9999_later.sql', hash: '0' }],
        })),
    ],
    [
      'the schema of another build',
      'một bản chương trình khác',
      'a different build',
      () =>
        withHeader('build', (header) => ({
          ...header,
          migrations: header.migrations.with(0, { ...header.migrations[0]!, hash: '0' }),
        })),
    ],
    ['an office', 'của một cơ quan thật', 'of a real office', () => withHeader('office', asOffice)],
    [
      'no backup',
      'chưa phải là bản sao lưu',
      'not a backup',
      () => put('letter', Buffer.from('Kính gửi: …')),
    ],
    ['no file', 'Chưa đọc được', 'cannot be read', () => join(work, 'nothing')],
  ];
  const asOffice = (header: Header): Header => ({ ...header, mode: 'office' });

  it.each(DAMAGES)('%s', async (_, vi, en, fileOf) => {
    const refused = cchc(['restore', await fileOf(), '--into-existing'], place);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(vi);
    expect(refused.err).toContain(en);
    expect(await contentOf(place)).toEqual(old);
  });

  it('another passphrase', async () => {
    const other = join(work, 'other.txt');
    writeFileSync(other, `${PASSPHRASE}!\n`);
    const refused = cchc(['restore', FILE, '--into-existing', '--passphrase-file', other], place);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Cụm mật khẩu chưa đúng') });
    expect(await contentOf(place)).toEqual(old);
  });

  it('a place that holds data, unless it is said that it may be replaced', async () => {
    const refused = cchc(['restore', FILE], place);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('thêm --into-existing') });
    expect(await contentOf(place)).toEqual(old);
  });

  it('the database of a serving program', async () => {
    const refused = cchc(['restore', FILE, '--into-existing'], ofServer());
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Dừng chương trình') });
    const { facts } = await factsOf(ofServer().DATABASE_URL, 'backup.restored');
    expect(facts).toEqual([]);
  });

  it('rows that the constraints refuse', async () => {
    const broken = await freshPlace();
    expect(cchc(['restore', FILE], broken).code).toBe(0);
    await asOwner(broken.DATABASE_OWNER_URL, 'alter table post drop constraint post_unit_id_fkey');
    await asOwner(
      broken.DATABASE_OWNER_URL,
      `update post set unit_id = '00000000-0000-7000-8000-000000000000'`,
    );
    const file = join(work, 'broken.cchc');
    expect(cchc(['backup', file], broken).code).toBe(0);
    const refused = cchc(['restore', file, '--into-existing'], place);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('chưa nhận bản sao lưu này') });
    expect(await contentOf(place)).toEqual(old);
    expect(existsSync(join(place.CCHC_DATA, 'files', 'restore.half'))).toBe(false);
  });

  it('a connection that breaks while it loads', async () => {
    const { DATABASE_OWNER_URL } = place;
    const reader = new pg.Client({ connectionString: DATABASE_OWNER_URL });
    await reader.connect();
    // Whoever still reads makes the restore wait in the middle of its transaction.
    await reader.query('begin; select from unit');
    const restoring = startRestore();
    // Within one transaction pg_stat_activity stays as it was first seen: the watcher has none.
    await connected(DATABASE_OWNER_URL, async ({ pool }) => {
      for (let waiting = 0; waiting === 0; ) {
        const { rowCount } = await pool.query(
          `select pg_terminate_backend(l.pid) from pg_locks l join pg_stat_activity a on a.pid = l.pid
           where not l.granted and a.application_name = 'cchc restore'`,
        );
        waiting = rowCount ?? 0;
      }
    });
    await reader.end();
    expect(await restoring.ended).toMatchObject({
      code: 1,
      err: expect.stringContaining('bị ngắt giữa chừng'),
    });
    expect(await contentOf(place)).toEqual(old);
  });

  it('a restore that is killed: the old data or the new, never a mixture; the next one works', async () => {
    const restoring = startRestore((text) => text.includes('20 %'));
    await restoring.ended;
    const left = withoutOwn(await contentOf(place));
    expect([withoutOwn(old), withoutOwn(before)]).toContainEqual(left);
    expect(cchc(['restore', FILE, '--into-existing'], place)).toMatchObject({ code: 0, err: '' });
    expect(withoutOwn(await contentOf(place))).toEqual(withoutOwn(before));
    expect(readdirSync(join(place.CCHC_DATA, 'files'))).toHaveLength(1);
  });

  function startRestore(killWhen: (out: string) => boolean = () => false) {
    const env = childEnvironment(place);
    const child = spawn(process.execPath, [MAIN, 'restore', FILE, '--into-existing'], { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
      if (killWhen(out)) child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
      child.once('close', (code) => resolve({ code, out, err })),
    );
    return { ended };
  }
});

describe('J4: a restore into the system that the backup came from', () => {
  it('shows the report as it was sent, with its document', async () => {
    await server.stop();
    const { DATABASE_URL, DATABASE_OWNER_URL } = ofServer();
    await asOwner(DATABASE_OWNER_URL, `update narrative set plain = 'mất', doc = null`);
    rmSync(join(server.dataFolder, 'files'), { recursive: true });
    // The test's own idle connections bear the program's name.
    await asOwner(
      DATABASE_URL,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where pid <> pg_backend_pid() and usename = current_user and datname = current_database()`,
    );
    expect(cchc(['restore', FILE, '--into-existing'], ofServer())).toMatchObject({ code: 0, err: '' });
    await server.restart();
    const hung = await signIn(server.url, 'hung');
    const { body } = await hung.get<ReportAnswer>(path);
    expect([body.state, body.contentHash, body.receipts.length]).toEqual(['submitted', contentHash, 1]);
    const document = await hung.download(`${path}/stamped.pdf`);
    expect(document.status).toBe(200);
    expect(Buffer.compare(document.body, stamped)).toBe(0);
  });
});
