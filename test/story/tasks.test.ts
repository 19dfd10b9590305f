import { strToU8, zipSync } from 'fflate';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignAnswer } from '../../src/core/campaign/answers.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import type { TaskListAnswer, TasksAnswer, TasksPreview } from '../../src/core/tasks/answers.ts';
import { fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADINGS = [
  'Số thứ tự',
  'Nội dung nhiệm vụ',
  'Văn bản giao',
  'Thời hạn',
  'Đơn vị thực hiện',
  'Đơn vị phối hợp',
];
const PLAN = 'Kế hoạch số 14/KH-UBND ngày 15/01/2024';
const OPEN_DATA = 'Công khai kết quả giải quyết thủ tục hành chính hằng tháng trên trang thông tin điện tử';

let server: TestServer;
let mai: Client;
let lan: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let at = '';

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  [mai, lan] = (await Promise.all(['mai', 'lan'].map((p) => signIn(server.url, p)))) as [Client, Client];
  campaign = await theCampaign(mai);
  at = `/api/campaigns/${campaign.id}/tasks`;
});
afterAll(() => server?.close());

const form = async (...rows: CellValue[][]): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await writeXlsx({
      sheets: [{ name: 'Nhiệm vụ', rows: [['Phụ lục nhiệm vụ năm 2024'], [], HEADINGS, ...rows] }],
    }),
  );
const preview = async (bytes: Uint8Array<ArrayBuffer>, name = 'nhiem-vu.xlsx') =>
  mai.upload<TasksPreview>(`${at}/preview`, name, bytes, XLSX);
const given = async () => (await mai.get<TasksAnswer>(at)).body.tasks;
const toGive = (read: TasksPreview) => ({
  tasks: read.accepted.map(({ content, document, due, unitIds, partnerIds = [] }) => ({
    content,
    document,
    due,
    unitIds,
    partnerIds,
  })),
});
/** Rows of part III of a unit's report. */
const taskRows = async (client: Client, unit: string) => {
  const { body } = await client.get<ReportAnswer>(campaign.path(unit));
  const forms = body.sections.flatMap((s) => s.forms).filter((f) => f.rows.some((r) => r.given?.document));
  return { report: body, form: forms[0], rows: forms.flatMap((f) => f.rows) };
};

