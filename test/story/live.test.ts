import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BoardAnswer, WorkAnswer } from '../../src/core/report/answers.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { openStream, type Told } from '../setup/stream.ts';

let server: TestServer;
let second: { url: string; end(): Promise<void> };
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let [mai, lan, quan]: Client[] = [];

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  second = await server.another();
  [mai, lan, quan] = await Promise.all(['mai', 'lan', 'quan'].map((login) => signIn(server.url, login)));
  campaign = await theCampaign(mai as Client);
});
afterAll(async () => {
  await second?.end();
  await server?.close();
});

const note = async (text: string) => {
  const path = campaign.path('Xã Bảo Lâm');
  const { body } = await (lan as Client).get(path);
  const words = body.words.find((w: { kind: string }) => w.kind === 'text');
  return (lan as Client).post(`${path}/save`, {
    cells: [],
    words: [
      {
        section: words.section,
        kind: 'text',
        doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
        version: words.version,
      },
    ],
  });
};
const rowsOf = (unitId: string) => (told: Told) =>
  told.event === 'rows' && told.data.rows?.some((row: { unitId: string }) => row.unitId === unitId);
const concerning = (unitId: string) => (told: Told) =>
  told.event === 'changed' &&
  told.data.campaigns.some((c: { unitIds: string[] }) => c.unitIds.includes(unitId));

it('F3: the board changes by itself, over another process too, and says to each what that person may', async () => {
  const unitId = campaign.unit('Xã Bảo Lâm');
  const elsewhere = await signIn(second.url, 'mai');
  const here = await openStream(mai as Client, `/api/changes?board=${campaign.id}`);
  const there = await openStream(elsewhere, `/api/changes?board=${campaign.id}`);
  // What the demonstration did a moment ago may come first, as a whole board to read.
  expect((await note('Đã sửa lần thứ nhất khi bảng đang mở.')).status).toBe(200);
  for (const stream of [here, there]) await stream.until((told) => told.event === 'rows');
  expect((await note('Đã sửa khi bảng đang mở, để bảng tự thay đổi.')).status).toBe(200);
  const { body } = await (mai as Client).get<BoardAnswer>(`/api/campaigns/${campaign.id}/board`);
  const row = body.rows.find((r) => r.unitId === unitId);
  for (const stream of [here, there]) {
    const told = await stream.until((t) => rowsOf(unitId)(t));
    expect(told.data.campaignId).toBe(campaign.id);
    const sent = told.data.rows.find((r: { unitId: string }) => r.unitId === unitId);
    expect([sent.state, sent.filled, sent.may]).toEqual([row?.state, row?.filled, row?.may]);
  }
  here.close();
  there.close();
});

it('a person is told of nothing but the own units; a board is for those who oversee', async () => {
  const stream = await openStream(lan as Client, '/api/changes');
  const others = await openStream(quan as Client, '/api/changes');
  const unitId = campaign.unit('Xã Bảo Lâm');
  await (mai as Client).post(`/api/campaigns/${campaign.id}/remind`, {
    unitIds: [campaign.unit('Xã Mẫu Sơn'), unitId],
  });
  await stream.until(concerning(unitId));
  const seen = stream.told
    .flatMap((t) => t.data.campaigns ?? [])
    .flatMap((c: { unitIds: string[] }) => c.unitIds);
  expect(new Set(seen)).toEqual(new Set([unitId]));
  // An administrator has no part in reports.
  expect(others.told.filter((t) => t.event === 'changed' && t.data.campaigns.length > 0)).toEqual([]);
  expect((await (lan as Client).get(`/api/changes?board=${campaign.id}`)).status).toBe(403);
  stream.close();
  others.close();
});

it('after a loss the stream goes on where it was, or says that everything is to be read anew', async () => {
  const stream = await openStream(mai as Client, `/api/changes?board=${campaign.id}`);
  const hello = await stream.until((told) => told.event === 'hello');
  stream.close();
  expect((await note('Đã sửa khi không ai xem bảng, người xem nối lại vẫn thấy.')).status).toBe(200);
  const again = await openStream(mai as Client, `/api/changes?board=${campaign.id}`, hello.id);
  expect((await again.until((told) => told.event === 'hello')).data).toEqual({ whole: false });
  await again.until(rowsOf(campaign.unit('Xã Bảo Lâm')));
  again.close();
  const late = await openStream(mai as Client, '/api/changes', String(Number(hello.id) - 3_600_000));
  expect((await late.until((told) => told.event === 'hello')).data).toEqual({ whole: true });
  late.close();
});

it('the number in the navigation is that of the list, for everybody', async () => {
  for (const login of ['lan', 'hung', 'thu', 'mai', 'nga', 'binh', 'vanthu', 'quan']) {
    const who = await signIn(server.url, login);
    const { items } = (await who.get<WorkAnswer>('/api/work')).body;
    const { counts } = (await who.get('/api/session')).body.me;
    expect([login, counts.home]).toEqual([login, items.filter((i) => i.kind !== 'register').length]);
  }
});

it('whoever signs out is told no more, and an open stream does not hold the program up', async () => {
  const stream = await openStream(mai as Client, `/api/changes?board=${campaign.id}`);
  await stream.until((told) => told.event === 'hello');
  await server.stop();
  await stream.ended;
  await server.restart();
});
