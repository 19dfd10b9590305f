import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AmendAnswer, CampaignAnswer, VersionRequestAnswer } from '../../src/core/campaign/answers.ts';
import { partsOf, policyOf } from '../../src/core/campaign/request.ts';
import type { AmendWire } from '../../src/core/campaign/wire.ts';
import { instantAt } from '../../src/core/kernel/instant.ts';
import type { BoardAnswer, ReportAnswer } from '../../src/core/report/answers.ts';
import { doc, fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
const people: Record<string, Client> = {};
const as = (login: string): Client => people[login]!;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let baoLam: string;
/** A commune whose report was received. */
let received: string;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  for (const login of ['lan', 'hung', 'mai', 'quan', 'binh', 'thu'])
    people[login] = await signIn(server.url, login);
  campaign = await theCampaign(as('mai'));
  baoLam = campaign.path('Xã Bảo Lâm');
  const row = (await board()).rows.find((r) => r.kind === 'commune' && r.state === 'received');
  received = `/api/reports/${campaign.id}/${row?.unitId}`;
});
afterAll(() => server?.close());

const request = async () => (await as('mai').get<CampaignAnswer>(`/api/campaigns/${campaign.id}`)).body;
const report = async (login: string, path: string) => (await as(login).get<ReportAnswer>(path)).body;
const board = async () => (await as('mai').get<BoardAnswer>(`/api/campaigns/${campaign.id}/board`)).body;
const rowOf = async (name: string) => (await board()).rows.find((r) => r.name === name);

type Change = Partial<Omit<AmendWire, 'request'>> & { readonly request?: Partial<AmendWire['request']> };
const wireOf = (now: CampaignAnswer, change: Change): AmendWire => ({
  version: now.version,
  confirm: true,
  document: { number: '158/UBND-NV', day: '2024-02-28' },
  reason: 'Sở Nội vụ lùi thời hạn của tỉnh.',
  resend: false,
  resendBy: null,
  ...change,
  request: {
    deadline: now.request.deadline!,
    window: now.request.window!,
    policy: policyOf(now.request),
    parts: partsOf(now.request) as AmendWire['request']['parts'],
    recipients: now.request.recipients as AmendWire['request']['recipients'],
    ...change.request,
  },
});
const amend = async (change: Change, login = 'mai') =>
  as(login).post<AmendAnswer>(`/api/campaigns/${campaign.id}/amend`, wireOf(await request(), change));
const later = { at: instantAt('2024-03-05'), wording: 'trước ngày 05/3/2024' };