describe('A9: the tasks of the cited plan come from Excel and each unit reports on its own', () => {
  it('the form has its columns and the names of the units to copy', async () => {
    const file = await mai.download(`${at}/form.xlsx`);
    expect(file.status).toBe(200);
    const filled = await preview(new Uint8Array(file.body), 'form.xlsx');
    expect(filled.body.refused.map((p) => p.code)).toEqual(['tasks.noRows']);
    expect((await lan.download(`${at}/form.xlsx`)).status).toBe(403);
  });

  it('a dry run names accepted rows, and refused ones by sheet, row, cell and reason; nothing is stored', async () => {
    const before = await given();
    const bytes = await form(
      [1, OPEN_DATA, PLAN, '30/6/2024', 'các xã, thị trấn'],
      [2, 'Rà soát quy chế làm việc', PLAN, new Date('2024-05-31'), 'Xã Bảo Lâm; Phòng Nội vụ'],
      ['', 'II. Nhóm nhiệm vụ về tài chính'],
      [3, 'Báo cáo tự chủ tài chính', PLAN, 'tháng 6/2024', 'Phòng Tài chính - Kế hoạch'],
      [4, 'Sơ kết công tác', PLAN, null, 'Xã Không Có Thật'],
      [5, '', '', '31/02/2024', ''],
      [6, OPEN_DATA.toUpperCase(), PLAN, '30/6/2024', 'xã Lộc Yên'],
    );
    const read = await preview(bytes);
    expect(read.status).toBe(200);
    const [all, two] = read.body.accepted;
    expect(read.body.accepted).toHaveLength(2);
    expect(all).toMatchObject({ content: OPEN_DATA, due: '2024-06-30', standing: 'new', row: 4 });
    expect(all?.unitIds).toHaveLength(22);
    expect(two).toMatchObject({ due: '2024-05-31', unitNames: ['Xã Bảo Lâm', 'Phòng Nội vụ'] });
    expect(read.body.refused.map((p) => [p.sheet, p.row, p.cell, p.code])).toEqual([
      ['Nhiệm vụ', 7, 'D7', 'tasks.dueUnread'],
      ['Nhiệm vụ', 8, 'E8', 'tasks.unitUnknown'],
      ['Nhiệm vụ', 9, 'B9', 'tasks.contentMissing'],
      ['Nhiệm vụ', 9, 'C9', 'tasks.documentMissing'],
      ['Nhiệm vụ', 9, 'D9', 'tasks.dueUnread'],
      ['Nhiệm vụ', 9, 'E9', 'tasks.unitsMissing'],
      ['Nhiệm vụ', 10, 'B10', 'tasks.twice'],
    ]);
    expect(await given()).toEqual(before);
  });

  it('what is confirmed becomes rows of part III, once, and the unit reports its progress', async () => {
    const before = await given();
    const read = await preview(await form([1, OPEN_DATA, PLAN, '30/6/2024', 'các xã, thị trấn']));
    const key = 'give-tasks-once';
    const first = await mai.post<TasksAnswer>(at, toGive(read.body), { key });
    const repeat = await mai.post<TasksAnswer>(at, toGive(read.body), { key });
    const again = await mai.post<TasksAnswer>(at, toGive(read.body));
    expect([first.status, repeat.status, again.status]).toEqual([200, 200, 200]);
    expect(await given()).toHaveLength(before.length + 1);
    const facts = await server.db
      .selectFrom('fact')
      .where('type', '=', 'tasks.given')
      .where('campaign_id', '=', campaign.id)
      .selectAll()
      .execute();
    expect(facts).toHaveLength(1);
    expect(
      (await preview(await form([1, OPEN_DATA, PLAN, '30/6/2024', 'các xã']))).body.accepted[0]?.standing,
    ).toBe('same');

    const { report, form: part, rows } = await taskRows(lan, 'Xã Bảo Lâm');
    const row = rows.find((r) => r.title === OPEN_DATA);
    expect(row?.given).toMatchObject({ document: PLAN, due: '30/06/2024' });
    const column = part?.columns.find((c) => c.kind === 'text');
    const cell = { kind: 'text', text: 'Đã công khai tháng 01, tháng 02.' };
    const version = report.cells.find((c) => c.row === row?.id && c.column === column?.id)?.version ?? 0;
    const saved = await lan.post(`${campaign.path('Xã Bảo Lâm')}/save`, {
      cells: [{ form: part?.id, row: row?.id, column: column?.id, cell, version }],
    });
    expect(saved.status).toBe(200);
    expect((await given()).find((t) => t.id === row?.id)).toMatchObject({ units: 22, reported: 1 });
  });

  it('who takes part without leading stands beside who leads, and is told too', async () => {
    const content = 'Kiểm tra cải cách hành chính đợt 1';
    const read = await preview(
      await form(
        [1, content, PLAN, '30/6/2024', 'Phòng Nội vụ', 'Xã Bảo Lâm; Phòng Nội vụ'],
        [2, 'Việc khác', PLAN, '30/6/2024', 'Phòng Nội vụ', 'Xã Không Có Thật'],
      ),
    );
    expect(read.body.refused.map((p) => [p.cell, p.code])).toEqual([['F5', 'tasks.unitUnknown']]);
    expect(read.body.accepted[0]).toMatchObject({
      unitNames: ['Phòng Nội vụ'],
      partnerNames: ['Xã Bảo Lâm'],
    });
    expect((await mai.post(at, toGive(read.body))).status).toBe(200);
    const { lines } = (await mai.get<TaskListAnswer>('/api/tasks')).body;
    const own = lines.filter((l) => l.content === content);
    expect(own.map((l) => [l.unitName, l.partners])).toContainEqual(['Phòng Nội vụ', ['Xã Bảo Lâm']]);
    expect((await lan.get<TaskListAnswer>('/api/tasks')).body.lines.some((l) => l.content === content)).toBe(
      true,
    );
    expect(
      (await preview(await form([1, content, PLAN, '30/6/2024', 'Phòng Nội vụ', 'Xã Bảo Lâm']))).body
        .accepted[0]?.standing,
    ).toBe('same');
  });

  it('the plan read again with another day and more units changes the one task', async () => {
    const read = await preview(
      await form([1, OPEN_DATA, PLAN, '31/7/2024', 'các xã, thị trấn; Phòng Tài chính - Kế hoạch']),
    );
    expect(read.body.accepted[0]?.standing).toBe('more');
    const count = (await given()).length;
    await mai.post(at, toGive(read.body));
    const tasks = await given();
    expect(tasks).toHaveLength(count);
    expect(tasks.find((t) => t.content === OPEN_DATA)).toMatchObject({ due: '2024-07-31', units: 23 });
  });

  it('E9: a report that was sent keeps the rows it was sent with', async () => {
    const path = campaign.path('Xã Bảo Lâm');
    await fillAndPass(lan, path);
    const hung = await signIn(server.url, 'hung');
    expect((await signSeen(hung, path)).status).toBe(200);
    const sent = (await taskRows(lan, 'Xã Bảo Lâm')).rows.map((r) => r.id);
    const read = await preview(await form([1, 'Nhiệm vụ giao sau khi đã gửi', PLAN, '30/9/2024', 'các xã']));
    expect((await mai.post(at, toGive(read.body))).status).toBe(200);
    const after = (await taskRows(mai, 'Xã Bảo Lâm')).rows;
    expect(after.map((r) => r.id)).toEqual(sent);
    const { body: board } = await mai.get(`/api/campaigns/${campaign.id}/board`);
    const other = board.rows.find(
      (r: { name: string; state: string }) => /^Xã/.test(r.name) && r.state === 'drafting',
    );
    const open = (await taskRows(mai, other.name)).rows.map((r) => r.title);
    expect(open).toContain('Nhiệm vụ giao sau khi đã gửi');
  });

  it('only the receiving office gives tasks, to units of its district, while the request may still take them', async () => {
    for (const login of ['lan', 'thu', 'binh', 'quan']) {
      const client = await signIn(server.url, login);
      expect((await client.post(at, { tasks: [] })).status).toBe(403);
      expect((await client.get(at)).status).toBe(403);
    }
    const empty = await mai.post(at, { tasks: [] });
    expect([empty.status, empty.body.code]).toEqual([409, 'tasks.nothingToGive']);
    const stranger = await mai.post(at, {
      tasks: [{ content: 'x', document: 'y', due: null, unitIds: ['00000000-0000-7000-8000-000000000000'] }],
    });
    expect([stranger.status, stranger.body.code]).toEqual([409, 'tasks.unitGone']);
    const next = await mai.post<CampaignAnswer>(`/api/campaigns/${campaign.id}/next`, {});
    expect(next.body.may).toContain('give-tasks');
    expect((await mai.get(`/api/campaigns/${next.body.id}/tasks`)).status).toBe(200);
  });
});

