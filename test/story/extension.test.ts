import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantAt } from '../../src/core/kernel/instant.ts';
import type { BoardAnswer, BoardRow, ReportAnswer, WorkAnswer } from '../../src/core/report/answers.ts';
import { fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
const people: Record<string, Client> = {};
const as = (login: string): Client => people[login]!;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let baoLam: string;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  for (const login of ['lan', 'hung', 'mai', 'quan', 'binh']) people[login] = await signIn(server.url, login);
  campaign = await theCampaign(as('mai'));
  baoLam = campaign.path('Xã Bảo Lâm');
});
afterAll(() => server?.close());

const until = instantAt('2024-03-05', 16);
const decision = {
  until,
  documentNumber: '215/UBND-NV',
  documentDay: '2024-02-28',
  reason: 'Mất điện diện rộng từ ngày 26/02.',
};
const rowOf = async (name: string): Promise<BoardRow> => {
  const { body } = await as('mai').get<BoardAnswer>(`/api/campaigns/${campaign.id}/board`);
  const row = body.rows.find((r) => r.name === name);
  if (!row) throw new Error(`no row ${name}`);
  return row;
};

describe('E8: more time for one unit, by a written decision', () => {
  it('only the receiving office gives it, with document, day and reason', async () => {
    for (const login of ['lan', 'hung', 'binh', 'quan'])
      expect([login, (await as(login).post(`${baoLam}/extend`, decision)).status]).toEqual([login, 403]);
    const bare = await as('mai').post(`${baoLam}/extend`, { ...decision, documentNumber: '' });
    expect([bare.status, bare.body.code]).toEqual([409, 'report.extensionWithoutDocument']);
    expect((await rowOf('Xã Bảo Lâm')).extension).toBeNull();
  });

  it('is on the board with its document and reason, and the unit sees its own deadline', async () => {
    const given = await as('mai').post<ReportAnswer>(`${baoLam}/extend`, decision);
    expect(given.status).toBe(200);
    const extension = {
      until,
      document: { number: '215/UBND-NV', day: '2024-02-28' },
      reason: decision.reason,
    };
    expect(given.body).toMatchObject({ extension, due: until });
    expect((await rowOf('Xã Bảo Lâm')).extension).toEqual(extension);
    const work = (await as('lan').get<WorkAnswer>('/api/work')).body;
    expect(work.items.find((i) => i.unitName === 'Xã Bảo Lâm')?.due).toBe(until);
    const notices = (await as('lan').get('/api/notices')).body.notices as { type: string; unitId: string }[];
    expect(notices[0]).toMatchObject({ type: 'report.extended', unitId: campaign.unit('Xã Bảo Lâm') });
  });

  it('the others stay late', async () => {
    const waiting = await rowOf('Xã Lộc Yên');
    expect(waiting.state).toBe('awaiting-signature');
    await as('quan').post('/api/clock', { nowMs: instantAt('2024-03-02', 8) });
    expect((await rowOf('Xã Lộc Yên')).lateness.kind).toBe('overdue');
    expect(['open', 'at-risk']).toContain((await rowOf('Xã Bảo Lâm')).lateness.kind);
    const { body } = await as('mai').get<BoardAnswer>(`/api/campaigns/${campaign.id}/board`);
    const owing = body.rows.filter((r) => r.firstSubmittedAt === null && r.name !== 'Xã Bảo Lâm');
    expect(owing.length).toBeGreaterThan(0);
    expect(owing.filter((r) => r.lateness.kind !== 'overdue')).toEqual([]);
  });

  it('sent within it is on time, and the receipt says so; then it can be extended no more', async () => {
    await fillAndPass(as('lan'), baoLam);
    const signed = await signSeen(as('hung'), baoLam);
    expect(signed.body.lateness.kind).toBe('on-time');
    expect(signed.body.receipts[0]).toMatchObject({ late: false, lateBy: 0 });
    const again = await as('mai').post(`${baoLam}/extend`, { ...decision, until: until + 1 });
    expect([again.status, again.body.code]).toEqual([409, 'report.wrongState']);
  });
});
