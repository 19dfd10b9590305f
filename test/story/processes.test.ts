import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BoardAnswer, ReportAnswer } from '../../src/core/report/answers.ts';
import { verifyChains } from '../../src/server/audit/verify.ts';
import { doc, fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let others: Awaited<ReturnType<TestServer['another']>>[];
let campaign: Awaited<ReturnType<typeof theCampaign>>;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  others = [await server.another(), await server.another()];
  campaign = await theCampaign(await signIn(server.url, 'mai'));
});
afterAll(async () => {
  for (const other of others ?? []) await other.end();
  await server?.close();
});

/** One person behind a proxy that sends each request to another process: the same session everywhere. */
const everywhere = async (login: string): Promise<Client[]> => {
  const first = await signIn(server.url, login);
  return [server.url, ...others.map((o) => o.url)].map((url) => new Client(url).takeSession(first));
};

test('B5 D6: three processes serve one session, one report and one key as one', async () => {
  const path = campaign.path('Xã Bảo Lâm');
  const lan = await everywhere('lan');
  const { body } = await lan[0]!.get<ReportAnswer>(path);
  const section = body.sections.find((s) => s.words)!.id;
  let version = body.words.find((w) => w.section === section)?.version ?? 0;
  for (let i = 0; i < 9; i++) {
    const words = [{ section, kind: 'text', doc: doc(`Lần ghi thứ ${i}.`), version }];
    const key = `process-${i}-of-nine`;
    const asked = { cells: [], words };
    const [one, two] = await Promise.all([
      lan[i % 3]!.post(`${path}/save`, asked, { key }),
      lan[(i + 1) % 3]!.post(`${path}/save`, asked, { key }),
    ]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(two.body).toEqual(one.body);
    const seen = (await lan[(i + 2) % 3]!.get<ReportAnswer>(path)).body.words.find(
      (w) => w.section === section,
    );
    version++;
    expect([seen?.version, seen?.plain]).toEqual([version, `Lần ghi thứ ${i}.`]);
  }
});

test('D5: one of three is killed in the middle; what was acknowledged is there and the others go on', async () => {
  const path = campaign.path('Xã Bảo Lâm');
  const lan = await everywhere('lan');
  const { body } = await lan[0]!.get<ReportAnswer>(path);
  const section = body.sections.find((s) => s.words)!.id;
  const start = body.words.find((w) => w.section === section)?.version ?? 0;
  const write = async (through: Client, i: number, version: number): Promise<boolean> => {
    const words = [{ section, kind: 'text', doc: doc(`Ghi khi máy dừng ${i}.`), version }];
    const answer = await through
      .post(`${path}/save`, { cells: [], words }, { key: `killed-write-${i}` })
      .catch(() => undefined);
    return answer?.status === 200;
  };
  let version = start;
  for (let i = 0; i < 12; i++) {
    if (i === 4) void others[1]!.kill();
    // A proxy that gets no answer asks the next process, with the same key: once is once.
    const took = (await write(lan[2]!, i, version)) || (await write(lan[i % 2]!, i, version));
    expect(took).toBe(true);
    version++;
  }
  const after = (await lan[1]!.get<ReportAnswer>(path)).body.words.find((w) => w.section === section);
  expect([after?.version, after?.plain]).toEqual([start + 12, 'Ghi khi máy dừng 11.']);
});

test('F3 E6: signed through one, received through another; the boards of all agree and every chain is whole', async () => {
  const path = campaign.path('Xã Bảo Lâm');
  const [, hung] = await everywhere('hung');
  const [mai, elsewhere] = await everywhere('mai');
  await fillAndPass(await signIn(server.url, 'lan'), path);
  expect((await signSeen(hung!, path)).status).toBe(200);
  expect((await mai!.post(`${path}/begin-receiving`)).status).toBe(200);
  expect((await elsewhere!.post(`${path}/receive`)).status).toBe(200);
  const boards = await Promise.all(
    [mai!, elsewhere!].map((who) => who.get<BoardAnswer>(`/api/campaigns/${campaign.id}/board`)),
  );
  // How long is left differs by the milliseconds between two questions.
  const states = boards.map((b) =>
    b.body.rows.map((r) => [r.unitId, r.state, r.filled, r.last, r.lateness.kind]),
  );
  expect(states[0]).toEqual(states[1]);
  const row = boards[0]!.body.rows.find((r) => r.unitId === campaign.unit('Xã Bảo Lâm'));
  expect(row?.state).toBe('received');
  expect((await verifyChains(server.db)).found).toEqual([]);
});