describe('H5: hostile and foreign files are refused with advice', () => {
  const book = { 'xl/workbook.xml': strToU8('<workbook/>'), '[Content_Types].xml': strToU8('<Types/>') };
  const cases: [string, () => Uint8Array, string][] = [
    ['a text with the name of a workbook', () => strToU8('Số thứ tự;Nội dung'), 'excel.notSpreadsheet'],
    ['a zip that is no workbook', () => zipSync({ 'a.txt': strToU8('x') }), 'excel.notSpreadsheet'],
    ['macros', () => zipSync({ ...book, 'xl/vbaProject.bin': strToU8('x') }), 'excel.macro'],
    ['old Excel', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'excel.old'],
    ['nothing', () => new Uint8Array(), 'excel.empty'],
    [
      'an XML bomb',
      () => zipSync({ ...book, 'xl/sharedStrings.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><sst/>') }),
      'excel.damaged',
    ],
    [
      'a zip bomb',
      () => zipSync({ ...book, 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) }, { level: 9 }),
      'excel.bomb',
    ],
    ['a path that climbs out', () => zipSync({ ...book, '../../etc/x.xml': strToU8('x') }), 'excel.damaged'],
    ['a workbook cut short', () => zipSync(book).slice(0, 60), 'excel.damaged'],
  ];
  it.each(cases)('%s', async (_, make, code) => {
    const answer = await mai.upload(`${at}/preview`, 'nhiem-vu.xlsx', new Uint8Array(make()), XLSX);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect((await mai.get('/healthz')).status).toBe(200);
  });

  it('another table than the form says which headings it needs', async () => {
    const bytes = new Uint8Array(
      await writeXlsx({
        sheets: [
          {
            name: 'Dân số',
            rows: [
              ['Xã', 'Dân'],
              ['A', 1],
            ],
          },
        ],
      }),
    );
    const read = await preview(bytes);
    expect(read.body.refused).toMatchObject([{ code: 'tasks.noHeadings', sheet: 'Dân số', row: null }]);
  });
});
