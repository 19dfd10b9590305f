import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignAnswer } from '../../src/core/campaign/answers.ts';
import { REQUEST_PARTS } from '../../src/core/campaign/request.ts';
import type { RegisterAnswer } from '../../src/core/registry/answers.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { pdf } from '../setup/evidence.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { readPdf, tight } from '../unit/documents/readPdf.ts';

let server: TestServer;
let mai: Client;
let binh: Client;
let vanthu: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let district: string;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  [mai, binh, vanthu] = (await Promise.all(['mai', 'binh', 'vanthu'].map((p) => signIn(server.url, p)))) as [
    Client,
    Client,
    Client,
  ];
  campaign = await theCampaign(mai);
  const row = await server.db
    .selectFrom('campaign')
    .select('authority_unit_id')
    .where('id', '=', campaign.id)
    .executeTakeFirstOrThrow();
  district = row.authority_unit_id;
});
afterAll(() => server?.close());

const book = async (of: Client, unitId: string): Promise<RegisterAnswer> =>
  (await of.get<RegisterAnswer>(`/api/registry?unitId=${unitId}`)).body;

/** A request that is signed and waits for its number. */
const signedRequest = async (): Promise<CampaignAnswer> => {
  const text = (await mai.get<CampaignAnswer>(`/api/campaigns/${campaign.id}`)).body;
  const made = (await mai.post<CampaignAnswer>('/api/campaigns', { text: null })).body;
  const at = `/api/campaigns/${made.id}`;
  const put = await mai.put<CampaignAnswer>(at, {
    version: made.version,
    request: { ...text.request, seen: [...REQUEST_PARTS] },
  });
  const passed = await mai.post<CampaignAnswer>(`${at}/pass-to-sign`, { version: put.body.version });
  const signed = await binh.post<CampaignAnswer>(`${at}/sign`, { version: passed.body.version });
  expect([signed.status, signed.body.state]).toEqual([200, 'signed']);
  return signed.body;
};

