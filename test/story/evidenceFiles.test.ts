import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EvidenceAnswer } from '../../src/core/evidence/answers.ts';
import { readUpload } from '../../src/server/upload/readUpload.ts';
import { fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Clamd, startClamd, THREAT } from '../setup/clamd.ts';
import { type Client, signIn } from '../setup/client.ts';
import { addressesOf, emptyDatabase, MAIN, PASSPHRASE } from '../setup/command.ts';
import { keepDocument, pdf } from '../setup/evidence.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { derOf, makeParty, signPdf } from '../setup/signing.ts';

let folder: string;
let s3: S3rver;
let port: number;
let clamd: Clamd;
let server: TestServer;
let lan: Client;
let unitId: string;
let path: string;

const authority = await makeParty('Tổ chức chứng thực thử', 'Cơ quan thử');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-store-'));
  writeFileSync(join(folder, 'goc.cer'), derOf(authority.certificate));
  s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'cchc' }],
  });
  ({ port } = await s3.run());
  clamd = await startClamd();
  server = await startTestServer({
    stage: 'issued',
    environment: {
      CCHC_S3: `http://127.0.0.1:${port}/cchc/tai-lieu`,
      CCHC_S3_KEY: 'S3RVER',
      CCHC_S3_SECRET: 'S3RVER',
      CCHC_CLAMD: `tcp://127.0.0.1:${clamd.port}`,
      CCHC_TRUST: folder,
    },
  });
  lan = await signIn(server.url, 'lan');
  const campaign = await theCampaign(await signIn(server.url, 'mai'));
  unitId = campaign.unit('Xã Bảo Lâm');
  path = campaign.path('Xã Bảo Lâm');
});
afterAll(async () => {
  await server?.close();
  await s3?.close();
  await clamd?.down();
  rmSync(folder, { recursive: true, force: true });
});

const kept = async (name: string, bytes: Buffer): Promise<EvidenceAnswer> => {
  const answer = await keepDocument(lan, unitId, name, bytes);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.body.document;
};
const now = async (id: string): Promise<EvidenceAnswer> => (await lan.get(`/api/evidence/${id}`)).body;
const hurry = () =>
  server.owner
    .updateTable('file_finding')
    .set({ scan_next_at: new Date(0) })
    .execute();

it('with an S3-compatible store the bytes lie there and nowhere else, scanned and clean', async () => {
  const bytes = pdf('Trong kho');
  const document = await kept('trong-kho.pdf', bytes);
  expect(document.scan).toBe('clean');
  expect(existsSync(join(server.dataFolder, 'files', document.hash.slice(0, 2), document.hash))).toBe(false);
  const inStore = readdirSync(join(folder, 's3'), { recursive: true, encoding: 'utf8' });
  expect(inStore.some((name) => name.includes(document.hash))).toBe(true);
  const file = await lan.download(`/api/evidence/${document.id}/file`);
  expect(Buffer.from(file.body).equals(bytes)).toBe(true);
});

it('H5: an infected file is refused by name and leaves nothing behind', async () => {
  const answer = await keepDocument(lan, unitId, 'la.pdf', pdf(THREAT));
  const { code, details } = answer.body as unknown as { code: string; details: object };
  expect([answer.status, code, details]).toEqual([
    422,
    'evidence.infected',
    { name: 'la.pdf', threat: 'Thu.Nghiem' },
  ]);
  const { body } = await lan.get('/api/evidence?q=la.pdf');
  expect(body.documents).toEqual([]);
});

it('with the antivirus away a file is kept unscanned, not lost, and scanned when it is back', async () => {
  await clamd.down();
  const good = await kept('tot.pdf', pdf('Tot'));
  const bad = await kept('xau.pdf', pdf(`${THREAT} sau`));
  expect([good.scan, bad.scan]).toEqual(['unscanned', 'unscanned']);
  await hurry();
  const failed = async () =>
    (
      await server.owner
        .selectFrom('file_finding')
        .where('scan_error', 'is not', null)
        .select('hash')
        .execute()
    ).length;
  await expect.poll(failed, { timeout: 20_000 }).toBe(2);
  await server.kill();
  await server.restart();
  await clamd.up();
  await hurry();
  await expect.poll(async () => (await now(good.id)).scan, { timeout: 20_000 }).toBe('clean');
  await expect.poll(async () => (await now(bad.id)).scan, { timeout: 20_000 }).toBe('infected');
  expect((await now(bad.id)).may).not.toContain('download');
  expect((await lan.download(`/api/evidence/${bad.id}/file`)).status).toBe(403);
  const cited = await lan.post(`${path}/evidence`, { section: 's1', evidenceId: bad.id });
  expect([cited.status, cited.body.code]).toEqual([409, 'evidence.infectedKept']);
  const { body } = await lan.get(`/api/journal?unitId=${unitId}&limit=5`);
  expect(body.facts[0]).toMatchObject({
    type: 'evidence.infected',
    actor: null,
    data: { threat: 'Thu.Nghiem' },
  });
});

