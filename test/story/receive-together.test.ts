import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantAt } from '../../src/core/kernel/instant.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { type Doc, doc, fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
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

const holder = async (unit: string, role: string): Promise<Client> => {
  const { login } = await server.db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .where('post.role', '=', role)
    .where('post.unit_id', '=', campaign.unit(unit))
    .select('person.login')
    .executeTakeFirstOrThrow();
  return signIn(server.url, login);
};

const rewrite = async (preparer: Client, path: string, section: string, text: string): Promise<void> => {
  const { body } = await preparer.get<ReportAnswer>(path);
  const version = body.words.find((w) => w.section === section)?.version ?? 0;
  const words: { section: string; kind: 'text'; doc: Doc; version: number }[] = [
    { section, kind: 'text', doc: doc(text), version },
  ];
  expect((await preparer.post(`${path}/save`, { cells: [], words })).status).toBe(200);
};

/** Words that say something in every section: a report of one line each is nearly empty and has to be read. */
const substance = async (preparer: Client, path: string): Promise<void> => {
  const { body } = await preparer.get<ReportAnswer>(path);
  const cells = body.cells
    .filter((c) => c.cell.kind === 'nil')
    .map((c) => ({ form: c.form, row: c.row, column: c.column, version: c.version }))
    .map((at) => ({ ...at, cell: { kind: 'amount', amount: '0' } }));
  expect((await preparer.post(`${path}/save`, { cells, words: [] })).status).toBe(200);
};

/** Sent, returned with one remark at a section, answered, changed in the sections named, and sent again. */
const sentAgain = async (unit: string, sections: readonly string[], full = true): Promise<string> => {
  const path = campaign.path(unit);
  const [preparer, signer] = [await holder(unit, 'preparer'), await holder(unit, 'signer')];
  await fillAndPass(preparer, path);
  if (full) {
    expect((await signer.post(`${path}/send-back`, { reason: 'Điền số liệu thật.' })).status).toBe(200);
    await substance(preparer, path);
    expect((await preparer.post(`${path}/pass-to-sign`)).status).toBe(200);
  }
  expect((await signSeen(signer, path)).status).toBe(200);
  await mai.post(`${path}/begin-receiving`);
  const returned = await mai.post(`${path}/return`, {
    pins: [
      { place: { kind: 'section', section: 's6' }, reason: 'unclear', sentence: 'Chưa rõ ai phụ trách.' },
    ],
    resendBy: instantAt('2024-02-29', 16),
  });
  expect(returned.body.state).toBe('returned');
  await preparer.post(`${path}/pins/1/answer`, { answer: 'Đã ghi rõ người phụ trách.' });
  for (const section of sections)
    await rewrite(
      preparer,
      path,
      section,
      `Giao đồng chí Phó Chủ tịch phụ trách, báo cáo hằng tháng (${section}).`,
    );
  expect((await preparer.post(`${path}/pass-to-sign`)).status).toBe(200);
  expect((await signSeen(signer, path)).body.state).toBe('submitted');
  return campaign.unit(unit);
};

it('receives together what came back answered and changed nowhere else; of the others it says why not', async () => {
  const { body: board } = await mai.get(`/api/campaigns/${campaign.id}/board`);
  const open = (board.rows as { name: string; kind: string; state: string }[])
    .filter((r) => r.kind === 'commune' && (r.state === 'drafting' || r.state === 'not-opened'))
    .map((r) => r.name);
  expect(open.length).toBeGreaterThan(3);
  const [fine = '', also = '', empty = '', owing = ''] = open;
  const first = board.rows.find(
    (r: { state: string; revision: number; kind: string }) =>
      r.state === 'submitted' && r.revision === 1 && r.kind === 'commune',
  );
  const asked = [
    await sentAgain(fine, ['s6']),
    await sentAgain(also, ['s6', 's7']),
    await sentAgain(empty, ['s6'], false),
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
