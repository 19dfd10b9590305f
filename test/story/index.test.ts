import { readFileSync } from 'node:fs';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import type { ForecastAnswer } from '../../src/core/scoring/districtForecast.ts';
import type { SetAnswer, SetPreview, SetsAnswer } from '../../src/core/scoring/setAnswers.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SETS = '/api/criteria-sets';

let server: TestServer;
let mai: Client;
let lan: Client;
let thu: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  [mai, lan, thu] = (await Promise.all(['mai', 'lan', 'thu'].map((p) => signIn(server.url, p)))) as [
    Client,
    Client,
    Client,
  ];
  campaign = await theCampaign(mai);
});
afterAll(() => server?.close());

const HEADINGS = ['Mã', 'Tên', 'Điểm tối đa', 'Loại quy tắc', 'Tham số', 'Không phát sinh', 'Nguồn số liệu'];
const form = async (info: Record<string, CellValue>, ...rows: CellValue[][]) =>
  new Uint8Array(
    await writeXlsx({
      sheets: [
        { name: 'Thông tin', rows: Object.entries(info) },
        { name: 'Tiêu chí', rows: [HEADINGS, ...rows] },
      ],
    }),
  );
const INFO = {
  'Mã bộ tiêu chí': 'phong-2025',
  'Tên bộ tiêu chí': 'Bộ tiêu chí các phòng',
  Năm: 2025,
  'Cấp được chấm': 'department',
};
const preview = async (bytes: Uint8Array<ArrayBuffer>, client = mai) =>
  client.upload<SetPreview>(`${SETS}/preview`, 'bo-tieu-chi.xlsx', bytes, XLSX);