it('a signed PDF says integrity, signer and revocation apart; a tampered one says so', async () => {
  const hung = await makeParty('Người ký thử', 'Xã thử', authority);
  const signed = await signPdf(hung, 'Bao cao da ky');
  const document = await kept('da-ky.pdf', signed);
  expect(document.signatures).toMatchObject([
    {
      integrity: 'whole',
      signer: { name: 'Người ký thử', issuer: 'Tổ chức chứng thực thử', trust: 'trusted' },
      revocation: 'not-checked',
    },
  ]);
  const tampered = Buffer.from(signed);
  tampered[tampered.indexOf('Bao cao')] = 'X'.charCodeAt(0);
  expect((await kept('bi-sua.pdf', tampered)).signatures).toMatchObject([{ integrity: 'changed' }]);
});

it('the stamped PDF of a report, its legal original, says the same three facts, read anew', async () => {
  await fillAndPass(lan, path);
  await signSeen(await signIn(server.url, 'hung'), path);
  const registry = await signIn(server.url, 'vt.bao-lam');
  const signed = await signPdf(await makeParty('Văn thư thử', 'Xã thử', authority), 'Ban dong dau');
  const attached = await registry.upload(
    `${path}/stamped`,
    'ban-dong-dau.pdf',
    new Uint8Array(signed),
    'application/pdf',
  );
  expect(attached.status).toBe(200);
  const facts = await lan.get(`${path}/stamped/signatures`);
  expect(facts.body).toMatchObject({
    hash: attached.body.hash,
    signatures: [{ integrity: 'whole', signer: { name: 'Văn thư thử', trust: 'trusted' } }],
  });
  // The receipt on paper says all three, each for itself.
  const receipt = await readUpload((await lan.download(`${path}/receipt.docx`)).body, 'receipt.docx');
  expect(receipt.ok && receipt.text).toMatch(
    /Toàn vẹn: nguyên vẹn\. Người ký: Văn thư thử.*\(chứng thư tin cậy\)\. Thu hồi: chưa kiểm tra được/,
  );
  const thu = await signIn(server.url, 'thu');
  expect((await thu.get(`${path}/stamped/signatures`)).status).toBe(403);
  // The same gate as for every foreign file: the antivirus sees it first, and a name is no proof.
  const put = (name: string, bytes: Buffer) =>
    registry.upload(`${path}/stamped`, name, new Uint8Array(bytes), 'application/pdf');
  const infected = await put('la.pdf', pdf(THREAT));
  expect([infected.status, infected.body.code]).toEqual([422, 'evidence.infected']);
  expect((await put('la.docx', pdf('Khac ten'))).body.code).toBe('evidence.extensionMismatch');
  expect((await lan.get(`${path}/stamped/signatures`)).body.hash).toBe(attached.body.hash);
});

it('J4: a backup takes the files out of the S3 store, and a restore brings them back without one', async () => {
  const bytes = pdf('Sao luu tu kho');
  const document = await kept('sao-luu.pdf', bytes);
  const file = join(folder, 'kho.cchc');
  // The store answers from this process: a command that is waited for must not stop it.
  const run = async (command: string, given: Record<string, string>): Promise<number | null> => {
    const env = { ...process.env, NO_COLOR: '1', CCHC_BACKUP_PASSPHRASE: PASSPHRASE, ...given };
    const child = spawn(process.execPath, [MAIN, command, file], { env, stdio: 'ignore' });
    return (await once(child, 'exit'))[0] as number | null;
  };
  const store = {
    CCHC_S3: `http://127.0.0.1:${port}/cchc/tai-lieu`,
    CCHC_S3_KEY: 'S3RVER',
    CCHC_S3_SECRET: 'S3RVER',
  };
  expect(
    await run('backup', { ...addressesOf(server.database), CCHC_DATA: server.dataFolder, ...store }),
  ).toBe(0);
  const elsewhere = join(folder, 'khac');
  expect(await run('restore', { ...addressesOf(await emptyDatabase()), CCHC_DATA: elsewhere })).toBe(0);
  const restored = join(elsewhere, 'files', document.hash.slice(0, 2), document.hash);
  expect(readFileSync(restored).equals(bytes)).toBe(true);
});