describe('A8: what was issued changes by a new version', () => {
  it('only by the receiving office, with a document, a day and a reason, and never by nothing', async () => {
    for (const login of ['lan', 'hung', 'binh', 'quan'])
      expect([login, (await amend({ request: { deadline: later } }, login)).status]).toEqual([login, 403]);
    const codes = [];
    for (const change of [
      {},
      { request: { deadline: later }, document: { number: '', day: '2024-02-28' } },
      { request: { deadline: later }, reason: ' ' },
      { request: { deadline: { ...later, at: instantAt('2024-02-20') } } },
      { request: { deadline: later }, resend: true },
      { request: { recipients: [] } },
    ])
      codes.push(((await amend(change)).body as { code?: string }).code);
    expect(codes).toEqual([
      'campaign.nothingAmended',
      'campaign.amendWithoutDocument',
      'campaign.amendReasonMissing',
      'campaign.amendDeadlinePast',
      'report.resendDateMissing',
      'campaign.incomplete',
    ]);
    expect((await request()).requestVersion).toBe(1);
  });

  it('says first what it would do, and does nothing until it is confirmed', async () => {
    const told = await amend({ confirm: false, request: { deadline: later } });
    expect(told.body).toMatchObject({ done: false, told: 27, added: 0, released: 0 });
    expect(told.body.sent).toBeGreaterThan(0);
    expect(told.body.changes).toEqual([
      { what: 'deadline', before: instantAt('2024-03-01'), after: later.at },
    ]);
    expect((await request()).requestVersion).toBe(1);
  });

  it('a new deadline: who, when and why stay readable, units are told and confirm again having seen it', async () => {
    const was = await rowOf('Xã Bảo Lâm');
    expect(was?.acknowledgedAt).not.toBeNull();
    expect((await amend({ request: { deadline: later } })).body).toMatchObject({ done: true, told: 27 });
    const now = await request();
    expect(now.deadline).toBe(later.at);
    expect(now.versions.map((v) => [v.number, v.by, v.document?.number, v.reason])).toEqual([
      [1, 'Triệu Thị Hoài', undefined, null],
      [2, 'Vi Thị Mai', '158/UBND-NV', 'Sở Nội vụ lùi thời hạn của tỉnh.'],
    ]);
    const first = await as('lan').get<VersionRequestAnswer>(`/api/campaigns/${campaign.id}/versions/1`);
    expect(first.body.request.deadline?.wording).toBe('trước ngày 01/3/2024');
    const notices = (await as('lan').get('/api/notices')).body;
    expect(JSON.stringify(notices)).toContain('report.requestChanged');
    const { request: seen, due, may } = await report('lan', baoLam);
    expect(due).toBe(later.at);
    expect(seen).toMatchObject({ told: 2, seen: 1, mustConfirm: true });
    expect(seen.versions.map((v) => v.changes)).toEqual([
      [{ what: 'deadline', before: instantAt('2024-03-01'), after: later.at }],
    ]);
    expect(may).toContain('acknowledge');
    expect((await rowOf('Xã Bảo Lâm'))?.acknowledgedAt).toBeNull();
    const confirmed = await as('lan').post<ReportAnswer>(`${baoLam}/acknowledge`);
    expect(confirmed.body.request).toMatchObject({ told: 2, seen: 2, mustConfirm: false });
    expect((await as('lan').post(`${baoLam}/acknowledge`)).body.code).toBe('report.nothingToConfirm');
    expect((await rowOf('Xã Bảo Lâm'))?.acknowledgedAt).not.toBeNull();
    // Whoever had sent confirms too, and need not send again.
    expect((await report('mai', received)).request).toMatchObject({ told: 2, follows: 1 });
  });

  it('two officers at once: the second is shown that it is stale', async () => {
    const now = await request();
    const one = wireOf(now, { request: { deadline: { ...later, at: later.at + 3_600_000 } } });
    const two = wireOf(now, { request: { deadline: { ...later, at: later.at + 7_200_000 } } });
    const at = `/api/campaigns/${campaign.id}/amend`;
    const answers = await Promise.all([as('mai').post(at, one), as('mai').post(at, two)]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
    await as('lan').post(`${baoLam}/acknowledge`);
    await amend({ request: { deadline: later } });
    await as('lan').post(`${baoLam}/acknowledge`);
  });

  it('a part taken out: hidden, kept, in no total; what is being typed into it is kept too; it returns as it was', async () => {
    const before = await report('lan', baoLam);
    const words = before.words.find((w) => w.section === 's2.1');
    const cell = before.cells.find((c) => c.form === 'the-che');
    expect(words?.plain.length).toBeGreaterThan(20);
    const totals = async () =>
      (
        await as('mai').get<{ forms: { id: string }[] }>(`/api/campaigns/${campaign.id}/totals`)
      ).body.forms.map((f) => f.id);
    expect(await totals()).toContain('the-che');
    await amend({ request: { parts: { leftOut: ['s2.1'], added: [] } } });
    const without = await report('lan', baoLam);
    expect(without.sections.some((s) => s.id === 's2.1')).toBe(false);
    expect(without.cells.some((c) => c.form === 'the-che')).toBe(false);
    expect(without.contentHash).not.toBe(before.contentHash);
    expect(without.request.versions.at(-1)?.changes).toEqual([
      expect.objectContaining({ what: 'partOut', section: 's2.1', title: 'Cải cách thể chế' }),
    ]);
    expect(await totals()).not.toContain('the-che');
    // The department's outline has no such part: it is not told.
    const other = await report('thu', campaign.path('Phòng Tài chính - Kế hoạch'));
    expect(other.request.versions.some((v) => v.changes.some((c) => c.what === 'partOut'))).toBe(false);
    // A page that was open still holds what Lan typed: it is kept where it belongs.
    const late = await as('lan').post(`${baoLam}/save`, {
      words: [
        {
          section: 's2.1',
          kind: 'text',
          doc: doc('Đã rà soát 12 văn bản, thêm khi phần này vừa bỏ.'),
          version: words?.version,
        },
      ],
    });
    expect([late.status, late.body.conflicts]).toEqual([200, []]);
    // What was sent keeps the part, as it was sent.
    const sent = await report('mai', received);
    expect(sent.sections.some((s) => s.id === 's2.1')).toBe(true);
    await amend({ request: { parts: { leftOut: [], added: [] } } });
    const again = await report('lan', baoLam);
    expect(again.words.find((w) => w.section === 's2.1')?.plain).toContain('thêm khi phần này vừa bỏ');
    expect(
      again.cells.find((c) => c.form === 'the-che' && c.row === cell?.row && c.column === cell.column)?.cell,
    ).toEqual(cell?.cell);
    expect(await totals()).toContain('the-che');
  });

  it('a part that is added is asked of everybody it is for; nothing can be passed without it', async () => {
    await amend({
      request: {
        parts: {
          leftOut: [],
          added: [{ id: null, outlines: ['commune'], title: 'Kết quả sắp xếp đơn vị', guidance: null }],
        },
      },
    });
    const { sections } = await report('lan', baoLam);
    expect(sections.at(-1)).toMatchObject({ id: 'x1', number: 'VIII', title: 'Kết quả sắp xếp đơn vị' });
    const refused = await as('lan').post(`${baoLam}/pass-to-sign`);
    expect(JSON.stringify(refused.body.details.gaps)).toContain('"x1"');
    await as('lan').post(`${baoLam}/acknowledge`);
    await fillAndPass(as('lan'), baoLam);
    const signed = await signSeen(as('hung'), baoLam);
    expect(signed.body.state).toBe('submitted');
    expect(signed.body.request.follows).toBe((await request()).requestVersion);
  });

  it('what was signed waits on: a change while Hùng reads is not signed unseen', async () => {
    await as('lan').post(`${baoLam}/withdraw`);
    await as('lan').post(`${baoLam}/pass-to-sign`);
    const seen = await report('hung', baoLam);
    await amend({
      request: { parts: { leftOut: ['s7'], added: partsOf((await request()).request).added as never } },
    });
    const stale = await as('hung').post(`${baoLam}/sign`, { contentHash: seen.contentHash });
    expect(stale.body.code).toBe('report.changedSinceSeen');
    expect((await signSeen(as('hung'), baoLam)).status).toBe(200);
  });

  it('the author asks for sent reports again: they come back with a date, keep what was sent, and go again', async () => {
    const before = await report('mai', baoLam);
    const resendBy = instantAt('2024-03-04', 16);
    const answer = await amend({
      resend: true,
      resendBy,
      request: { parts: { leftOut: [], added: partsOf((await request()).request).added as never } },
    });
    expect(answer.body.sent).toBeGreaterThan(5);
    const again = await report('lan', baoLam);
    expect(again).toMatchObject({ state: 'returned', resendBy, lateness: { kind: 'on-time' } });
    expect(again.receipts.map((r) => r.contentHash)).toEqual(before.receipts.map((r) => r.contentHash));
    expect(again.may).toEqual(expect.arrayContaining(['acknowledge', 'edit', 'pass-to-sign']));
    const communes = (await board()).rows.filter((r) => r.kind === 'commune').map((r) => r.state);
    expect(communes.filter((s) => s === 'submitted' || s === 'received')).toEqual([]);
    await fillAndPass(as('lan'), baoLam);
    const sent = await signSeen(as('hung'), baoLam);
    expect(sent.body).toMatchObject({ state: 'submitted', revision: before.revision + 1 });
    const { body: differences } = await as('mai').get(`${baoLam}/differences`);
    expect(differences.words.map((w: { section: string }) => w.section)).toContain('s7');
  });

  it('units: one is taken out and keeps its work, another comes in; the counts add up; it returns as it was', async () => {
    const { recipients } = (await request()).request;
    const out = campaign.unit('Xã Bảo Lâm');
    const fewer = recipients.map((r) => ({ text: r.text, unitIds: r.unitIds.filter((id) => id !== out) }));
    const before = await report('lan', baoLam);
    expect((await amend({ request: { recipients: fewer } })).body).toMatchObject({ released: 1, told: 0 });
    const without = await board();
    expect(without.obliged).toBe(26);
    const { overdue: _, ...counts } = without.counts;
    expect(Object.values(counts).reduce((n, one) => n + one, 0)).toBe(26);
    expect(without.rows.some((r) => r.unitId === out)).toBe(false);
    const released = await report('lan', baoLam);
    expect(released.request.releasedAt).not.toBeNull();
    expect([released.may, released.words.length]).toEqual([[], before.words.length]);
    expect((await as('lan').post(`${baoLam}/withdraw`)).body.code).toBe('report.released');
    expect(
      (await amend({ request: { recipients: recipients as AmendWire['request']['recipients'] } })).body,
    ).toMatchObject({ added: 1, told: 0 });
    const back = await report('lan', baoLam);
    expect([back.state, back.contentHash, back.request.releasedAt]).toEqual([
      before.state,
      before.contentHash,
      null,
    ]);
    expect((await board()).obliged).toBe(27);
  });

  it('leads: the field goes from one department to another; who has sent keeps what was asked of it then', async () => {
    const [old, next] = ['Phòng Tài chính - Kế hoạch', 'Phòng Văn hóa và Thông tin'].map(campaign.unit);
    const { leads } = (await request()).request;
    const field = leads.find((l) => l.leadUnitId === old)!;
    const ledBy = (unitId: string | undefined) =>
      leads.map((l) =>
        l.area === field.area
          ? { ...l, leadUnitId: unitId!, partnerUnitIds: l.partnerUnitIds.filter((id) => id !== unitId) }
          : { ...l, partnerUnitIds: [...l.partnerUnitIds] },
      );
    const areasOf = async (unitId: string | undefined) =>
      (await report('mai', `/api/reports/${campaign.id}/${unitId}`)).sections.map((s) => s.id);
    const [wasOld, wasNext] = [await areasOf(old), await areasOf(next)];
    const stranger = ledBy('01900000-0000-7000-8000-000000000000');
    expect((await amend({ request: { leads: stranger } })).body).toMatchObject({
      code: 'campaign.unknownUnit',
    });
    const told = await amend({ request: { leads: ledBy(next) } });
    expect(told.body).toMatchObject({ done: true, added: 0, released: 0 });
    expect(told.body.changes).toEqual([
      expect.objectContaining({
        what: 'lead',
        area: field.area,
        before: expect.objectContaining({ lead: 'Phòng Tài chính - Kế hoạch' }),
        after: expect.objectContaining({ lead: 'Phòng Văn hóa và Thông tin' }),
        unitIds: expect.arrayContaining([old, next]),
      }),
    ]);
    expect(told.body.told).toBe(2);
    const [isOld, isNext] = [await areasOf(old), await areasOf(next)];
    const moved = wasOld.filter((id) => !isOld.includes(id));
    expect(moved.length).toBeGreaterThan(0);
    expect(isNext).toEqual(expect.arrayContaining(moved));
    expect(wasNext).not.toEqual(expect.arrayContaining(moved));
    // Who leads a field sees its totals; who led it does not any more.
    const fields = async (login: string) =>
      (await as(login).get(`/api/campaigns/${campaign.id}/totals`)).status;
    expect(await fields('thu')).toBe(leads.filter((l) => l.leadUnitId === old).length > 1 ? 200 : 403);
    await amend({ request: { leads: ledBy(old) } });
    expect(await areasOf(old)).toEqual(wasOld);
  });

  it('a lead cannot be taken out, and no outline can be emptied', async () => {
    const { recipients } = (await request()).request;
    const lead = campaign.unit('Phòng Tài chính - Kế hoạch');
    const fewer = recipients.map((r) => ({ text: r.text, unitIds: r.unitIds.filter((id) => id !== lead) }));
    expect((await amend({ request: { recipients: fewer } })).body).toMatchObject({
      code: 'campaign.amendLeadRemoved',
    });
    const none = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'];
    expect((await amend({ request: { parts: { leftOut: none, added: [] } } })).body).toMatchObject({
      code: 'campaign.amendNothingAsked',
    });
  });

  it('policies change likewise: sending late is refused from then on, with a sentence that says when', async () => {
    const policy = { ...policyOf((await request()).request), lateSending: 'never' as const };
    await amend({ request: { policy } });
    await as('quan').post('/api/clock', { nowMs: later.at });
    const row = (await board()).rows.find((r) => r.state === 'drafting');
    const late = await report('mai', `/api/reports/${campaign.id}/${row?.unitId}`);
    expect(late.closed).toEqual({ code: 'report.deadlineClosed', details: { at: later.at } });
    expect(late.lateness.kind).toBe('overdue');
    expect((await report('mai', baoLam)).lateness.kind).toBe('on-time');
  });
});
