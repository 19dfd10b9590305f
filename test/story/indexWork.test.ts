import { openXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import type { MaterialPreview } from '../../src/core/scoring/readMaterial.ts';
import type { PublishedPreview, RemediationAnswer } from '../../src/core/scoring/remediationAnswers.ts';
import type { RoundAnswer, SheetAnswer } from '../../src/core/scoring/roundAnswers.ts';
import type { TaskLine, TaskListAnswer } from '../../src/core/tasks/answers.ts';
import type { Services } from '../../src/server/http/context.ts';
import { composeWork, remindWork } from '../../src/server/notifications/remindWork.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { comparedSet } from '../setup/comparedSet.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let server: TestServer;
let lan: Client;
let mai: Client;
let hung: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let unit = '';

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  [lan, mai, hung] = (await Promise.all(['lan', 'mai', 'hung'].map((p) => signIn(server.url, p)))) as [
    Client,
    Client,
    Client,
  ];
  campaign = await theCampaign(mai);
  unit = campaign.unit('Xã Bảo Lâm');
});
afterAll(() => server?.close());

const report = async () => (await lan.get<ReportAnswer>(campaign.path('Xã Bảo Lâm'))).body;
const cellOf = (r: ReportAnswer, row: string, column: string) =>
  r.cells.find((c) => c.row === row && c.column === column);
const list = async () => (await lan.get<TaskListAnswer>('/api/tasks')).body;
const low = async (year?: number) =>
  (await lan.get<RemediationAnswer>(`/api/remediation${year ? `?year=${year}` : ''}`)).body;

describe('I10: a task in part III and on the list is one task', () => {
  let task: TaskLine;
  it('the list shows the unit its own, with what its report already says', async () => {
    const { lines, isOffice } = await list();
    expect(isOffice).toBe(false);
    expect(lines.length).toBe(5);
    [task] = lines as [TaskLine];
    const said = cellOf(await report(), task.taskId, 'status');
    expect(task.status).toBe(said?.cell.kind === 'text' ? said.cell.text : null);
    expect((await mai.get<TaskListAnswer>('/api/tasks')).body.lines.length).toBeGreaterThan(100);
    expect((await hung.get<TaskListAnswer>('/api/tasks')).body.lines[0]?.may).toEqual([]);
  });

  it('a change on the list is the change in the report, and the other way', async () => {
    const path = `/api/tasks/${task.taskId}/units/${unit}`;
    const told = await lan.post<TaskListAnswer>(`${path}/progress`, {
      version: task.version,
      status: 'đã hoàn thành đúng hạn',
      progress: '100',
      result: 'Đã ban hành Kế hoạch số 05/KH-UBND ngày 05/01/2024',
      owner: 'Hoàng Thị Lan',
    });
    expect(told.status).toBe(200);
    const after = await report();
    expect(cellOf(after, task.taskId, 'result')?.cell).toEqual({
      kind: 'text',
      text: 'Đã ban hành Kế hoạch số 05/KH-UBND ngày 05/01/2024',
    });
    expect(cellOf(after, task.taskId, 'progress')?.cell).toMatchObject({ kind: 'amount', amount: '100' });

    const place = cellOf(after, task.taskId, 'progress');
    await lan.post(`${campaign.path('Xã Bảo Lâm')}/save`, {
      cells: [
        {
          form: place?.form,
          row: task.taskId,
          column: 'progress',
          cell: { kind: 'amount', amount: '90' },
          version: place?.version,
        },
      ],
    });
    const back = (await list()).lines.find((l) => l.taskId === task.taskId);
    expect(back).toMatchObject({ progress: '90', owner: 'Hoàng Thị Lan' });
    const stale = await lan.post(`${path}/progress`, {
      version: task.version,
      status: null,
      progress: null,
      result: '',
      owner: '',
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'tasks.stale']);
    expect(
      (
        await hung.post(`${path}/progress`, {
          version: 1,
          status: null,
          progress: null,
          result: '',
          owner: '',
        })
      ).status,
    ).toBe(403);
    expect((await lan.download('/api/tasks.xlsx')).status).toBe(200);
  });

  it('giving tasks tells the units', async () => {
    const before = await lan.get('/api/notices');
    const given = await mai.post(`/api/campaigns/${campaign.id}/tasks`, {
      tasks: [
        {
          content: 'Rà soát quy trình nội bộ',
          document: 'Công văn số 120/UBND-NV ngày 20/02/2024',
          due: '2024-03-20',
          unitIds: [unit],
        },
      ],
    });
    expect(given.status).toBe(200);
    const notices = (await lan.get('/api/notices')).body.notices as { type: string }[];
    expect(notices.length).toBe(before.body.notices.length + 1);
    expect(notices[0]?.type).toBe('tasks.assigned');
  });
});