describe('H2: numbers of outgoing documents', () => {
  it('H2: by default văn thư types number and day; the register keeps them with who and when', async () => {
    const { documents, books, may } = await book(vanthu, district);
    expect(documents.find((d) => d.purpose === 'request')).toMatchObject({
      number: 112,
      symbol: 'UBND-NV',
      day: '2024-02-06',
      fromBook: false,
      issuedBy: expect.any(String),
    });
    expect(books.find((b) => b.kind === 'letter')).toMatchObject({ handed: false, lastNumber: 112 });
    expect(may).toEqual(['keep']);
    // The receiving office drafts for the authority and reads its register; a commune does not.
    expect((await book(mai, district)).may).toEqual([]);
    const lan = await signIn(server.url, 'lan');
    expect((await lan.get(`/api/registry?unitId=${district}`)).status).toBe(403);
  });

  it('H2: a book is handed over by văn thư only, and never with a number that was given', async () => {
    const ask = { unitId: district, kind: 'letter', year: 2024 };
    expect((await mai.post('/api/registry/books', { ...ask, startNumber: 113 })).status).toBe(403);
    const used = await vanthu.post('/api/registry/books', { ...ask, startNumber: 112 });
    expect([used.status, used.body.code]).toEqual([409, 'registry.startUsed']);
    const given = await vanthu.post<RegisterAnswer>('/api/registry/books', { ...ask, startNumber: 120 });
    expect(given.body.books.find((b) => b.kind === 'letter')).toMatchObject({ handed: true, next: 120 });
    const twice = await vanthu.post('/api/registry/books', { ...ask, startNumber: 130 });
    expect(twice.body.code).toBe('registry.bookIsHere');
    const next = await vanthu.get(`/api/registry/next?kind=letter&campaignId=${campaign.id}`);
    expect(next.body).toEqual({ handed: true, next: 120, day: '2024-02-28' });
  });

  it('H2: twenty requests issued at once get twenty numbers in a row, though others fail between them', async () => {
    const requests = await Promise.all(Array.from({ length: 20 }, signedRequest));
    const issue = (r: CampaignAnswer, more: Record<string, unknown> = {}) =>
      vanthu.post<CampaignAnswer & { code: string }>(`/api/campaigns/${r.id}/issue`, {
        version: r.version,
        symbol: 'UBND-NV',
        ...more,
      });
    const answers = await Promise.all(
      requests.flatMap((r, i) => [
        // Between the twenty: a stale version, a typed number, a person who may not.
        ...(i % 4 === 0 ? [issue(r, { version: r.version - 1 })] : []),
        ...(i % 4 === 1 ? [issue(r, { number: '500', day: '2024-02-28' })] : []),
        ...(i % 4 === 2
          ? [mai.post(`/api/campaigns/${r.id}/issue`, { version: r.version, symbol: 'X' })]
          : []),
        issue(r),
      ]),
    );
    const failed = answers.filter((a) => a.status !== 200);
    expect(new Set(failed.map((a) => a.body.code))).toEqual(
      new Set(['campaign.stale', 'registry.bookDecides', 'access.forbidden']),
    );
    const numbers = answers.flatMap((a) => (a.status === 200 ? [Number(a.body.number)] : []));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 120 + i));
    for (const a of answers) if (a.status === 200) expect(a.body.documentDay).toBe('2024-02-28');
    const { documents, books } = await book(vanthu, district);
    expect(documents.filter((d) => d.fromBook).map((d) => d.number)).toEqual(
      Array.from({ length: 20 }, (_, i) => 139 - i),
    );
    expect(books.find((b) => b.kind === 'letter')).toMatchObject({ next: 140 });
    const given = await server.db
      .selectFrom('fact')
      .where('type', '=', 'registry.numberGiven')
      .where('unit_id', '=', district)
      .select(['actor_id', 'data'])
      .orderBy('seq')
      .execute();
    expect(given.slice(-20).map((f) => (f.data as { number: string }).number)).toEqual(
      Array.from({ length: 20 }, (_, i) => String(120 + i)),
    );
    expect(given.every((f) => f.actor_id !== null)).toBe(true);
  }, 120_000);

  it('H2: a report takes the next number of its own unit; taken back, numbers are typed again', async () => {
    const unitId = campaign.unit('Xã Bảo Lâm');
    const path = campaign.path('Xã Bảo Lâm');
    const thom = await signIn(server.url, 'vt.bao-lam');
    const lan = await signIn(server.url, 'lan');
    const hung = await signIn(server.url, 'hung');
    await fillAndPass(lan, path);
    expect((await signSeen(hung, path)).status).toBe(200);
    const which = { unitId, kind: 'report', year: 2024 };
    expect((await thom.post('/api/registry/books', { ...which, startNumber: 9 })).status).toBe(200);
    const numbered = await thom.post<ReportAnswer>(`${path}/register`, { symbol: 'BC-UBND' });
    expect(numbered.body.registration).toMatchObject({ number: '9', symbol: 'BC-UBND', day: '2024-02-28' });
    const again = await thom.post(`${path}/register`, { symbol: 'BC-UBND' });
    expect([again.status, again.body.code]).toEqual([409, 'registry.alreadyNumbered']);
    // Printed with its number, stamped, scanned: the copy comes by itself, and asks for no second number.
    const copy = () => new Uint8Array(pdf('Ban dong dau'));
    const twice = await thom.upload(`${path}/stamped`, 'ban-dau.pdf', copy(), 'application/pdf', {
      fields: { symbol: 'BC-UBND' },
    });
    expect([twice.status, twice.body.code]).toEqual([409, 'registry.alreadyNumbered']);
    expect((await thom.upload(`${path}/stamped`, 'ban-dau.pdf', copy(), 'application/pdf')).status).toBe(200);
    expect((await thom.get<ReportAnswer>(path)).body.registration).toMatchObject({
      number: '9',
      stamped: true,
      current: true,
    });
    const after = await thom.post<RegisterAnswer>('/api/registry/books/take-back', which);
    expect(after.body.books.find((b) => b.kind === 'report')).toMatchObject({ handed: false, lastNumber: 9 });
    expect(after.body.documents).toEqual([
      expect.objectContaining({ purpose: 'report', number: 9, fromBook: true, issuedBy: 'Lộc Thị Thơm' }),
    ]);
  });
});

