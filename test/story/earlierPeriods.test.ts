import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CampaignSummary } from '../../src/core/campaign/answers.ts';
import type { YearAnswer } from '../../src/core/consolidation/answers.ts';
import type { NoticesAnswer } from '../../src/core/notifications/answers.ts';
import type { ReportAnswer, UnitHistory, WorkAnswer } from '../../src/core/report/answers.ts';
import { biggestChanges } from '../../src/core/report/biggestChanges.ts';
import { gapsOf } from '../../src/core/report/gaps.ts';
import { valueAt } from '../../src/core/template/compute.ts';
import { filledOf } from '../../src/web/screens/review/filled.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let mai: Client;
let at: Awaited<ReturnType<typeof theCampaign>>;

beforeAll(async () => {
  server = await startTestServer({ stage: 'with-earlier' });
  mai = await signIn(server.url, 'mai');
  at = await theCampaign(mai);
});
afterAll(() => server?.close());

it('the demonstration has two campaigns that are over behind the one that runs, and nobody has work of them', async () => {
  const { body: campaigns } = await mai.get<CampaignSummary[]>('/api/campaigns');
  expect(campaigns.map((c) => [c.title.replace(/^.*hành chính /, ''), c.state, c.sent])).toEqual([
    ['quý I năm 2024', 'issued', 18],
    ['năm 2023', 'closed', 27],
    ['quý I năm 2023', 'closed', 27],
  ]);
  const { body: work } = await mai.get<WorkAnswer>('/api/work');
  expect(new Set(work.items.map((i) => i.campaign.id))).toEqual(new Set([at.id]));
  const { body: told } = await mai.get<NoticesAnswer>('/api/notices');
  expect(told.notices.filter((n) => n.readAt === null && n.campaignId !== at.id)).toEqual([]);
  const lan = await signIn(server.url, 'lan');
  const ownOf = async (path: string) => (await lan.get<WorkAnswer>(path)).body.own.map((o) => o.row.state);
  expect(await ownOf('/api/work')).toEqual(['drafting']);
  expect(await ownOf('/api/work?over=true')).toEqual(['drafting', 'received', 'received']);
  const verified = await (await signIn(server.url, 'quan')).get('/api/journal/verify');
  expect(verified.body.found).toEqual([]);
  expect(verified.body.facts).toBeGreaterThan(700);
});

it('C6: Bảo Lâm has the same period of last year beside it, with words that were copied', async () => {
  const { body: report } = await (await signIn(server.url, 'lan')).get<ReportAnswer>(at.path('Xã Bảo Lâm'));
  expect(report.previous).toMatchObject({ period: { kind: 'quý', index: 1, year: 2023 }, relation: 'other' });
  const filled = filledOf(report);
  const gaps = gapsOf(report.sections, filled);
  // The year's window adjoins: what it left open is what is carried over, but for one dossier.
  const carried = gaps.filter((g) => g.finding?.key.startsWith('dossier:6=11-ky-truoc:'));
  expect(carried.map((g) => [g.rowId, g.severity])).toEqual([['dat-dai', 'reason']]);
  const copied = gaps.filter((g) => g.code === 'gap.copied');
  expect(copied.map((g) => [g.sectionId, g.percent])).toEqual([
    ['s4', 100],
    ['s6', 100],
  ]);
  const changes = biggestChanges(
    report.sections,
    (form, row, column) => valueAt(form, (r, c) => filled.cell(form.id, r, c), row, column),
    (form, row, column) =>
      valueAt(form, (r, c) => filled.previous?.beside(form.id, r, c) ?? { kind: 'empty' }, row, column),
    5,
  );
  expect(changes).toHaveLength(5);
});

it('the year beside the year before, and each unit over its periods', async () => {
  const { body: year } = await mai.get<YearAnswer>(`/api/campaigns/${at.id}/year`);
  expect(year.periods.map((p) => [p.window.from, p.lastYear, p.received])).toEqual([
    ['2023-12-01', false, 10],
    ['2022-12-01', true, 27],
  ]);
  expect(year.lines.filter((l) => l.values.every((v) => v?.kind === 'amount')).length).toBeGreaterThan(40);
  const history = `/api/campaigns/${at.id}/units/${at.unit('Xã Mẫu Sơn')}/history`;
  const { body: mauSon } = await mai.get<UnitHistory>(history);
  expect(mauSon.periods.map((p) => [p.state, p.lateness.kind])).toEqual([
    ['not-opened', 'open'],
    ['received', 'late'],
    ['received', 'late'],
  ]);
});