describe("I9: low marks of last year's decision are living lines of part IV", () => {
  const rowsOfPartIV = async () =>
    (await report()).sections
      .flatMap((s) => s.forms)
      .filter((f) => f.columns.some((c) => c.id === 'measure'))
      .flatMap((f) => f.rows.map((r) => r.id));

  it('the list and the report hold the same lines; owner, day and measure are told once', async () => {
    const { lines, year, share } = await low();
    expect([year, share]).toEqual([2023, '0.8']);
    expect(lines.map((l) => l.criterion)).toEqual(await rowsOfPartIV());
    const [line] = lines;
    const body = {
      version: line?.version ?? 0,
      owner: 'Hoàng Thị Lan',
      due: '2024-06-30',
      cause: 'Chưa phân công người theo dõi',
      measure: 'Phân công công chức theo dõi hằng tuần',
      result: 'Đã phân công từ tháng 02',
      evidence: '',
      status: 'working',
    };
    const path = `/api/remediation/${unit}/2023/${line?.criterion}`;
    expect((await lan.post(path, body)).status).toBe(200);
    expect(cellOf(await report(), line?.criterion ?? '', 'measure')?.cell).toEqual({
      kind: 'text',
      text: body.measure,
    });
    const bare = await lan.post(path, {
      ...body,
      version: (await low()).lines[0]?.version,
      status: 'closed',
    });
    expect(bare.body).toMatchObject({ code: 'remediation.evidenceMissing' });
    const closed = await lan.post<RemediationAnswer>(path, {
      ...body,
      version: (await low()).lines[0]?.version,
      status: 'closed',
      evidence: 'Thông báo số 08/TB-UBND ngày 19/02/2024',
    });
    expect(closed.status).toBe(200);
    expect(closed.body.lines[0]).toMatchObject({ status: 'closed', outcome: 'unknown' });
    expect(cellOf(await report(), line?.criterion ?? '', 'status')?.cell).toEqual({
      kind: 'text',
      text: 'đã khắc phục',
    });
    expect((await mai.post(path, body)).status).toBe(403);
  });

  it('the authority chooses the threshold; lines that were begun stay', async () => {
    expect((await lan.post('/api/remediation/threshold', { year: 2023, share: '0.5' })).status).toBe(403);
    const begun = (await low()).lines.filter((l) => l.version > 0).map((l) => l.criterion);
    const all = (await low()).lines.length;
    await mai.post('/api/remediation/threshold', { year: 2023, share: '0.95' });
    expect((await low()).lines.length).toBeGreaterThan(all);
    expect((await rowsOfPartIV()).length).toBeGreaterThan(all);
    await mai.post('/api/remediation/threshold', { year: 2023, share: '0.1' });
    expect((await low()).lines.map((l) => l.criterion)).toEqual(begun);
    await mai.post('/api/remediation/threshold', { year: 2023, share: '0.8' });
  });

  it('results of a year scored elsewhere come from Excel, with every error by cell, and never this year', async () => {
    const rows = [
      ['Đơn vị', 'Mã tiêu chí', 'Tên tiêu chí', 'Điểm đạt', 'Điểm tối đa', 'Chỉ số (%)', 'Xếp thứ'],
      ['Xã Bảo Lâm', '1.1', 'Kế hoạch', 3, 4],
      ['Xã Không Có', '1.2', 'Báo cáo', 1, 3],
      ['Xã Bảo Lâm', '1.3', 'Kiểm tra', 5, 2],
      ['Xã Bảo Lâm', '', '', '', '', '76,4', 14],
    ];
    const bytes = new Uint8Array(await writeXlsx({ sheets: [{ name: 'Kết quả', rows }] }));
    const read = await mai.upload<PublishedPreview>('/api/published-results/preview', 'kq.xlsx', bytes, XLSX);
    expect(read.body.marks).toHaveLength(1);
    expect(read.body.totals).toMatchObject([{ unitName: 'Xã Bảo Lâm', percent: '76.4', rank: 14 }]);
    expect(read.body.refused.map((p) => [p.cell, p.code])).toEqual([
      ['A3', 'published.unitUnknown'],
      ['D4', 'published.outside'],
    ]);
    const body = { ...read.body, document: 'Quyết định số 300/QĐ-UBND', hasSurvey: true, year: 2024 };
    const { marks, totals, document, hasSurvey } = body;
    const given = { marks, totals, document, hasSurvey };
    expect((await mai.post('/api/published-results', { ...given, year: 2024 })).body.code).toBe(
      'published.notPast',
    );
    expect((await mai.post('/api/published-results', { ...given, year: 2022 })).status).toBe(200);
    const before = await low(2022);
    expect(before.lines.map((l) => [l.criterion, l.outcome])).toEqual([['1.1', 'better']]);
  });
});