describe('H2: documents that the program drafts', () => {
  const outgoing = async (of: Client, id: string) => {
    const row = await server.db
      .selectFrom('outgoing_document')
      .where('id', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow();
    const pdf = await of.download(`/api/documents/${id}/document.pdf`);
    expect(pdf.status).toBe(200);
    const { pages } = await readPdf(pdf.body);
    return { row, text: tight(pages.map((page) => page.body).join('\n')) };
  };
  let letter: string;

  it('H2: an extension becomes a công văn: draft without number, signed, numbered, and only then of the unit', async () => {
    const [ky, vt, lan] = (await Promise.all(
      ['ky.noi-vu', 'vt.noi-vu', 'lan'].map((p) => signIn(server.url, p)),
    )) as [Client, Client, Client];
    const unit = 'Xã Lộc Yên';
    const extended = await mai.post(`${campaign.path(unit)}/extend`, {
      until: Date.parse('2024-03-06T00:00:00+07:00'),
      documentNumber: '18/UBND',
      documentDay: '2024-02-28',
      reason: 'Mất điện do bão, chưa nhập xong số liệu',
    });
    expect(extended.status).toBe(200);
    const ask = { purpose: 'extension', campaignId: campaign.id, unitId: campaign.unit(unit) };
    expect((await lan.post('/api/documents', ask)).status).toBe(403);
    const none = await mai.post('/api/documents', { ...ask, unitId: campaign.unit('Xã Bảo Lâm') });
    expect(none.body.code).toBe('registry.notExtended');
    letter = (await mai.post<{ id: string }>('/api/documents', ask)).body.id;
    expect((await lan.get(`/api/documents/${letter}/document.pdf`)).status).toBe(403);
    const draft = await outgoing(mai, letter);
    expect(draft.text).toContain('DỰ THẢO');
    expect(draft.text).toMatch(/Số: +\/PNV/);
    expect(draft.text).toContain('đến hết 24:00 ngày 05/3/2024 (thời hạn đã giao: 24:00 ngày 29/02/2024)');
    expect(draft.text).toContain('Lý do: Mất điện do bão, chưa nhập xong số liệu.');
    const give = { version: 1, number: '15', symbol: 'PNV', day: '2024-02-28' };
    const early = await vt.post(`/api/documents/${letter}/issue`, give);
    expect([early.status, early.body.code]).toEqual([409, 'registry.wrongState']);
    expect((await mai.post(`/api/documents/${letter}/sign`, { version: 1 })).status).toBe(403);
    expect((await ky.post(`/api/documents/${letter}/sign`, { version: 1 })).status).toBe(200);
    expect((await vt.post(`/api/documents/${letter}/issue`, give)).body.code).toBe('registry.stale');
    expect((await vt.post(`/api/documents/${letter}/issue`, { ...give, version: 2 })).status).toBe(200);
    const { text, row } = await outgoing(mai, letter);
    expect(row).toMatchObject({ state: 'issued', number: 15, from_book: false });
    expect(text).toContain('Số: 15/PNV');
    expect(text).toContain('Cao Lộc, ngày 28 tháng 02 năm 2024');
    expect(text).not.toContain('DỰ THẢO');
    expect(text).toMatch(/TRƯỞNG PHÒNG \S/);
  });

  it('H2: after issue only a replacement or a đính chính, linked both ways and printed so', async () => {
    const [ky, vt] = (await Promise.all(['ky.noi-vu', 'vt.noi-vu'].map((p) => signIn(server.url, p)))) as [
      Client,
      Client,
    ];
    const late = await mai.post(`/api/documents/${letter}/discard`, { version: 3 });
    expect(late.body.code).toBe('registry.wrongState');
    const made = await mai.post<{ id: string }>(`/api/documents/${letter}/replace`, { note: '' });
    const twice = await mai.post(`/api/documents/${letter}/replace`, { note: '' });
    expect(twice.body.code).toBe('registry.replacedAlready');
    const unit = campaign.unit('Xã Lộc Yên');
    const which = { unitId: (await outgoing(mai, letter)).row.unit_id, kind: 'letter', year: 2024 };
    await vt.post('/api/registry/books', { ...which, startNumber: 16 });
    const pass = async (id: string) => {
      expect((await ky.post(`/api/documents/${id}/sign`, { version: 1 })).status).toBe(200);
      expect((await vt.post(`/api/documents/${id}/issue`, { version: 2, symbol: 'PNV' })).status).toBe(200);
    };
    await pass(made.body.id);
    const fresh = await outgoing(mai, made.body.id);
    expect(fresh.row).toMatchObject({
      number: 16,
      related_id: letter,
      relation: 'replace',
      about_unit_id: unit,
    });
    const old = 'Công văn số 15/PNV ngày 28 tháng 02 năm 2024 của Phòng Nội vụ';
    expect(fresh.text).toContain(`Công văn này thay thế ${old}.`);
    const replaced = 'Đã được thay thế bằng Công văn số 16/PNV ngày 28 tháng 02 năm 2024 của Phòng Nội vụ';
    expect((await outgoing(mai, letter)).text).toContain(replaced);
    const empty = await mai.post(`/api/documents/${made.body.id}/correct`, { points: [], note: '' });
    expect(empty.body.code).toBe('registry.correctionEmpty');
    const correction = await mai.post<{ id: string }>(`/api/documents/${made.body.id}/correct`, {
      points: [{ place: 'phần nơi nhận', printed: 'Lưu: VT.', right: 'Lưu: VT, NV.' }],
      note: '',
    });
    await pass(correction.body.id);
    const erratum = await outgoing(mai, correction.body.id);
    expect(erratum.text).toContain('đã in là “Lưu: VT.”; nay sửa lại là “Lưu: VT, NV.”');
    expect((await outgoing(mai, made.body.id)).text).toContain('Đã được đính chính bằng Công văn số 17/PNV');
    const lines = (await book(mai, which.unitId)).documents;
    expect(lines.find((d) => d.id === letter)?.by).toMatchObject([{ relation: 'replace', number: 16 }]);
    expect(lines.find((d) => d.id === made.body.id)).toMatchObject({
      of: { relation: 'replace', number: 15 },
      by: [{ relation: 'correct', number: 17 }],
    });
  });

  it('H2: a reminder of all who owe is drafted, signed and numbered like the others', async () => {
    const made = await mai.post<{ id: string }>('/api/documents', {
      purpose: 'reminder',
      campaignId: campaign.id,
    });
    const { text, row } = await outgoing(mai, made.body.id);
    expect(row).toMatchObject({ purpose: 'reminder', state: 'draft', kind: 'letter' });
    expect(text).toContain('DỰ THẢO');
    expect(text).toContain('UBND xã Lộc Yên');
    // From the board: for those who stand on the list, and văn thư finds it where drafts wait.
    const one = campaign.unit('Xã Lộc Yên');
    const chosen = await mai.post<{ id: string }>('/api/documents', {
      purpose: 'reminder',
      campaignId: campaign.id,
      unitIds: [one],
    });
    expect((await outgoing(await signIn(server.url, 'vt.noi-vu'), chosen.body.id)).row.state).toBe('draft');
    expect((await outgoing(mai, chosen.body.id)).text).not.toContain('UBND xã Mẫu Sơn');
  });

  it('H2: the district report is signed and numbered; its text stays as it left', async () => {
    const draft = (more: Record<string, unknown> = {}) =>
      mai.post<{ id: string; code: string }>('/api/documents', {
        purpose: 'area-report',
        campaignId: campaign.id,
        ...more,
      });
    // Before anything is frozen it is the draft of the moment, and says so.
    const early = await draft();
    expect([early.status, (await outgoing(mai, early.body.id)).row.frozen_number]).toEqual([200, null]);
    expect((await mai.post(`/api/documents/${early.body.id}/discard`, { version: 1 })).status).toBe(200);
    const frozen = await mai.post(`/api/campaigns/${campaign.id}/frozen`, { basis: 'sent', note: '' });
    expect([frozen.status, frozen.body.number]).toEqual([200, 1]);
    expect((await draft()).body.code).toBe('registry.versionMissing');
    expect((await draft({ frozen: 2 })).status).toBe(404);
    const made = await draft({ frozen: 1 });
    expect([made.status, (await outgoing(mai, made.body.id)).row.frozen_number]).toEqual([200, 1]);
    expect((await binh.post(`/api/documents/${made.body.id}/sign`, { version: 1 })).status).toBe(200);
    const given = { version: 2, number: '131', symbol: 'BC-UBND', day: '2024-02-28' };
    expect((await vanthu.post(`/api/documents/${made.body.id}/issue`, given)).status).toBe(200);
    const { text } = await outgoing(mai, made.body.id);
    expect(text).toContain('Số: 131/BC-UBND');
    expect(text).toMatch(/TM\. ỦY BAN NHÂN DÂN CHỦ TỊCH \S/);
  });

  it('H1: how a body sets its documents is set by its văn thư and printed', async () => {
    const vt = await signIn(server.url, 'vt.noi-vu');
    const unitId = (await outgoing(mai, letter)).row.unit_id;
    expect((await mai.get(`/api/registry/style?unitId=${unitId}`)).status).toBe(403);
    const { body } = await vt.get(`/api/registry/style?unitId=${unitId}`);
    const kt = {
      authority: 'KT.',
      onBehalfOf: 'TRƯỞNG PHÒNG',
      position: 'PHÓ TRƯỞNG PHÒNG',
      subPosition: '',
    };
    const style = {
      ...body.style,
      symbols: { ...body.style.symbols, letter: 'PNV-CCHC' },
      signatures: { ...body.style.signatures, letter: kt },
      copies: { ...body.style.copies, letter: ['Như trên', 'Lãnh đạo phòng', 'Lưu: VT, CCHC.'] },
    };
    const set = await vt.put('/api/registry/style', { unitId, version: 0, style });
    expect([set.status, set.body.version]).toEqual([200, 1]);
    const stale = await vt.put('/api/registry/style', { unitId, version: 0, style });
    expect([stale.status, stale.body.code]).toEqual([409, 'registry.stale']);
    const again = await mai.post<{ id: string }>('/api/documents', {
      purpose: 'extension',
      campaignId: campaign.id,
      unitId: campaign.unit('Xã Lộc Yên'),
    });
    const { text } = await outgoing(mai, again.body.id);
    expect(text).toMatch(/Số: +\/PNV-CCHC/);
    expect(text).toContain('KT. TRƯỞNG PHÒNG PHÓ TRƯỞNG PHÒNG');
    expect(text).toContain('- Lãnh đạo phòng;');
  });
});
