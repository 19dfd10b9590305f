import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AmendAnswer, CampaignAnswer } from '../../src/core/campaign/answers.ts';
import { policyOf, REQUEST_PARTS, type Request } from '../../src/core/campaign/request.ts';
import { instantAt } from '../../src/core/kernel/instant.ts';
import type { LetterReading } from '../../src/core/letter/reading.ts';
import type { BoardAnswer, ReportAnswer, WorkAnswer } from '../../src/core/report/answers.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

const LETTER = new URL('../letters/cao-loc/letter.txt', import.meta.url);
let server: TestServer;
let mai: Client;
let binh: Client;
let vanthu: Client;
let draft: CampaignAnswer;

beforeAll(async () => {
  server = await startTestServer({ stage: 'before-issue' });
  [mai, binh, vanthu] = (await Promise.all(['mai', 'binh', 'vanthu'].map((p) => signIn(server.url, p)))) as [
    Client,
    Client,
    Client,
  ];
});
afterAll(() => server?.close());

const put = (request: Partial<Request>) =>
  mai.put<CampaignAnswer>(`/api/campaigns/${draft.id}`, {
    version: draft.version,
    request: { ...draft.request, ...request },
  });

describe('from the letter to 27 obligations', () => {
  it('A1: the letter of Cao Lộc becomes a draft, and every value links to the words it came from', async () => {
    const text = await readFile(LETTER, 'utf8');
    const made = await mai.post<CampaignAnswer>('/api/campaigns', { text, fileName: 'cong-van.txt' });
    expect(made.status).toBe(200);
    draft = made.body;
    const { reading } = draft.letter as { reading: LetterReading };
    expect(draft.state).toBe('draft');
    expect([reading.number.value, reading.date.value]).toEqual([null, null]);
    expect(draft.request).toMatchObject({
      window: { from: '2023-12-01', to: '2024-02-28' },
      deadline: { at: instantAt('2024-03-01'), wording: 'trước ngày 01/3/2024' },
      period: { kind: 'quý', index: 1, year: 2024 },
      symbol: 'UBND-NV',
      signer: { authority: 'TL.' },
    });
    expect(draft.request.recipients.map((r) => r.unitIds.length)).toEqual([1, 1, 1, 1, 1, 22]);
    expect(draft.request.leads).toHaveLength(8);
    expect(new Set(draft.request.leads.map((l) => l.leadUnitId)).size).toBe(4);
    expect(draft.request.leads.flatMap((l) => l.partnerUnitIds)).toHaveLength(1);
    expect(draft.request.legalBases.map((b) => [b.number, b.date])).toEqual([
      ['983/SNV-TCBC', '2023-06-30'],
      ['14/KH-UBND', '2024-01-15'],
      ['362/QĐ-UBND', '2024-02-05'],
    ]);
    for (const value of [reading.subject, reading.period, reading.place, reading.symbol])
      expect(value.from && reading.text.slice(value.from.start, value.from.end)).toBe(value.from?.text);
  });

  it('A4: the deadline is spelled out, and years without a working day are warned of', async () => {
    expect(draft.advice).toMatchObject({
      lastMoment: '24:00 ngày 29/02/2024',
      workingDaysLeft: 1,
      suggested: null,
    });
    const of2025 = await put({
      window: { from: '2024-12-01', to: '2025-02-28' },
      deadline: { at: instantAt('2025-03-01'), wording: 'trước ngày 01/3/2025' },
    });
    expect(of2025.body.advice).toMatchObject({ workingDaysLeft: 0, suggested: { day: '2025-03-04' } });
    draft = of2025.body;
    draft = (
      await put({
        window: { from: '2023-12-01', to: '2024-02-28' },
        deadline: { at: instantAt('2024-03-01'), wording: 'trước ngày 01/3/2024' },
      })
    ).body;
  });

  it('A2: nothing goes on before a person has looked at every part; values can be corrected', async () => {
    const early = await mai.post(`/api/campaigns/${draft.id}/pass-to-sign`, { version: draft.version });
    expect([early.status, early.body.code]).toEqual([409, 'campaign.incomplete']);
    const stale = await mai.put(`/api/campaigns/${draft.id}`, { version: 1, request: draft.request });
    expect([stale.status, stale.body.code]).toEqual([409, 'campaign.stale']);
    const cleared = await put({ deadline: null });
    expect(cleared.body.gaps.map((g) => g.code)).toContain('request.deadlineMissing');
    draft = cleared.body;
    const corrected = await put({
      deadline: { at: instantAt('2024-03-01'), wording: 'trước ngày 01/3/2024' },
      seen: [...REQUEST_PARTS],
    });
    draft = corrected.body;
    expect(draft.gaps).toEqual([]);
    const stranger = await put({
      recipients: [{ text: 'x', unitIds: ['00000000-0000-7000-8000-000000000000'] }],
    });
    expect([stranger.status, stranger.body]).toEqual([
      409,
      expect.objectContaining({ code: 'campaign.unknownUnit' }),
    ]);
  });

  it('A10: drafting, signature, văn thư with number and day, issue; who did each step is kept', async () => {
    const lan = await signIn(server.url, 'lan');
    expect(
      (await lan.post(`/api/campaigns/${draft.id}/pass-to-sign`, { version: draft.version })).status,
    ).toBe(403);
    const at = `/api/campaigns/${draft.id}`;
    draft = (await mai.post<CampaignAnswer>(`${at}/pass-to-sign`, { version: draft.version })).body;
    expect((await mai.post(`${at}/sign`, { version: draft.version })).status).toBe(403);
    const back = await binh.post<CampaignAnswer>(`${at}/send-back`, {
      version: draft.version,
      reason: 'Xem lại nơi nhận.',
    });
    draft = back.body;
    expect(draft.state).toBe('draft');
    draft = (await mai.post<CampaignAnswer>(`${at}/pass-to-sign`, { version: draft.version })).body;
    draft = (await binh.post<CampaignAnswer>(`${at}/sign`, { version: draft.version })).body;
    expect(draft.state).toBe('signed');
    const odd = await vanthu.post(`${at}/issue`, {
      version: draft.version,
      number: '112a',
      symbol: 'UBND-NV',
      day: '2024-02-06',
    });
    expect(odd.body.code).toBe('campaign.numberMalformed');
    const issue = { version: draft.version, number: '112', symbol: 'UBND-NV', day: '2024-02-06' };
    const [first, again] = await Promise.all([
      vanthu.post<CampaignAnswer>(`${at}/issue`, issue, { key: 'issue-once-01' }),
      vanthu.post<CampaignAnswer>(`${at}/issue`, issue, { key: 'issue-once-01' }),
    ]);
    expect([first.status, again.status]).toEqual([200, 200]);
    draft = first.body;
    expect(draft.path.map((p) => [p.type, p.by])).toEqual([
      ['campaign.drafted', 'Vi Thị Mai'],
      ['campaign.passedToSign', 'Vi Thị Mai'],
      ['campaign.sentBack', 'Đàm Quốc Bình'],
      ['campaign.passedToSign', 'Vi Thị Mai'],
      ['campaign.signed', 'Đàm Quốc Bình'],
      ['campaign.issued', 'Triệu Thị Hoài'],
    ]);
    expect((await mai.get<CampaignAnswer>(at)).body.path).toEqual(draft.path);
  });

  it('A3: 27 units are obliged with the outline of their kind; a unit of 2025 is not', async () => {
    const board = (await mai.get(`/api/campaigns/${draft.id}/board`)).body;
    expect(board.obliged).toBe(27);
    expect(board.counts['not-opened']).toBe(27);
    const reports = await server.db
      .selectFrom('report')
      .where('campaign_id', '=', draft.id)
      .select(['outline', 'unit_id'])
      .execute();
    expect(reports.filter((r) => r.outline === 'commune')).toHaveLength(22);
    expect(reports.filter((r) => r.outline === 'department')).toHaveLength(5);
    const later = await server.db
      .selectFrom('unit')
      .where('valid_from', '>', '2024-02-06')
      .select('id')
      .execute();
    expect(later.length).toBeGreaterThan(0);
    expect(reports.filter((r) => later.some((u) => u.id === r.unit_id))).toEqual([]);
  });

  it('a department answers for its own agency, for the fields it leads, and forecasts the index; VH&TT is partner only', async () => {
    const thu = await signIn(server.url, 'thu');
    const rows = (await mai.get(`/api/campaigns/${draft.id}/board`)).body.rows as {
      name: string;
      unitId: string;
    }[];
    const idOf = (name: string) => rows.find((r) => r.name === name)?.unitId ?? '';
    const finance = (
      await thu.get<ReportAnswer>(`/api/reports/${draft.id}/${idOf('Phòng Tài chính - Kế hoạch')}`)
    ).body;
    expect(finance.sections.filter((s) => s.forLeadOf).map((s) => s.forLeadOf)).toEqual([
      'TÀI CHÍNH CÔNG',
      'TÁC ĐỘNG KT-XH',
    ]);
    const forecast = finance.sections
      .flatMap((s) => s.forms)
      .find((f) => f.columns.some((c) => c.id === 'expected'));
    expect(forecast?.rows.length).toBeGreaterThan(0);
    expect(forecast?.columns.map((c) => c.title).join(' ')).not.toMatch(/thẩm định/i);
    const culture = (
      await mai.get<ReportAnswer>(`/api/reports/${draft.id}/${idOf('Phòng Văn hóa và Thông tin')}`)
    ).body;
    expect(culture.sections.some((s) => s.forLeadOf)).toBe(false);
    expect(culture.sections.some((s) => s.forPartnerOf === 'CĐS')).toBe(true);
    expect(culture.sections.filter((s) => s.applicability === 'not-applicable').length).toBeGreaterThan(0);
  });

  it('people of obliged units are told inside the program', async () => {
    const lan = await signIn(server.url, 'lan');
    const work = (await lan.get('/api/work')).body;
    expect(work.items.map((i: { kind: string }) => i.kind)).toEqual(['prepare']);
    expect(JSON.stringify((await lan.get('/api/notices')).body)).toContain('report.obliged');
  });

  it('A5: the next period is drafted in one action, with its own window, deadline and wording', async () => {
    const next = await mai.post<CampaignAnswer>(`/api/campaigns/${draft.id}/next`, {});
    expect(next.status).toBe(200);
    expect(next.body.state).toBe('draft');
    expect(next.body.request).toMatchObject({
      period: { kind: '6 tháng', year: 2024 },
      window: { from: '2023-12-01', to: '2024-05-28' },
      seen: [],
    });
    expect(next.body.request.subject).toContain('6 tháng đầu năm 2024');
    expect(next.body.request.subject).not.toContain('quý I');
    expect(next.body.request.recipients.flatMap((r) => r.unitIds)).toHaveLength(27);
    expect(next.body.request.deadline?.wording).toMatch(/^trước ngày/);
    expect((await binh.post(`/api/campaigns/${draft.id}/next`, {})).status).toBe(403);
    expect(draft.last).toBeNull();
    expect(next.body.last).toMatchObject({
      id: draft.id,
      number: '112',
      symbol: 'UBND-NV',
      documentDay: '2024-02-06',
      request: { window: draft.request.window, deadline: draft.request.deadline },
    });
    expect(next.body.letter).toBeNull();
    const issued = (await mai.get<CampaignAnswer>(`/api/campaigns/${draft.id}`)).body;
    expect(issued.may).toEqual(['amend', 'draft-next', 'give-tasks']);
  });

  it('A5: another period can be chosen; a draft has no next', async () => {
    const year = await mai.post<CampaignAnswer>(`/api/campaigns/${draft.id}/next`, {
      period: { kind: 'năm', index: null, year: 2024 },
    });
    expect(year.body.request).toMatchObject({
      period: { kind: 'năm', index: null, year: 2024 },
      window: { from: '2023-12-01', to: '2024-11-28' },
    });
    expect(year.body.request.subject).not.toMatch(/quý I/);
    const early = await mai.post(`/api/campaigns/${year.body.id}/next`, {});
    expect([early.status, early.body.code]).toEqual([409, 'campaign.wrongState']);
  });

  it('the rest of the yearly regime is drafted ahead, and asking again makes nothing twice', async () => {
    const year = await mai.post<{ drafted: string[] }>(`/api/campaigns/${draft.id}/year`);
    expect(year.status).toBe(200);
    // 6 tháng and năm stand already from the tests before.
    const drafts = await Promise.all(
      year.body.drafted.map((id) => mai.get<CampaignAnswer>(`/api/campaigns/${id}`)),
    );
    expect(
      drafts.map((d) => [d.body.request.period?.kind, d.body.request.period?.index, d.body.request.window]),
    ).toEqual([['quý', 3, { from: expect.any(String), to: '2024-08-28' }]]);
    const again = await mai.post(`/api/campaigns/${draft.id}/year`);
    expect([again.status, again.body.code]).toEqual([409, 'campaign.yearDrafted']);
  });
});

