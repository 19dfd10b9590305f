import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceList } from '../../src/core/evidence/answers.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { beginUpload, DETAILS, keepDocument, pdf, sendPieces } from '../setup/evidence.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
const people: Record<string, Client> = {};
const as = (login: string): Client => people[login] as Client;
let unitId: string;
let path: string;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  for (const login of ['lan', 'hung', 'mai', 'thu', 'binh', 'quan'])
    people[login] = await signIn(server.url, login);
  campaign = await theCampaign(as('mai'));
  unitId = campaign.unit('Xã Bảo Lâm');
  path = campaign.path('Xã Bảo Lâm');
});
afterAll(() => server?.close());

/** Bytes that differ from place to place, so that a piece in the wrong place shows. */
const numbered = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, i) => (i * 31 + (i >> 9)) % 64));

const list = async (login: string, query = ''): Promise<EvidenceList> => {
  const answer = await as(login).get<EvidenceList>(`/api/evidence${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};

describe('evidence is kept once and sent in pieces', () => {
  it('a dead line and a killed server cost one piece: the same file goes on where it stopped', async () => {
    const bytes = Buffer.concat([pdf('Ban quet'), Buffer.from('%'), numbered(700_000), pdf('cuoi')]);
    const begun = await beginUpload(as('lan'), unitId, 'ban-quet.pdf', bytes);
    const half = await sendPieces(as('lan'), begun.body, bytes, 2);
    expect(half.received).toBe(2 * half.pieceSize);
    const early = await as('lan').post(`/api/evidence/uploads/${half.id}/finish`, DETAILS);
    expect([early.status, early.body.code]).toEqual([409, 'evidence.unfinished']);
    await server.kill();
    await server.restart();
    const again = await beginUpload(as('lan'), unitId, 'ban-quet.pdf', bytes);
    expect(again.body).toEqual(half);
    // The piece whose answer was lost comes twice: it is told where to go on.
    const twice = await as('lan').putBytes(`/api/evidence/uploads/${half.id}/0`, bytes.subarray(0, 1000));
    expect([twice.status, twice.body.received]).toEqual([200, half.received]);
    const whole = await sendPieces(as('lan'), again.body, bytes);
    expect(whole.received).toBe(bytes.length);
    const kept = await as('lan').post(`/api/evidence/uploads/${half.id}/finish`, DETAILS);
    expect(kept.status).toBe(200);
    expect(kept.body).toMatchObject({
      stood: false,
      document: { number: '05/KH-UBND', day: '2024-01-20', fileName: 'ban-quet.pdf', size: bytes.length },
    });
    const file = await as('lan').download(`/api/evidence/${kept.body.document.id}/file`);
    expect([file.headers.get('content-type'), Buffer.from(file.body).equals(bytes)]).toEqual([
      'application/pdf',
      true,
    ]);
  });

  it('the same file again is the document that stands; another unit keeps its own words about the same bytes', async () => {
    const first = await keepDocument(as('lan'), unitId, 'kh.pdf', pdf('Mot'));
    const second = await keepDocument(as('lan'), unitId, 'ban sao.pdf', pdf('Mot'), { abstract: 'Khác' });
    expect(second.body).toMatchObject({
      stood: true,
      document: { id: first.body.document.id, abstract: DETAILS.abstract },
    });
    const other = await keepDocument(as('mai'), campaign.unit('Phòng Nội vụ'), 'kh.pdf', pdf('Mot'));
    expect(other.body.document).toMatchObject({ hash: first.body.document.hash, unitName: 'Phòng Nội vụ' });
    expect(other.body.document.id).not.toBe(first.body.document.id);
  });

  const hostile: [string, string, () => Buffer, string][] = [
    [
      'macros',
      'bang.xlsx',
      () => zipped({ 'xl/workbook.xml': '<a/>', 'xl/vbaProject.bin': 'x' }),
      'excel.macro',
    ],
    [
      'a script',
      'a.pdf',
      () => Buffer.from('%PDF-1.4\n1 0 obj<</S/JavaScript/JS(x)>>endobj\n%%EOF'),
      'upload.script',
    ],
    [
      'a program under the name of a picture',
      'anh.png',
      () => Buffer.from('MZ\u0090 program'),
      'evidence.kind',
    ],
    [
      'a picture cut short',
      'anh.jpg',
      () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      'evidence.damaged',
    ],
    ['a PDF under the name of a picture', 'anh.jpg', () => pdf(), 'evidence.extensionMismatch'],
    [
      'a zip bomb',
      'bom.docx',
      () => zipped({ 'word/document.xml': 'a'.repeat(20_000_000) }),
      'evidence.tooHeavy',
    ],
  ];
  const zipped = (parts: Record<string, string>): Buffer =>
    Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, strToU8(v)]))));
  it.each(hostile)('H5: %s is refused with its sentence', async (_, name, make, code) => {
    const answer = await keepDocument(as('lan'), unitId, name, make());
    expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([422, code]);
  });

  it('H5: 200 MB are refused before a byte of them is sent, and the server is up', async () => {
    const answer = await as('lan').post('/api/evidence/uploads', {
      unitId,
      name: 'lon.pdf',
      size: 200_000_000,
      fingerprint: 'lon',
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'evidence.tooLarge']);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

describe('J8: what is looked for is taken literally, without marks', () => {
  it('%, _, \\, quotes, emoji and decomposed letters', async () => {
    const odd = 'Biên bản 100% "đúng hạn" 50_50 C:\\tệp 📄 O\'Neil';
    await keepDocument(as('lan'), unitId, 'bien-ban.pdf', pdf('Bien ban'), { abstract: odd });
    const found = async (q: string) =>
      (await list('lan', `?q=${encodeURIComponent(q)}`)).documents.map((d) => d.abstract);
    for (const q of [
      '100%',
      '50_50',
      'C:\\',
      '"đúng',
      '📄',
      "O'N",
      'BIEN BAN',
      'bien ban'.normalize('NFD'),
      'Biên bản'.normalize('NFD'),
    ])
      expect(await found(q), q).toEqual([odd]);
    for (const q of ['10%0', '5__0', '%', '_50_', '\\\\'])
      expect(
        (await found(q)).filter((a) => a !== odd),
        q,
      ).toEqual([]);
    expect(await found('bien%ban')).toEqual([]);
    expect(await found('ke hoach cai cach')).toContain(DETAILS.abstract);
  });
});

describe('evidence is cited by a report and read by who may', () => {
  let id: string;
  it('only the own unit sees it until it is cited; then the receiving office and the authority do too', async () => {
    id = (
      await keepDocument(as('lan'), unitId, 'qd.pdf', pdf('Quyet dinh'), { abstract: 'Quyết định phân công' })
    ).body.document.id;
    const reads = async (login: string) => (await as(login).get(`/api/evidence/${id}`)).status;
    expect(await Promise.all(['lan', 'hung', 'mai', 'binh', 'thu', 'quan'].map(reads))).toEqual([
      200, 200, 403, 403, 403, 403,
    ]);
    const nobody = await as('thu').get('/api/evidence/01900000-0000-7000-8000-000000000000');
    expect(nobody.body).toEqual((await as('thu').get(`/api/evidence/${id}`)).body);
    const cited = await as('lan').post<ReportAnswer>(`${path}/evidence`, {
      section: 's1',
      evidenceId: id,
      pages: 'trang 2',
    });
    expect(cited.status).toBe(200);
    expect(cited.body.evidence).toMatchObject([
      { place: 's1', pages: 'trang 2', evidence: { id, cited: 1 } },
    ]);
    expect(await Promise.all(['mai', 'binh', 'thu', 'quan'].map(reads))).toEqual([200, 200, 403, 403]);
    expect((await as('thu').download(`/api/evidence/${id}/file`)).status).toBe(403);
    expect((await list('mai', `?unitId=${unitId}`)).documents.map((d) => d.id)).toEqual([id]);
    expect((await list('mai', `?campaignId=${campaign.id}`)).documents.map((d) => d.id)).toEqual([id]);
  });

  it('places that the report does not have, papers of others, and who may not write are refused', async () => {
    const ask = (login: string, body: object) => as(login).post(`${path}/evidence`, body);
    const codes = async (login: string, body: object) => {
      const { status, body: b } = await ask(login, body);
      return [status, b.code];
    };
    expect(await codes('lan', { section: 's99', evidenceId: id })).toEqual([409, 'report.unknownSection']);
    expect(await codes('lan', { section: 's1', form: 'x', row: 'y', evidenceId: id })).toEqual([
      409,
      'report.unknownCell',
    ]);
    const foreign = await keepDocument(as('mai'), campaign.unit('Phòng Nội vụ'), 'nv.pdf', pdf('Noi vu'));
    expect(await codes('lan', { section: 's1', evidenceId: foreign.body.document.id })).toEqual([
      409,
      'evidence.unknown',
    ]);
    expect((await ask('hung', { section: 's1', evidenceId: id })).status).toBe(403);
    expect((await ask('mai', { section: 's1', evidenceId: id })).status).toBe(403);
    const into = await beginUpload(as('mai'), unitId, 'x.pdf', pdf());
    expect(into.status).toBe(403);
  });

  it('what is cited cannot be taken away; a correction rests on what stands', async () => {
    const cited = await as('lan').delete(`/api/evidence/${id}`);
    expect([cited.status, cited.body.code]).toEqual([409, 'evidence.citedStill']);
    const change = (version: number) =>
      as('lan').put(`/api/evidence/${id}`, { ...DETAILS, number: '12/QĐ-UBND', pages: 3, version });
    expect((await change(1)).body).toMatchObject({ number: '12/QĐ-UBND', pages: 3, version: 2 });
    expect((await change(1)).body.code).toBe('evidence.stale');
    const free = await keepDocument(as('lan'), unitId, 'bo.pdf', pdf('Bo'));
    expect((await as('lan').delete(`/api/evidence/${free.body.document.id}`)).status).toBe(200);
    expect((await list('lan')).documents.map((d) => d.id)).not.toContain(free.body.document.id);
    const back = await keepDocument(as('lan'), unitId, 'bo.pdf', pdf('Bo'));
    expect(back.body.document.id).toBe(free.body.document.id);
  });

  it('the signature stands for the papers too: what was seen before a citation is not what would be signed', async () => {
    await fillAndPass(as('lan'), path);
    const seen = (await as('hung').get<ReportAnswer>(path)).body;
    const late = await as('lan').post(`${path}/evidence`, { section: 's1', evidenceId: id });
    expect([late.status, late.body.code]).toEqual([409, 'report.wrongState']);
    await signSeen(as('hung'), path);
    const sent = await server.db
      .selectFrom('submission')
      .select(['content', 'content_hash'])
      .where('campaign_id', '=', campaign.id)
      .where('unit_id', '=', unitId)
      .executeTakeFirstOrThrow();
    expect(sent.content_hash).toBe(seen.contentHash);
    expect((sent.content as unknown as { evidence: unknown[] }).evidence).toMatchObject([
      { place: 's1', pages: 'trang 2', number: '12/QĐ-UBND', hash: seen.evidence[0]?.evidence.hash },
    ]);
    const { body } = await as('lan').get(`/api/journal?unitId=${unitId}&limit=200`);
    const types = body.facts.map((f: { type: string }) => f.type);
    for (const type of ['evidence.added', 'evidence.cited', 'evidence.changed', 'evidence.withdrawn'])
      expect(types).toContain(type);
  });
});