it('lists go along as they stand narrowed on the screen', async () => {
  // As narrowed on the screen, and the paper says so.
  for (const [path, query] of [
    ['/api/tasks', `unit=${unit}`],
    ['/api/tasks', 'show=late'],
    ['/api/remediation', `unit=${unit}&status=open`],
  ] as const) {
    const rowsOf = async (from: string) =>
      (await openXlsx((await mai.download(from)).body)).sheets[0]?.rows ?? [];
    const [all, part] = [await rowsOf(`${path}.xlsx`), await rowsOf(`${path}.xlsx?${query}`)];
    expect([path, query, part.length < all.length]).toEqual([path, query, true]);
    expect(JSON.stringify(part)).toContain('Chỉ gồm: ');
  }
});

describe('work with a day is spoken of before it is late, and after', () => {
  const services = () =>
    ({
      db: server.db,
      mail: { from: 'cchc@caoloc.example' },
      publicUrl: 'https://cchc.example',
    }) as unknown as Services;
  const person = async (login: string) =>
    (
      await server.owner
        .selectFrom('person')
        .where('login', '=', login)
        .select('id')
        .executeTakeFirstOrThrow()
    ).id;
  const notices = async (login: string) =>
    (
      await server.db
        .selectFrom('notice')
        .where('person_id', '=', await person(login))
        .where('type', 'in', ['tasks.reminded', 'remediation.reminded'])
        .select('data')
        .execute()
    ).map((n) => (n.data as unknown as { words: string }).words);
  const CONTENT = 'Báo cáo kết quả rà soát thủ tục hành chính quý I';

  it('who owes is told once an occasion, by notice and one letter a day; who signs only of what is late; done is silent', async () => {
    await server.owner
      .updateTable('person')
      .set({ email: 'ai-do@caoloc.example' })
      .where('login', '=', 'lan')
      .execute();
    await server.owner
      .updateTable('remediation')
      .set({ due: '2024-03-01', status: 'working', closed_at: null, closed_by: null })
      .where('unit_id', '=', unit)
      .execute();
    await remindWork(services());
    const before = { lan: await notices('lan'), hung: await notices('hung') };
    await mai.post(`/api/campaigns/${campaign.id}/tasks`, {
      tasks: [
        { content: CONTENT, document: 'Công văn số 99/UBND-VP', due: '2024-03-01', unitIds: [unit] },
        {
          content: `${CONTENT} (muộn)`,
          document: 'Công văn số 99/UBND-VP',
          due: '2024-02-20',
          unitIds: [unit],
        },
      ],
    });
    await remindWork(services());
    const lanTold = (await notices('lan')).filter((words) => !before.lan.includes(words));
    expect(lanTold).toHaveLength(1);
    expect(lanTold[0]).toMatch(/\(muộn\)” .*hạn 20\/02\/2024, quá hạn 8 ngày; và 1 việc khác/);
    const hungTold = (await notices('hung')).filter((words) => !before.hung.includes(words));
    expect(hungTold).toHaveLength(1);
    expect(hungTold[0]).not.toContain('việc khác');
    expect([...before.lan, ...lanTold].some((w) => w.startsWith('Khắc phục tiêu chí'))).toBe(true);
    await remindWork(services());
    expect(await notices('lan')).toHaveLength(before.lan.length + 1);
    const letters = await server.db
      .selectFrom('outgoing_mail')
      .where('person_id', '=', await person('lan'))
      .where('work_day', 'is not', null)
      .select(['work_day'])
      .execute();
    expect(letters).toHaveLength(1);
    const letter = await composeWork(services(), await person('lan'));
    expect(letter?.body).toContain(CONTENT);
    const line = (await lan.get<TaskListAnswer>('/api/tasks')).body.lines.find((l) => l.content === CONTENT);
    await lan.post(`/api/tasks/${line?.taskId}/units/${unit}/progress`, {
      version: line?.version,
      status: 'đã hoàn thành đúng hạn',
      progress: '100',
      result: 'Đã gửi báo cáo ngày 28/02/2024',
      owner: '',
    });
    expect((await composeWork(services(), await person('lan')))?.body).not.toContain(`“${CONTENT}”`);
  });
});

