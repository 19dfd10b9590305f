import { readdirSync } from 'node:fs';
import { connect as connectSocket, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { pdf as makePdf } from '../setup/evidence.ts';
import { PASSWORD, startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
const people: Record<string, Client> = {};
const as = (login: string): Client => people[login]!;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let baoLam: string;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  for (const login of ['lan', 'hung', 'mai', 'nga', 'quan']) people[login] = await signIn(server.url, login);
  campaign = await theCampaign(as('mai'));
  baoLam = campaign.path('Xã Bảo Lâm');
});
afterAll(() => server?.close());

const registryOf = async (unit: string): Promise<Client> => {
  const { login } = await server.db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .where('post.role', '=', 'registry')
    .where('post.unit_id', '=', campaign.unit(unit))
    .select('person.login')
    .executeTakeFirstOrThrow();
  return signIn(server.url, login);
};
const factsOf = async (): Promise<number> =>
  (await server.owner.selectFrom('fact').select('id').execute()).length;
const cookieOf = (client: Client): string => [...client.cookies].map(([n, v]) => `${n}=${v}`).join('; ');

describe('addresses', () => {
  it('a route in another spelling is guarded like the route', async () => {
    const body = JSON.stringify({ login: 'lan', password: PASSWORD });
    const headers = { 'content-type': 'application/json', origin: 'http://elsewhere.example' };
    for (const path of ['/api/session', '/%61pi/session', '/api/%73ession']) {
      const answer = await fetch(server.url + path, { method: 'POST', headers, body });
      expect([path, answer.status, await answer.json()]).toEqual([
        path,
        403,
        { code: 'access.foreignOrigin', details: {} },
      ]);
    }
    const spelt = await fetch(`${server.url}/%61pi/work`, { headers: { cookie: cookieOf(as('lan')) } });
    expect([spelt.status, spelt.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });

  it('an address that cannot be decoded is answered in the words of all refusals', async () => {
    const answer = await fetch(`${server.url}/api/public/receipts/%ED%A0%80`);
    expect([answer.status, await answer.json()]).toEqual([400, { code: 'http.malformed' }]);
  });
});

describe('values at the edge are refused, never a fault', () => {
  it('instants that no calendar has', async () => {
    const until = [253_402_300_800_000, 8_640_000_000_000_000, Number.MAX_SAFE_INTEGER, -1];
    const before = await factsOf();
    for (const at of until) {
      const given = { documentNumber: '12', documentDay: '2024-02-01', reason: 'xin thêm thời gian' };
      expect((await as('nga').post(`${baoLam}/extend`, { until: at, ...given })).status).toBe(400);
      expect((await as('nga').post(`${baoLam}/return`, { pins: [], resendBy: at })).status).toBe(400);
    }
    const year0 = { documentNumber: '1', documentDay: '0000-01-01', reason: 'xin thêm thời gian' };
    const extended = await as('nga').post(`${baoLam}/extend`, { until: 1_712_000_000_000, ...year0 });
    expect(extended.body.code).toBe('report.dayMalformed');
    expect((await as('quan').get('/api/units?at=0000-01-01')).status).toBe(400);
    expect(await factsOf()).toBe(before);
  });

  it('a draft with a window that ends before it begins keeps it, and names it as a gap', async () => {
    const draft = (await as('mai').post('/api/campaigns', {})).body;
    const edited = await as('mai').put(`/api/campaigns/${draft.id}`, {
      version: draft.version,
      request: { ...draft.request, window: { from: '2024-03-01', to: '2024-01-01' } },
    });
    expect(edited.status).toBe(200);
    expect(edited.body.request.window).toEqual({ from: '2024-03-01', to: '2024-01-01' });
    expect(edited.body.gaps).toContainEqual({ code: 'request.windowReversed', part: 'deadline' });
  });

  it('two values for one cell in one batch store neither', async () => {
    const { body } = await as('lan').get<ReportAnswer>(baoLam);
    const [section] = body.sections.filter((s) => s.words && s.applicability !== 'not-applicable');
    const cell = { form: 'cddh', row: 'cchc-1-01', column: 'value', version: 0 };
    const words = { section: section!.id, kind: 'nil', version: 0 };
    const before = await factsOf();
    for (const batch of [
      { cells: ['1', '2'].map((amount) => ({ ...cell, cell: { kind: 'amount', amount } })) },
      { words: [words, words] },
    ])
      expect((await as('lan').post(`${baoLam}/save`, batch)).status).toBe(400);
    expect(await factsOf()).toBe(before);
  });
});

describe('files', () => {
  const boundary = 'multipart/form-data; boundary=B';
  const head = '--B\r\ncontent-disposition: form-data; name="file"; filename="a\0b.txt"\r\n\r\n';
  const send = (type: string, body: string) =>
    fetch(`${server.url}/api/letters`, {
      method: 'POST',
      headers: { cookie: cookieOf(as('mai')), 'x-cchc': '1', 'content-type': type },
      body,
    });

  it('a request that breaks off is malformed; a name is cleaned like every text', async () => {
    expect((await send(boundary, `${head}Kính gửi`)).status).toBe(400);
    expect((await send('multipart/form-data', 'x')).status).toBe(400);
    const whole = await send(boundary, `${head}Kính gửi: UBND các xã\r\n--B--\r\n`);
    const { file } = (await whole.json()) as { file: { name: string } };
    expect([whole.status, file.name]).toEqual([200, 'ab.txt']);
  });

  it('uploads that never end hold nobody else up', async () => {
    const sockets: Socket[] = [];
    const { hostname, port } = new URL(server.url);
    for (let i = 0; i < 25; i++) {
      const socket = connectSocket(Number(port), hostname).on('error', () => {});
      socket.write(
        `POST ${i % 2 ? '/api/letters' : `${baoLam}/stamped`} HTTP/1.1\r\nhost: ${hostname}:${port}\r\n` +
          `cookie: ${cookieOf(as('mai'))}\r\nx-cchc: 1\r\ncontent-type: ${boundary}\r\n` +
          `content-length: 100000\r\n\r\n${head}abc`,
      );
      sockets.push(socket);
    }
    // All have been heard before the others ask.
    await expect.poll(() => sockets.every((s) => s.bytesWritten > 0 && !s.connecting)).toBe(true);
    const answers = await Promise.all(Array.from({ length: 5 }, () => as('lan').get('/api/work')));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200]);
    for (const socket of sockets) socket.destroy();
  });

  const kept = () =>
    readdirSync(join(server.dataFolder, 'files'), { recursive: true, withFileTypes: true }).filter((e) =>
      e.isFile(),
    ).length;
  const pdf = (text: string) => new Uint8Array(makePdf(text));

  it('a file that is refused leaves no bytes behind; one key stands for one file', async () => {
    const clerk = await registryOf('Xã Bảo Lâm');
    const early = await clerk.upload(`${baoLam}/stamped`, 'a.pdf', pdf('a'), 'application/pdf');
    expect([early.body.code, kept()]).toEqual(['report.wrongState', 0]);

    const { body: board } = await as('mai').get(`/api/campaigns/${campaign.id}/board`);
    const sent = board.rows.find((r: { state: string }) => r.state === 'submitted').name;
    const other = await registryOf(sent);
    const path = `${campaign.path(sent)}/stamped`;
    const put = (text: string) =>
      other.upload(path, 'a.pdf', pdf(text), 'application/pdf', { key: 'stamped-once' });
    const [first, again, changed] = [await put('one'), await put('one'), await put('two')];
    expect([first.status, again.status, changed.status]).toEqual([200, 200, 422]);
    expect(again.body).toEqual(first.body);
    expect(kept()).toBe(1);
  });
});

