import { afterAll, beforeAll, expect, it } from 'vitest';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { sentAgain } from '../setup/sentAgain.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let mai: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  mai = await signIn(server.url, 'mai');
  campaign = await theCampaign(mai);
});
afterAll(() => server?.close());

it('receives together what came back answered and changed nowhere else; of the others it says why not', async () => {
  const { body: board } = await mai.get(`/api/campaigns/${campaign.id}/board`);
  const open = (board.rows as { name: string; kind: string; state: string }[])
    .filter((r) => r.kind === 'commune' && (r.state === 'drafting' || r.state === 'not-opened'))
    .map((r) => r.name);
  expect(open.length).toBeGreaterThan(3);
  const place = { server, campaign, mai };
  const [fine = '', also = '', empty = '', owing = ''] = open;
  const first = board.rows.find(
    (r: { state: string; revision: number; kind: string }) =>
      r.state === 'submitted' && r.revision === 1 && r.kind === 'commune',
  );
  const asked = [
    await sentAgain(place, fine, ['s6']),
    await sentAgain(place, also, ['s6', 's7']),
    await sentAgain(place, empty, ['s6'], false),
    campaign.unit(owing),
    first.unitId as string,
  ];
  const url = `/api/campaigns/${campaign.id}/receive`;
  const lan = await signIn(server.url, 'lan');
  expect((await lan.post(url, { unitIds: asked })).status).toBe(403);
  const key = 'receive-together-once';
  const answer = await mai.post(url, { unitIds: asked }, { key });
  expect(answer.status).toBe(200);
  const codes = new Map(
    answer.body.units.map((u: { unitId: string; done: boolean; code?: string }) => [
      u.unitId,
      u.done ? 'done' : u.code,
    ]),
  );
  expect(asked.map((unitId) => codes.get(unitId))).toEqual([
    'done',
    'report.changedElsewhere',
    'report.nearEmpty',
    'report.wrongState',
    'report.neverRead',
  ]);
  const states = async () =>
    Promise.all(
      asked.slice(0, 3).map(async (id) => (await mai.get(`/api/reports/${campaign.id}/${id}`)).body.state),
    );
  expect(await states()).toEqual(['received', 'submitted', 'submitted']);
  const facts = await server.db
    .selectFrom('fact')
    .where('unit_id', '=', asked[0] ?? '')
    .where('type', 'in', ['report.receivingBegun', 'report.received'])
    .orderBy('seq')
    .select('type')
    .execute();
  expect(facts.map((f) => f.type).slice(-2)).toEqual(['report.receivingBegun', 'report.received']);
  expect((await mai.post(url, { unitIds: asked }, { key })).body).toEqual(answer.body);
});