describe('what the office knows better comes from a file', () => {
  it('survey results, figures of units and numbers of the round, each wrong cell by its place', async () => {
    await mai.post('/api/criteria-sets', { set: comparedSet(), reason: 'So với mức bình quân' });
    const opened = await mai.post<RoundAnswer>('/api/rounds', {
      setId: 'cao-loc-xa-2024',
      title: 'Chấm điểm Chỉ số CCHC cấp xã năm 2024',
    });
    const round = opened.body.round.id;
    const path = `/api/rounds/${round}/survey`;
    await server.owner
      .updateTable('index_subject')
      .set({ stage: 'appraisal-1' })
      .where('unit_id', '=', unit)
      .execute();
    const sheetOf = async (name: string) =>
      (await mai.get<SheetAnswer>(`/api/rounds/${round}/units/${campaign.unit(name)}`)).body.lines.find(
        (l) => l.code === '1.5.1',
      );
    const field = (await sheetOf('Xã Lộc Yên'))?.asked?.fields[0];
    const form = await openXlsx((await mai.download(`${path}/form.xlsx`)).body);
    expect(form.sheets[0]?.rows[0]?.slice(0, 2)).toEqual(['Đơn vị', expect.stringMatching(/^7\.2\.1 /)]);
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Số liệu',
          rows: [
            ['Đơn vị', '7.2.1', `1.5.1: ${field?.label}`, '9.9 Không có'],
            ['Xã Lộc Yên', 88.5, 2, null],
            ['Xã Thụy Hùng', 188, 1, null],
            ['Xã Bảo Lâm', null, 3, null],
            ['Xã Không Có', 70, null, null],
          ],
        },
        {
          name: 'Số chung',
          rows: [
            ['Tên', 'Giá trị'],
            ['Mức bình quân', '95,5'],
            ['mức cao nhất', '99'],
          ],
        },
      ],
    });
    const preview = await mai.upload<MaterialPreview>(
      `${path}/preview`,
      'so-lieu.xlsx',
      bytes as Uint8Array<ArrayBuffer>,
      XLSX,
    );
    expect(preview.body.refused.map((p) => [p.cell, p.code])).toEqual([
      ['D1', 'material.columnUnknown'],
      ['B3', 'material.surveyOutside'],
      ['C4', 'material.locked'],
      ['A5', 'published.unitUnknown'],
      ['A3', 'scoring.contextUnknown'],
    ]);
    expect(preview.body.context).toEqual([{ name: 'mức bình quân', value: '95.5' }]);
    expect(preview.body.values.map((v) => [v.unitName, v.criterion, v.field, v.value])).toEqual([
      ['Xã Lộc Yên', '7.2.1', null, '88.5'],
      ['Xã Lộc Yên', '1.5.1', field?.name, '2'],
      ['Xã Thụy Hùng', '1.5.1', field?.name, '1'],
    ]);
    const figures = preview.body.values.flatMap(({ unitId, criterion, field: name, value }) =>
      name === null ? [] : [{ unitId, criterion, field: name, value }],
    );
    const body = { source: 'Sở Nội vụ cung cấp', figures, context: { 'mức bình quân': '95.5' } };
    expect((await lan.post(path, body)).status).toBe(403);
    expect((await mai.post<RoundAnswer>(path, body)).status).toBe(200);
    // The same numbers on the screen: all at once, and none that no rule refers to.
    const context = `/api/rounds/${round}/context`;
    expect((await lan.post(context, { values: {} })).status).toBe(403);
    expect((await mai.post(context, { values: { 'bình quân': '90' } })).body.code).toBe(
      'scoring.contextUnknown',
    );
    expect((await mai.get<RoundAnswer>(`/api/rounds/${round}`)).body.context).toEqual([
      { name: 'mức bình quân', value: '95.5' },
    ]);
    const none = await mai.post<RoundAnswer>(context, { values: {} });
    expect(none.body.context).toEqual([{ name: 'mức bình quân', value: null }]);
    const found = await sheetOf('Xã Lộc Yên');
    expect(found?.self?.points).not.toBeNull();
    expect(found?.self?.explanation).toContain('Sở Nội vụ cung cấp');
    const [one] = figures;
    const wrong = await mai.post(path, { figures: [{ ...one, field: 'không có' }] });
    expect(wrong.body.code).toBe('scoring.fieldUnknown');
    const locked = await mai.post(path, { figures: [{ ...one, unitId: unit }] });
    expect(locked.body.code).toBe('material.locked');
  });
});