describe('deadlines of groups of recipients', () => {
  let grouped: CampaignAnswer;
  const communesDue = instantAt('2024-03-01');
  const officesDue = instantAt('2024-03-05', 10);
  const dueOf = async (login: string, name: string) => {
    const unit = grouped.units.find((u) => u.name === name)?.id;
    return (await (await signIn(server.url, login)).get<ReportAnswer>(`/api/reports/${grouped.id}/${unit}`))
      .body;
  };

  it('a letter that names several gives each group its own; the law is checked for each (A4)', async () => {
    const letter = (await readFile(LETTER, 'utf8')).replace(
      ' **trước ngày 01/3/2024.**',
      ', thời hạn gửi như sau:\n\n- UBND các xã, thị trấn: trước ngày 01/3/2024;\n- Các phòng, cơ quan chuyên môn thuộc UBND huyện: trước 10 giờ 00 ngày 05/3/2024.',
    );
    grouped = (await mai.post<CampaignAnswer>('/api/campaigns', { text: letter, fileName: null })).body;
    expect(grouped.request.deadline?.at).toBe(officesDue);
    expect(grouped.request.recipients.map((r) => r.deadline?.at ?? null)).toEqual([
      ...[null, null, null, null, null],
      communesDue,
    ]);
    expect(grouped.advice).toMatchObject({ workingDaysLeft: 3 });
    expect(grouped.groupAdvice.at(-1)).toMatchObject({ workingDaysLeft: 1 });
    const word = await mai.download(`/api/campaigns/${grouped.id}/request.docx`);
    const again = await mai.upload(
      '/api/letters',
      'a.docx',
      new Uint8Array(word.body),
      'application/octet-stream',
    );
    const read = (again.body as LetterReading).deadlines;
    expect(read.map((d) => [d.at, d.scope.length])).toEqual([
      ['2024-03-05T10:00:00+07:00', 5],
      ['2024-03-01T00:00:00+07:00', 1],
    ]);
  });

  it('issued, each unit is bound, reminded and judged by the deadline of its group; the next period keeps both', async () => {
    const at = `/api/campaigns/${grouped.id}`;
    const write = async (who: Client, verb: string, more = {}) => {
      const answer = await who.post<CampaignAnswer>(`${at}/${verb}`, { version: grouped.version, ...more });
      expect([verb, answer.status]).toEqual([verb, 200]);
      grouped = answer.body;
    };
    const saved = await mai.put<CampaignAnswer>(at, {
      version: grouped.version,
      request: { ...grouped.request, seen: [...REQUEST_PARTS] },
    });
    grouped = saved.body;
    await write(mai, 'pass-to-sign');
    await write(binh, 'sign');
    await write(vanthu, 'issue', { number: '113', symbol: 'UBND-NV', day: '2024-02-06' });
    const [commune, office] = [
      await dueOf('lan', 'Xã Bảo Lâm'),
      await dueOf('thu', 'Phòng Tài chính - Kế hoạch'),
    ];
    expect([commune.due, office.due]).toEqual([communesDue, officesDue]);
    expect(commune.campaign.deadlineWording).toBe('trước ngày 01/3/2024');
    expect(office.campaign.deadlineWording).toContain('05/3/2024');
    const rows = (await mai.get<BoardAnswer>(`${at}/board`)).body.rows;
    expect(new Map(rows.map((r) => [r.kind, r.due]))).toEqual(
      new Map([
        ['commune', communesDue],
        ['department', officesDue],
      ]),
    );
    const work = (await (await signIn(server.url, 'lan')).get<WorkAnswer>('/api/work')).body;
    expect(work.items.find((i) => i.campaign.id === grouped.id)?.due).toBe(communesDue);
    // E8: more time is more than what the own group has, whatever others have.
    const extended = await mai.post<ReportAnswer>(`/api/reports/${grouped.id}/${commune.unit.id}/extend`, {
      until: instantAt('2024-03-02'),
      documentNumber: '9/UBND-NV',
      documentDay: '2024-02-06',
      reason: 'Mất điện nhiều ngày.',
    });
    expect([extended.status, extended.body.due]).toEqual([200, instantAt('2024-03-02')]);
    const next = await mai.post<CampaignAnswer>(`${at}/next`, {
      period: { kind: 'quý', index: 1, year: 2025 },
    });
    expect(next.body.request.recipients.at(-1)?.deadline).toEqual({
      at: instantAt('2025-03-01'),
      wording: 'trước ngày 01/3/2025',
    });
    expect(next.body.request.deadline?.at).toBe(instantAt('2025-03-05', 10));
  });

  it('a new version moves the deadline of one group, and tells only that group (A8)', async () => {
    const { request } = grouped;
    const moved = { at: instantAt('2024-03-04'), wording: 'trước ngày 04/3/2024' };
    const answer = await mai.post<AmendAnswer>(`/api/campaigns/${grouped.id}/amend`, {
      version: (await mai.get<CampaignAnswer>(`/api/campaigns/${grouped.id}`)).body.version,
      confirm: true,
      document: { number: '160/UBND-NV', day: '2024-02-06' },
      reason: 'Các xã cần thêm thời gian.',
      resend: false,
      resendBy: null,
      request: {
        deadline: request.deadline,
        window: request.window,
        policy: policyOf(request),
        parts: { leftOut: [], added: [] },
        recipients: request.recipients.map((r) => (r.deadline ? { ...r, deadline: moved } : r)),
      },
    });
    expect(answer.body).toMatchObject({ done: true, told: 22 });
    expect(answer.body.changes).toMatchObject([
      { what: 'groupDeadline', group: 'UBND các xã, thị trấn', before: communesDue, after: moved.at },
    ]);
    expect((await dueOf('lan', 'Xã Bảo Lâm')).due).toBe(moved.at);
    const office = await dueOf('thu', 'Phòng Tài chính - Kế hoạch');
    expect([office.due, office.request.told]).toEqual([officesDue, 1]);
  });
});
