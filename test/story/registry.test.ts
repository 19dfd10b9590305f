import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignAnswer } from '../../src/core/campaign/answers.ts';
import { REQUEST_PARTS } from '../../src/core/campaign/request.ts';
import type { RegisterAnswer } from '../../src/core/registry/answers.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

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
    expect((await mai.get(`/api/registry?unitId=${district}`)).status).toBe(403);
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
    const after = await thom.post<RegisterAnswer>('/api/registry/books/take-back', which);
    expect(after.body.books.find((b) => b.kind === 'report')).toMatchObject({ handed: false, lastNumber: 9 });
    expect(after.body.documents).toEqual([
      expect.objectContaining({ purpose: 'report', number: 9, fromBook: true, issuedBy: 'Lộc Thị Thơm' }),
    ]);
  });
});