describe('I1: a set of criteria comes from Excel, whole or with every error by sheet, row and cell', () => {
  it('names sheet, row and cell of each error, and 100 points must add up; nothing is stored', async () => {
    const read = await preview(
      await form(
        INFO,
        ['1', 'Chỉ đạo, điều hành', 60],
        ['1.1', 'Kế hoạch', 30, 'lựa chọn', 'kịp thời = 30; không = mười'],
        ['1.2', 'Báo cáo', 20, 'tuyến tính', ''],
        ['2', 'Thủ tục hành chính', 30, 'không có loại này', ''],
      ),
    );
    expect(read.status).toBe(200);
    const [set] = read.body.sets;
    expect(set).toMatchObject({ standing: 'refused', set: null });
    const at = set?.problems.map((p) => [p.sheet, p.row, p.cell, p.code]);
    expect(at).toContainEqual(['Tiêu chí', 3, 'E3', 'rule.number']);
    expect(at).toContainEqual(['Tiêu chí', 5, 'D5', 'rule.type']);
    const sums = await preview(
      await form(INFO, ['1', 'Chỉ đạo', 60, 'tuyến tính', ''], ['2', 'TTHC', 30, 'tuyến tính', '']),
    );
    expect(sums.body.sets[0]?.problems).toMatchObject([
      { code: 'set.total', sheet: 'Tiêu chí', row: 1, cell: 'C1', severity: 'error' },
    ]);
    expect((await mai.get<SetsAnswer>(SETS)).body.sets.map((s) => s.id)).not.toContain('phong-2025');
  });

  const findStored = async () =>
    (
      await server.owner
        .selectFrom('criteria_version')
        .where('set_id', '=', 'phong-2025')
        .orderBy('version', 'desc')
        .select('body')
        .executeTakeFirstOrThrow()
    ).body as object;
  const previewJson = async (set: object) =>
    (
      await mai.upload<SetPreview>(
        `${SETS}/preview`,
        'bo.json',
        new TextEncoder().encode(JSON.stringify(set)) as Uint8Array<ArrayBuffer>,
        'application/json',
      )
    ).body.sets[0];

  it('is kept once confirmed, revised with a reason as another version, and the difference stands beside it', async () => {
    const first = await form(
      INFO,
      ['1', 'Chỉ đạo, điều hành', 60],
      ['1.1', 'Kế hoạch', 40, 'lựa chọn', 'kịp thời = 40; không kịp thời = 20; không ban hành = 0'],
      ['1.2', 'Góp ý đúng hạn', 20, 'tuyến tính', '', 'giảm trừ'],
      [
        '2',
        'Hồ sơ đúng hạn',
        40,
        'tuyến tính có ngưỡng',
        'ngưỡng = 98',
        '',
        'tử số = KSTT.06.08 + KSTT.06.09; mẫu số = KSTT.06.07',
      ],
    );
    const read = await preview(first);
    expect(read.body.sets[0]).toMatchObject({ standing: 'new', problems: [] });
    const body = { set: read.body.sets[0]?.set, reason: '' };
    const key = 'keep-set-once';
    const kept = await mai.post<SetAnswer>(SETS, body, { key });
    expect([kept.status, (await mai.post(SETS, body, { key })).status]).toEqual([200, 200]);
    expect(kept.body.lines.map((l) => [l.code, l.rule])).toEqual([
      ['1', ''],
      ['1.1', 'Kịp thời: 40; không kịp thời: 20; không ban hành: 0.'],
      ['1.2', 'Tỷ lệ/100 × 20, tối đa 20.'],
      ['2', 'Từ 98% trở lên: 40. Dưới 98%: tỷ lệ/98 × 40.'],
    ]);
    expect(await mai.post(SETS, body)).toMatchObject({ status: 409, body: { code: 'scoring.setSame' } });

    const second = await preview(
      await form(
        INFO,
        ['1', 'Chỉ đạo, điều hành', 60],
        ['1.1', 'Kế hoạch', 30, 'lựa chọn', 'kịp thời = 30; không kịp thời = 15; không ban hành = 0'],
        ['1.2', 'Góp ý đúng hạn', 20, 'tuyến tính', '', 'đủ điểm'],
        ['1.3', 'Sáng kiến', 10, 'đếm', 'mỗi đơn vị = 5; tối đa = 10'],
        [
          '2',
          'Hồ sơ đúng hạn',
          40,
          'tuyến tính có ngưỡng',
          'ngưỡng = 98',
          '',
          'tử số = KSTT.06.08 + KSTT.06.09; mẫu số = KSTT.06.07',
        ],
      ),
    );
    expect(second.body.sets[0]?.standing).toBe('revision');
    const revised = { set: second.body.sets[0]?.set, reason: '' };
    expect((await mai.post(SETS, revised)).body.code).toBe('scoring.revisionNeedsReason');
    const done = await mai.post<SetAnswer>(SETS, { ...revised, reason: 'Quyết định số 12/QĐ-UBND' });
    expect(done.body.set.version).toBe(2);
    expect(done.body.changes.map((c) => [c.kind, c.kind === 'set' ? '' : c.code])).toEqual([
      ['changed', '1.1'],
      ['changed', '1.2'],
      ['added', '1.3'],
    ]);
    expect(done.body.versions.map((v) => [v.version, v.reason])).toEqual([
      [2, 'Quyết định số 12/QĐ-UBND'],
      [1, ''],
    ]);
    // Only other bands of classes: a revision too, and visible; the same file once more is none.
    const now = await findStored();
    const banded = { ...now, classes: [{ name: 'Đạt', from: '50' }] };
    const third = await previewJson(banded);
    expect(third).toMatchObject({
      standing: 'revision',
      changes: [{ kind: 'set', fields: [{ field: 'classes', after: 'Đạt từ 50%' }] }],
    });
    expect(await previewJson(now)).toMatchObject({ standing: 'same', changes: [] });
    const old = await mai.get<SetAnswer>(`${SETS}/phong-2025?version=1`);
    expect(old.body.lines.map((l) => l.code)).toEqual(['1', '1.1', '1.2', '2']);
  });

  it('only the receiving office imports; everybody reads; a set that was tampered with is judged again', async () => {
    expect((await lan.get<SetsAnswer>(SETS)).body.may).toEqual([]);
    const bytes = await form(INFO, ['1', 'Chỉ đạo', 100, 'tuyến tính', '']);
    expect((await preview(bytes, lan)).status).toBe(403);
    expect((await lan.post(SETS, { set: {}, reason: 'thử xem sao' })).status).toBe(403);
    const broken = {
      ...INFO,
      id: 'x',
      year: 2025,
      subjectLevel: 'commune',
      areas: [{ code: '1', name: 'A', maxPoints: 90 }],
    };
    expect((await mai.post(SETS, { set: broken, reason: '' })).body.code).toBe('scoring.setHasErrors');
  });

  it('the reference sets go in as they are, JSON included, and every rule says itself in words', async () => {
    const bytes = new Uint8Array(
      readFileSync(new URL('../unit/scoring/reference/criteria-commune.json', import.meta.url)),
    );
    const read = await mai.upload<SetPreview>(`${SETS}/preview`, 'criteria.json', bytes, 'application/json');
    const set = read.body.sets.find((s) => s.id === 'commune-composite-2024');
    expect(set?.standing).toBe('new');
    const kept = await mai.post<SetAnswer>(SETS, { set: set?.set, reason: '' });
    expect(kept.status).toBe(200);
    const rules = kept.body.lines.filter((l) => l.ruleType !== null);
    expect(rules.length).toBeGreaterThan(40);
    expect(rules.filter((l) => l.rule === '')).toEqual([]);
  });
});