describe('verbs at once on one report', () => {
  it('of many signatures one counts: one sending, one receipt, one number', async () => {
    await fillAndPass(as('lan'), baoLam);
    const signed = await Promise.all(Array.from({ length: 5 }, () => signSeen(as('hung'), baoLam)));
    expect(signed.map((s) => s.status).sort()).toEqual([200, 409, 409, 409, 409]);
    const sendings = await server.db
      .selectFrom('submission')
      .where('unit_id', '=', campaign.unit('Xã Bảo Lâm'))
      .select('receipt_number')
      .execute();
    expect(sendings.length).toBe(1);
  });

  it('taken back or begun, never both; every state follows from the one before', async () => {
    const resendBy = (await as('mai').get(baoLam)).body.now + 86_400_000 * 3;
    const pins = [
      { place: { kind: 'section', section: 's1' }, reason: 'figures', sentence: 'Bổ sung số liệu phần này.' },
    ];
    const answers = await Promise.all([
      as('lan').post(`${baoLam}/withdraw`),
      as('mai').post(`${baoLam}/begin-receiving`),
      as('nga').post(`${baoLam}/begin-receiving`),
      as('mai').post(`${baoLam}/receive`),
      as('nga').post(`${baoLam}/return`, { pins, resendBy }),
      as('hung').post(`${baoLam}/withdraw`),
    ]);
    for (const { status } of answers) expect([200, 400, 409]).toContain(status);
    const types = (
      await server.db
        .selectFrom('fact')
        .where('unit_id', '=', campaign.unit('Xã Bảo Lâm'))
        .where('type', 'in', [
          'report.withdrawn',
          'report.receivingBegun',
          'report.received',
          'report.returned',
        ])
        .orderBy('seq')
        .select('type')
        .execute()
    ).map((f) => f.type);
    if (types[0] === 'report.withdrawn') expect(types).toEqual(['report.withdrawn']);
    else {
      expect(types[0]).toBe('report.receivingBegun');
      expect(types).not.toContain('report.withdrawn');
      expect(types.length).toBeLessThanOrEqual(2);
    }
    expect((await as('quan').get('/api/journal/verify')).body.found).toEqual([]);
  });
});

describe('drafts', () => {
  it('somebody whose post has ended sees no draft of the office any more', async () => {
    const draft = (await as('mai').post('/api/campaigns', {})).body;
    expect((await as('nga').get(`/api/campaigns/${draft.id}`)).status).toBe(200);
    const me = (await as('nga').get('/api/session')).body.me.personId;
    await server.owner
      .updateTable('post')
      .set({ valid_to: '2024-02-01' })
      .where('person_id', '=', me)
      .execute();
    expect((await as('nga').get(`/api/campaigns/${draft.id}`)).status).toBe(404);
    expect((await as('nga').get(`/api/campaigns/${draft.id}/request.docx`)).status).toBe(404);
    const list = (await as('nga').get('/api/campaigns')).body as { state: string }[];
    expect(list.map((c) => c.state)).toEqual(['issued']);
  });
});