describe('I8: part D takes its rows from the stored set', () => {
  it('a lead sees the criteria of its areas; a revision reaches drafts, not what was sent', async () => {
    const { body } = await thu.get<ReportAnswer>(campaign.path('Phòng Tài chính - Kế hoạch'));
    const led = body.sections.flatMap((s) => s.forms).find((f) => f.id === 'led-criteria');
    expect(led?.rows.map((r) => r.id)).toEqual([
      '6.1',
      '6.2',
      '6.3',
      '6.4',
      '8.1',
      '8.2',
      '8.3',
      '8.4',
      'total',
    ]);
  });

  it("I8: the district's forecast puts the leads' parts D together, by area and lead, and names the missing survey", async () => {
    const { body } = await mai.get<ForecastAnswer>('/api/forecast');
    const line = body.lines.find((l) => l.from === 'report');
    const cell = await server.owner
      .selectFrom('cell')
      .where('row_id', '=', line?.code ?? '')
      .where('column_id', '=', 'expected')
      .select('amount')
      .executeTakeFirstOrThrow();
    expect(line).toMatchObject({
      expected: cell.amount,
      unitName: expect.stringMatching(/^(Phòng|Văn phòng)/),
      ground: expect.stringMatching(/.{5}/),
    });
    expect(body.lines.find((l) => l.code === '8.1')).toMatchObject({ expected: null, isSurvey: true });
    expect(body.note).toContain('điều tra');
    expect(body.areas).toHaveLength(8);
    expect(Number(body.total.expected)).toBeCloseTo(
      body.areas.reduce((n, a) => n + Number(a.expected), 0),
      6,
    );
    expect(body.gains.map((g) => Number(g.gain))).toEqual(
      [...body.gains.map((g) => Number(g.gain))].sort((a, b) => b - a),
    );
    expect(body.words).toMatch(/^Làm 3 việc này để tăng tới/);
    expect(
      (await mai.post('/api/criteria-sets/cao-loc-huyen-2024/effort', { criterion: '6.1', effort: 'low' }))
        .status,
    ).toBe(200);
    expect(
      (await mai.get<ForecastAnswer>('/api/forecast')).body.lines.find((l) => l.code === '6.1')?.effort,
    ).toBe('low');
    expect((await lan.get('/api/forecast')).status).toBe(403);
  });
});
